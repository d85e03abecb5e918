package org.suzhi.analysis.estimate;

import org.suzhi.analysis.variance.SmoothStatistic;

/** A statistic whose residual in a row is a linear combination of the variables, so that its design effect is known. */
sealed interface LinearStatistic extends SmoothStatistic permits Mean, Total, Ratio {
    /** Whether the simple-random-sampling variance is that of a total rather than a mean. */
    boolean ofTotal();

    /** The variables in the residual of an output. */
    int[] residualVariables(int output);

    /** Coefficients of {@link #residualVariables}. */
    double[] residualCoefficients(double[] totals, int output);
}
