/** A fictional county with a known truth, and the waves drawn from it. */
@NullMarked
package org.suzhi.sample;

import org.jspecify.annotations.NullMarked;
