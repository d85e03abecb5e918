/** Extracts: the approved responses of a wave as columns with their hash. */
@NullMarked
package org.suzhi.web.extract;

import org.jspecify.annotations.NullMarked;
