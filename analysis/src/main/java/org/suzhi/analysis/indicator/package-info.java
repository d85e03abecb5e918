/** Targets and the verdict on one estimate. */
@NullMarked
package org.suzhi.analysis.indicator;

import org.jspecify.annotations.NullMarked;
