package org.suzhi.analysis.estimate;

/**
 * A confidence interval.
 *
 * @param lower lower limit, NaN when there is none
 * @param upper upper limit, NaN when there is none
 */
public record Interval(double lower, double upper) {
    static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** {@code estimate ± t(df) · se}. */
    public static Interval wald(double estimate, double se, double df, double level) {
        double t = Distributions.tQuantile((1 + level) / 2, df);
        return new Interval(estimate - t * se, estimate + t * se);
    }
}
