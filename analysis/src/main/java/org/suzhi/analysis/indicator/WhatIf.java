package org.suzhi.analysis.indicator;

import org.suzhi.analysis.estimate.Distributions;
import org.suzhi.analysis.indicator.Trend.Estimated;

/**
 * What the whole's rate would be if one group had another rate and all else stayed: \(Y = p x + (1 - p) r\) with \(p\) the
 * group's share, \(x\) its supposed rate and \(r\) the rate of the rest. The error is that of \(p\) and \(r\); \(x\) has none.
 *
 * @param parts the group, then the rest
 */
public record WhatIf(Parts parts) {
    public WhatIf {
        if (parts.categories() != 2) {
            throw new IllegalArgumentException("parts: got " + parts.categories() + ", expected a group and the rest");
        }
    }

    /** The whole's rate where the group's is {@code rate}, with an interval on the log-odds scale. */
    public Estimated whole(double rate) {
        double value = parts.share(0) * rate + parts.share(1) * parts.rate(1);
        double se = Math.sqrt(parts.variance(new double[] {rate, parts.rate(1), 0, parts.share(1)}));
        if (!(value > 0 && value < 1)) {
            return new Estimated(value, se, Double.NaN, Double.NaN, parts.df());
        }
        double half = Distributions.tQuantile(0.975, parts.df()) * se / (value * (1 - value));
        return new Estimated(
                value, se, LogOdds.rate(LogOdds.of(value) - half), LogOdds.rate(LogOdds.of(value) + half), parts.df());
    }

    /** The group's rate that brings the whole to a goal: \((T - (1 - p) r)/p\); may lie outside 0 and 1. */
    public Estimated needed(double goal) {
        double value = (goal - parts.share(1) * parts.rate(1)) / parts.share(0);
        double by = -1 / parts.share(0);
        return Parts.estimated(
                value,
                parts.variance(new double[] {by * value, by * parts.rate(1), 0, by * parts.share(1)}),
                parts.df());
    }
}
