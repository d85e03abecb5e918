package org.suzhi.analysis.indicator;

import org.suzhi.analysis.estimate.Distributions;

/**
 * The 95 % interval of a wave's rate on the log-odds scale; of a rate of 0 or 1 Clopper and Pearson's.
 *
 * @param lower NaN where there is none
 * @param upper likewise
 */
public record Interval(double lower, double upper) {
    public static Interval of(WaveRate wave) {
        if (wave.hasError()) {
            double centre = LogOdds.of(wave.estimate());
            double half =
                    Distributions.tQuantile(0.975, wave.df()) * wave.se() / (wave.estimate() * (1 - wave.estimate()));
            return new Interval(LogOdds.rate(centre - half), LogOdds.rate(centre + half));
        }
        if (wave.n() < 1 || (wave.estimate() > 0 && wave.estimate() < 1)) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double far = 1 - Math.pow(0.025, 1.0 / wave.n());
        return wave.estimate() == 0 ? new Interval(0, far) : new Interval(1 - far, 1);
    }
}
