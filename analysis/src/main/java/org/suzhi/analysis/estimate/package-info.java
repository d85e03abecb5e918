/** Estimators: means, totals, proportions, ratios, quantiles and more, with their intervals. */
@NullMarked
package org.suzhi.analysis.estimate;

import org.jspecify.annotations.NullMarked;
