package org.suzhi.analysis.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.LinearEstimates;

/**
 * Chi-square test of a weighted distribution against given probabilities: \(X^2 = \sum (O - E)^2/E\) of estimated totals, its
 * tail by the two moments of the eigenvalues of the covariance of \((O - E)/\sqrt E\) (R {@code svygofchisq}).
 */
public final class GoodnessOfFit {
    private GoodnessOfFit() {}

    /**
     * The figures of the test.
     *
     * @param complete one domain: rows with a value
     * @param indicators indicator of every level
     * @param probabilities given probability of every level, scaled to add up to 1
     */
    public static Map<String, Double> test(
            SurveyDesign design, Domains complete, List<double[]> indicators, List<Double> probabilities) {
        int k = indicators.size();
        if (probabilities.size() != k) {
            throw new AnalysisProblem("gof_probabilities", k, probabilities.size());
        }
        double sum = probabilities.stream().mapToDouble(Double::doubleValue).sum();
        LinearEstimates totals = LinearEstimates.totals(design, complete, indicators, false);
        double all = 0;
        for (int c = 0; c < k; c++) {
            all += totals.value(0, c);
        }
        double x2 = 0;
        RealMatrix jacobian = new Array2DRowRealMatrix(k, k);
        for (int c = 0; c < k; c++) {
            double p = probabilities.get(c) / sum;
            double observed = totals.value(0, c);
            double expected = p * all;
            x2 += (observed - expected) * (observed - expected) / expected;
            for (int j = 0; j < k; j++) {
                double byExpected = -(observed + expected) / (2 * Math.pow(expected, 1.5));
                jacobian.setEntry(c, j, (c == j ? 1 / Math.sqrt(expected) : 0) + byExpected * p);
            }
        }
        int[] places = java.util.stream.IntStream.range(0, k).toArray();
        RealMatrix v = new Array2DRowRealMatrix(totals.covariances().matrix(places));
        double[] weights = Eigenvalues.of(jacobian.multiply(v).multiply(jacobian.transpose()));
        double[] moments = QuadraticForm.moments(weights);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("statistic", x2);
        figures.put("scale", moments[0]);
        figures.put("df1", moments[1]);
        figures.put("pValue", QuadraticForm.satterthwaite(x2, weights));
        return figures;
    }
}
