package org.suzhi.analysis.indicator;

/**
 * When a trend reaches a target, with Fieller's 95 % interval: the years for which the difference between trend and target is
 * within its error. An infinite bound is one that the waves do not give: the target may have been reached long ago, or may
 * never be.
 *
 * @param year as a number with decimals; NaN where the trend does not lead to the target
 */
public record Crossing(double year, double lower, double upper) {
    static final Crossing NEVER = new Crossing(Double.NaN, Double.NaN, Double.NaN);

    /** Whether the trend leads to the target at all. */
    public boolean exists() {
        return !Double.isNaN(year);
    }
}
