package org.suzhi.analysis.weighting;

/**
 * What a set of weights looks like. Rows with weight 0 are not counted.
 *
 * @param n rows with a weight
 * @param sum sum of the weights; NaN figures when there is no row
 * @param cv standard deviation (divisor n) over mean
 * @param deff Kish's design effect of weighting, \(n \sum w^2 / (\sum w)^2 = 1 + cv^2\) (Kish 1965, 11.7)
 */
public record WeightFigures(int n, double sum, double min, double max, double cv, double deff) {
    /** The figures of weights, one a row. */
    public static WeightFigures of(double[] weights) {
        int n = 0;
        double sum = 0;
        double squares = 0;
        double min = Double.NaN;
        double max = Double.NaN;
        for (double w : weights) {
            if (w != 0) {
                n++;
                sum += w;
                squares += w * w;
                min = n == 1 ? w : Math.min(min, w);
                max = n == 1 ? w : Math.max(max, w);
            }
        }
        double deff = n * squares / (sum * sum);
        return new WeightFigures(n, sum, min, max, Math.sqrt(Math.max(0, deff - 1)), deff);
    }
}
