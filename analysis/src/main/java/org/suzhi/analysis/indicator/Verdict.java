package org.suzhi.analysis.indicator;

import org.suzhi.analysis.estimate.Distributions;

/**
 * What an estimate says about a target.
 *
 * <p>The probability that the rate exceeds the target is that of Student's t on the log-odds scale, \(P(T_{df} &lt;
 * (\mathrm{logit}\,\hat p - \mathrm{logit}\,p_0)\,/\,(se/(\hat p(1-\hat p))))\): one minus the p value of the one-sided test
 * against the target. The one-sided lower bound is made on the same scale, so that {@code met} and the bound never
 * contradict each other.
 *
 * @param code the verdict
 * @param probability probability that the target is exceeded
 * @param pValue of the one-sided test of "not above the target"
 * @param lowerBound one-sided lower bound of the rate
 */
public record Verdict(Code code, double probability, double pValue, double lowerBound) {
    /** Verdicts from best to worst. */
    public enum Code {
        MET,
        LIKELY_MET,
        NOT_SETTLED,
        LIKELY_SHORT,
        SHORT
    }

    /**
     * Probabilities from which verdicts are given.
     *
     * @param met from here on the target counts as met; also the confidence of the one-sided bound
     * @param likely from here on it is likely met; below one minus this it is likely short
     */
    public record Thresholds(double met, double likely) {
        public static final Thresholds DEFAULT = new Thresholds(0.95, 0.80);

        public Thresholds {
            if (!(likely > 0.5 && likely < met && met < 1)) {
                throw new IllegalArgumentException(
                        "thresholds " + met + ", " + likely + ": expected 0.5 < likely < met < 1");
            }
        }
    }

    /**
     * Judges an estimate.
     *
     * @param estimate a proportion strictly between 0 and 1
     * @param se its standard error, above 0
     * @param df degrees of freedom
     */
    public static Verdict of(double estimate, double se, double df, Target target, Thresholds thresholds) {
        if (!(estimate > 0 && estimate < 1 && se > 0 && df > 0)) {
            return new Verdict(Code.NOT_SETTLED, Double.NaN, Double.NaN, Double.NaN);
        }
        double scale = se / (estimate * (1 - estimate));
        double t = (logit(estimate) - logit(target.value())) / scale;
        double probability = Distributions.t(t, df);
        double bound = logit(estimate) - Distributions.tQuantile(thresholds.met(), df) * scale;
        Code code = probability > thresholds.met()
                ? Code.MET
                : probability >= thresholds.likely()
                        ? Code.LIKELY_MET
                        : probability > 1 - thresholds.likely()
                                ? Code.NOT_SETTLED
                                : probability >= 1 - thresholds.met() ? Code.LIKELY_SHORT : Code.SHORT;
        return new Verdict(code, probability, Distributions.t(-t, df), 1 / (1 + Math.exp(-bound)));
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }
}
