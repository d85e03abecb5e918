package org.suzhi.analysis.estimate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Estimates from m imputed or plausible values combined by Rubin's rules: \(V = W + (1 + 1/m)B\), \(df = (m - 1)(1 + W/((1 +
 * 1/m)B))^2\) (Rubin 1987; R {@code mitools::MIcombine}). Where the complete data have \(\nu\) degrees of freedom these become
 * \((1/df + 1/\nu_{obs})^{-1}\) with \(\nu_{obs} = (1 - \gamma)\,\nu(\nu + 1)/(\nu + 3)\), \(\gamma = (1 + 1/m)B/V\) (Barnard and Rubin
 * 1999, Biometrika 86, 948-955; R {@code mice::pool}).
 *
 * @param estimate mean of the estimates
 * @param within mean of their variances, W
 * @param between their variance, B
 * @param standardError √V
 * @param df degrees of freedom
 * @param relativeIncrease of the variance by not knowing the values, \(r = (1 + 1/m)B/W\)
 * @param missingInformation fraction of information lost to not knowing the values, \((r + 2/(df + 3))/(r + 1)\)
 */
public record MultipleImputation(
        double estimate,
        double within,
        double between,
        double standardError,
        double df,
        double relativeIncrease,
        double missingInformation) {
    /** With the degrees of freedom of large samples. */
    public static MultipleImputation combine(double[] estimates, double[] variances) {
        return combine(estimates, variances, Double.POSITIVE_INFINITY);
    }

    /**
     * Combines.
     *
     * @param completeDf degrees of freedom that complete data would have
     */
    public static MultipleImputation combine(double[] estimates, double[] variances, double completeDf) {
        double m = estimates.length;
        double mean = 0;
        double within = 0;
        for (int k = 0; k < estimates.length; k++) {
            mean += estimates[k] / m;
            within += variances[k] / m;
        }
        double between = 0;
        for (double e : estimates) {
            between += (e - mean) * (e - mean) / (m - 1);
        }
        double r = (1 + 1 / m) * between / within;
        double df = (m - 1) * (1 + 1 / r) * (1 + 1 / r);
        if (completeDf < Double.POSITIVE_INFINITY) {
            double observed = completeDf * (completeDf + 1) / (completeDf + 3) / (1 + r);
            df = 1 / (1 / df + 1 / observed);
        }
        double lost = (r + 2 / (df + 3)) / (r + 1);
        double variance = within + (1 + 1 / m) * between;
        return new MultipleImputation(mean, within, between, Math.sqrt(variance), df, r, lost);
    }

    /** The further figures by their names in results. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("fractionMissingInfo", missingInformation);
        figures.put("relativeIncrease", relativeIncrease);
        figures.put("varianceWithin", within);
        figures.put("varianceBetween", between);
        return figures;
    }
}
