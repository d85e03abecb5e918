package org.suzhi.web.publication;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.suzhi.analysis.indicator.Direction;

/**
 * The change of the rate from one wave to the next: \( d = p_2 - p_1 \), \( se(d) = \sqrt{se_1^2 + se_2^2} \).
 *
 * <p>Waves are drawn independently, so their covariance is zero and the degrees of freedom add up, as in a design that
 * holds both waves with strata of their own.
 *
 * @param from year of the earlier wave
 * @param to year of the later wave
 * @param difference as a proportion
 * @param ciLower lower bound of the 95 % interval; NaN where no error is known
 * @param ciUpper upper bound of the 95 % interval
 * @param pValue two-sided, of "no change"
 */
public record WaveChange(
        int from, int to, double difference, double se, double df, double ciLower, double ciUpper, double pValue) {
    /** Whether there is an error to judge it by: there is none between two rates of 0 or 1. */
    public boolean hasError() {
        return se > 0 && df > 0;
    }

    /** Which way the rate went, as far as the samples tell. */
    public Direction direction() {
        return Direction.of(se, ciLower, ciUpper);
    }

    /** The changes between neighbouring waves of a series. */
    public static List<WaveChange> of(List<PublishedWave> waves) {
        List<WaveChange> changes = new ArrayList<>();
        for (int i = 1; i < waves.size(); i++) {
            changes.add(between(waves.get(i - 1), waves.get(i)));
        }
        return changes;
    }

    static WaveChange between(PublishedWave earlier, PublishedWave later) {
        return between(earlier.year(), earlier.overall(), later.year(), later.overall());
    }

    /** The change of the same figure from one wave to another. */
    public static WaveChange between(int from, Figure a, int to, Figure b) {
        double difference = b.estimate() - a.estimate();
        double se = Math.hypot(a.se(), b.se());
        double df = a.df() + b.df();
        if (!(se > 0 && df > 0)) {
            return new WaveChange(from, to, difference, se, df, Double.NaN, Double.NaN, Double.NaN);
        }
        TDistribution t = new TDistribution(null, df);
        double half = t.inverseCumulativeProbability(0.975) * se;
        return new WaveChange(
                from,
                to,
                difference,
                se,
                df,
                difference - half,
                difference + half,
                2 * t.cumulativeProbability(-Math.abs(difference) / se));
    }
}
