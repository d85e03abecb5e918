/** Turns influence values and replicates into variances and covariances for every estimator. */
@NullMarked
package org.suzhi.analysis.variance;

import org.jspecify.annotations.NullMarked;
