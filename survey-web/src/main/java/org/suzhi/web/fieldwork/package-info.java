/** Waves, their sampled PSUs, towns, groups and census margins. */
@NullMarked
package org.suzhi.web.fieldwork;

import org.jspecify.annotations.NullMarked;
