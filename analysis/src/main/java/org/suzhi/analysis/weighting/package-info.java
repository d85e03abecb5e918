/** Weighting steps: post-stratification, raking, calibration by distance, trimming, standardization. */
@NullMarked
package org.suzhi.analysis.weighting;

import org.jspecify.annotations.NullMarked;
