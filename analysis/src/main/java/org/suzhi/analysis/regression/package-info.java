/** Generalized linear models and proportional odds under the design. */
@NullMarked
package org.suzhi.analysis.regression;

import org.jspecify.annotations.NullMarked;
