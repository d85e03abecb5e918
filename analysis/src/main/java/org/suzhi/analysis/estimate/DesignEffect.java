package org.suzhi.analysis.estimate;

import java.util.List;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.variance.DomainTotals;

/**
 * Variances under simple random sampling, the denominators of design effects: \(S^2/n\) of the residuals with \(S^2 =
 * \frac{n}{n-1} \sum w (e - \bar e)^2 / \sum w\), times \(\hat N^2\) for totals, and times \(1 - n/\hat N\) unless sampling
 * with replacement is the yardstick (Kish 1965; R {@code svymean(deff = TRUE)}).
 */
final class DesignEffect {
    /** Squared deviations relative to squared means that are rounding alone: the variable is constant. */
    private static final double CONSTANT = 1e-26;

    private DesignEffect() {}

    /** By domain × output. */
    static double[] srsVariances(
            DomainTotals totals, List<double[]> columns, LinearStatistic statistic, boolean withReplacement) {
        Domains domains = totals.domains();
        SurveyDesign design = totals.design();
        int outputs = statistic.outputs();
        int k = totals.variables();
        double[] mean = new double[domains.count() * outputs];
        double[][] coefficients = new double[mean.length][];
        int[][] variables = new int[outputs][];
        for (int o = 0; o < outputs; o++) {
            variables[o] = statistic.residualVariables(o);
        }
        double[] t = new double[k];
        for (int d = 0; d < domains.count(); d++) {
            for (int v = 0; v < k; v++) {
                t[v] = totals.total(d, v);
            }
            for (int o = 0; o < outputs; o++) {
                double[] c = statistic.residualCoefficients(t, o);
                coefficients[d * outputs + o] = c;
                for (int j = 0; j < c.length; j++) {
                    mean[d * outputs + o] += c[j] * t[variables[o][j]] / t[0];
                }
            }
        }
        double[] squares = new double[mean.length];
        for (int i = 0; i < design.rows(); i++) {
            int d = domains.of(i);
            if (d < 0) {
                continue;
            }
            double w = design.weight(i);
            for (int o = 0; o < outputs; o++) {
                int at = d * outputs + o;
                double e = -mean[at];
                for (int j = 0; j < variables[o].length; j++) {
                    e += coefficients[at][j] * columns.get(variables[o][j] - 1)[i];
                }
                squares[at] += w * e * e;
            }
        }
        for (int at = 0; at < squares.length; at++) {
            int d = at / outputs;
            double size = totals.total(d, 0);
            double n = totals.rows(d);
            double variance = squares[at] / size * n / (n - 1) / n;
            if (squares[at] <= CONSTANT * mean[at] * mean[at] * size) {
                variance = 0;
            }
            if (statistic.ofTotal()) {
                variance *= size * size;
            }
            squares[at] = withReplacement ? variance : size < n ? Double.NaN : variance * (size - n) / size;
        }
        return squares;
    }
}
