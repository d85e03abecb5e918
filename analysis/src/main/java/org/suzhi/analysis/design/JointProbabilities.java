package org.suzhi.analysis.design;

/**
 * Joint inclusion probabilities of pairs of rows as \(\check\Delta_{ij} = (\pi_{ij} - \pi_i\pi_j)/\pi_{ij}\), with the
 * estimator to use.
 */
public final class JointProbabilities {
    private final double[] deltas;
    private final int rows;
    private final boolean yatesGrundy;

    /**
     * @param deltas row-major, rows × rows
     * @param yatesGrundy the Yates-Grundy(-Sen) form rather than Horvitz-Thompson's
     */
    public JointProbabilities(double[] deltas, int rows, boolean yatesGrundy) {
        this.deltas = deltas.clone();
        this.rows = rows;
        this.yatesGrundy = yatesGrundy;
    }

    /**
     * The covariance of two totals from weighted values: \(\sum\sum \check\Delta_{ij} a_i b_j\), or
     * \(-\frac12 \sum\sum \check\Delta_{ij} (a_i - a_j)(b_i - b_j)\).
     */
    public double covariance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            double line = 0;
            for (int j = 0; j < rows; j++) {
                double d = deltas[i * rows + j];
                line += yatesGrundy ? -0.5 * d * (a[i] - a[j]) * (b[i] - b[j]) : d * a[i] * b[j];
            }
            sum += line;
        }
        return sum;
    }
}
