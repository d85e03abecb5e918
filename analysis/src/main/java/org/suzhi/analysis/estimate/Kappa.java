package org.suzhi.analysis.estimate;

import java.util.List;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.variance.Covariances;

/**
 * Cohen's kappa of two classifications, \((p_o - p_e)/(1 - p_e)\) from the weighted table, with the delta method on the
 * covariances of its proportions (R {@code svykappa}).
 */
public final class Kappa implements Covariances {
    private final double[] values;
    private final double[] variances;
    private final int[] rows;

    private Kappa(double[] values, double[] variances, int[] rows) {
        this.values = values;
        this.variances = variances;
        this.rows = rows;
    }

    /**
     * Estimates by domain.
     *
     * @param cells indicators of the table's cells, first classification varying fastest
     * @param levels levels of each classification
     */
    public static Kappa of(SurveyDesign design, Domains domains, List<double[]> cells, int levels) {
        LinearEstimates table = LinearEstimates.means(design, domains, cells, false);
        double[] values = new double[domains.count()];
        double[] variances = new double[values.length];
        int[] rows = new int[values.length];
        for (int d = 0; d < values.length; d++) {
            double[] p = new double[cells.size()];
            int[] places = new int[p.length];
            for (int c = 0; c < p.length; c++) {
                p[c] = table.value(d, c);
                places[c] = d * p.length + c;
            }
            rows[d] = table.rows(d);
            double[] gradient = new double[p.length];
            values[d] = valueAndGradient(p, levels, gradient);
            variances[d] = Double.isNaN(values[d])
                    ? Double.NaN
                    : Math.max(0, quadraticForm(gradient, table.covariances().matrix(places)));
        }
        return new Kappa(values, variances, rows);
    }

    private static double valueAndGradient(double[] p, int k, double[] gradient) {
        double[] first = new double[k];
        double[] second = new double[k];
        double observed = 0;
        for (int c = 0; c < p.length; c++) {
            first[c % k] += p[c];
            second[c / k] += p[c];
            observed += c % k == c / k ? p[c] : 0;
        }
        double expected = 0;
        for (int l = 0; l < k; l++) {
            expected += first[l] * second[l];
        }
        for (int c = 0; c < p.length; c++) {
            double dObserved = c % k == c / k ? 1 : 0;
            double dExpected = second[c % k] + first[c / k];
            gradient[c] = dObserved / (1 - expected) + dExpected * (observed - 1) / ((1 - expected) * (1 - expected));
        }
        return (observed - expected) / (1 - expected);
    }

    static double quadraticForm(double[] g, double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < g.length; i++) {
            for (int j = 0; j < g.length; j++) {
                sum += g[i] * matrix[i][j] * g[j];
            }
        }
        return sum;
    }

    public double value(int domain) {
        return values[domain];
    }

    public int rows(int domain) {
        return rows[domain];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public double variance(int i) {
        return variances[i];
    }

    @Override
    public double covariance(int i, int j) {
        return i == j ? variances[i] : Double.NaN;
    }
}
