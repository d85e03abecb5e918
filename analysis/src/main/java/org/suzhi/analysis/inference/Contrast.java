package org.suzhi.analysis.inference;

import org.suzhi.analysis.estimate.Distributions;
import org.suzhi.analysis.estimate.Interval;

/**
 * A linear or, by the delta method, nonlinear function of estimates, with its t test.
 *
 * @param estimate value of the function
 * @param se standard error \(\sqrt{g' V g}\), g the derivatives
 * @param statistic (estimate − null value)/se
 * @param df degrees of freedom
 * @param pValue by the alternative
 * @param interval two-sided confidence interval
 */
public record Contrast(double estimate, double se, double statistic, double df, double pValue, Interval interval) {
    /** What the alternative hypothesis says about the value. */
    public enum Alternative {
        TWO_SIDED,
        GREATER,
        LESS
    }

    /**
     * Tests a function of estimates.
     *
     * @param value the function's value
     * @param gradient its derivatives by the estimates
     * @param covariance covariance matrix of the estimates
     */
    public static Contrast of(
            double value,
            double[] gradient,
            double[][] covariance,
            double nullValue,
            Alternative alternative,
            double df,
            double level) {
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] == 0 || gradient[j] == 0 ? 0 : gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        double se = Math.sqrt(Math.max(variance, 0));
        double t = (value - nullValue) / se;
        double p = switch (alternative) {
            case TWO_SIDED -> 2 * Distributions.t(-Math.abs(t), df);
            case GREATER -> Distributions.t(-t, df);
            case LESS -> Distributions.t(t, df);
        };
        return new Contrast(value, se, t, df, p, Interval.wald(value, se, df, level));
    }
}
