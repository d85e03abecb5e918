package org.suzhi.analysis.estimate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Estimates from m imputed or plausible values combined by Rubin's rules: \(V = W + (1 + 1/m)B\), \(df = (m - 1)(1 + W/((1 +
 * 1/m)B))^2\) (Rubin 1987; R {@code mitools::MIcombine}).
 *
 * @param estimate mean of the estimates
 * @param within mean of their variances, W
 * @param between their variance, B
 * @param standardError √V
 * @param df degrees of freedom
 * @param missingInformation fraction of information lost to not knowing the values
 */
public record MultipleImputation(
        double estimate, double within, double between, double standardError, double df, double missingInformation) {
    public static MultipleImputation combine(double[] estimates, double[] variances) {
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
        double lost = (r + 2 / (df + 3)) / (r + 1);
        return new MultipleImputation(mean, within, between, Math.sqrt(within + (1 + 1 / m) * between), df, lost);
    }

    /** The further figures by their names in results. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("fractionMissingInfo", missingInformation);
        figures.put("varianceWithin", within);
        figures.put("varianceBetween", between);
        return figures;
    }
}
