/** Sampling: the frame of a wave, its plan, the draw and what becomes of it. */
@NullMarked
package org.suzhi.web.sampling;

import org.jspecify.annotations.NullMarked;
