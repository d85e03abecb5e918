/** The sampling design: rows, strata, PSUs, weights, finite population corrections, replicates, calibration. */
@NullMarked
package org.suzhi.analysis.design;

import org.jspecify.annotations.NullMarked;
