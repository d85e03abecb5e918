package org.suzhi.analysis.indicator;

import org.suzhi.analysis.estimate.Distributions;

/**
 * What an estimate says about a target.
 *
 * <p>The probability that the rate meets the target is that of Student's t on the log-odds scale, \(P(T_{df} &lt;
 * \pm(\mathrm{logit}\,\hat p - \mathrm{logit}\,p_0)\,/\,(se/(\hat p(1-\hat p))))\), with minus where less is better: one minus
 * the p value of the one-sided test against the target. The one-sided bound is made on the same scale, so that {@code met}
 * and the bound never contradict each other.
 *
 * <ul>
 *   <li>A rate of 0 or 1, or no standard error: {@code not settled} without figures; {@link #ofCount} judges such rates.
 *   <li>A target of 0 or 1: its log odds are infinite; the probability is 0 or 1.
 * </ul>
 *
 * @param code the verdict
 * @param probability probability that the target is met
 * @param pValue of the one-sided test of "target not met"
 * @param bound one-sided bound of the rate: the lower one where more is better, else the upper one
 */
public record Verdict(Code code, double probability, double pValue, double bound) {
    /** Verdicts from best to worst. */
    public enum Code {
        MET,
        LIKELY_MET,
        NOT_SETTLED,
        LIKELY_SHORT,
        SHORT;

        /** The verdict that a probability gives. */
        public static Code of(double probability, Thresholds thresholds) {
            if (Double.isNaN(probability)) {
                return NOT_SETTLED;
            }
            return probability > thresholds.met()
                    ? MET
                    : probability >= thresholds.likely()
                            ? LIKELY_MET
                            : probability > 1 - thresholds.likely()
                                    ? NOT_SETTLED
                                    : probability >= 1 - thresholds.met() ? LIKELY_SHORT : SHORT;
        }
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
        int sign = target.operator().sign();
        double t = sign * (LogOdds.of(estimate) - LogOdds.of(target.value())) / scale;
        double probability = Distributions.t(t, df);
        double bound = LogOdds.of(estimate) - sign * Distributions.tQuantile(thresholds.met(), df) * scale;
        return new Verdict(Code.of(probability, thresholds), probability, Distributions.t(-t, df), LogOdds.rate(bound));
    }

    /**
     * Judges a rate of 0 or 1, of which no standard error can be estimated, by the binomial distribution: \((1-p_0)^n\) is the
     * chance to see nobody where the rate is \(p_0\). Of few respondents that says nothing: the probability never lies on the
     * other side of one half than the rate itself.
     *
     * @param estimate 0 or 1
     * @param n respondents; of a clustered sample the effective number
     */
    public static Verdict ofCount(double estimate, double n, Target target, Thresholds thresholds) {
        if (!((estimate == 0 || estimate == 1) && n >= 1)) {
            return new Verdict(Code.NOT_SETTLED, Double.NaN, Double.NaN, Double.NaN);
        }
        double beyond = Math.pow(estimate == 0 ? 1 - target.value() : target.value(), n);
        boolean fits = (estimate == 1) == target.operator().isUpward();
        double probability = fits ? Math.max(0.5, 1 - beyond) : Math.min(0.5, beyond);
        double step = 1 - Math.pow(1 - thresholds.met(), 1 / n);
        double bound = !fits ? estimate : estimate == 1 ? 1 - step : step;
        return new Verdict(Code.of(probability, thresholds), probability, 1 - probability, bound);
    }
}
