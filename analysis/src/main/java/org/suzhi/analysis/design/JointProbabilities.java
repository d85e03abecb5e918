package org.suzhi.analysis.design;

import org.suzhi.analysis.AnalysisProblem;

/**
 * Joint inclusion probabilities of pairs of first-stage units as \(\check\Delta_{ij} = (\pi_{ij} - \pi_i\pi_j)/\pi_{ij}\),
 * given or approximated, with the variance estimator to use.
 */
public final class JointProbabilities {
    private final double[] deltas;
    private final int units;
    private final boolean yatesGrundy;

    private JointProbabilities(double[] deltas, int units, boolean yatesGrundy) {
        this.deltas = deltas;
        this.units = units;
        this.yatesGrundy = yatesGrundy;
    }

    /**
     * Given probabilities, \(\pi_i\) on the diagonal; pairs that are independent up to 1e-4 count as independent, as in R
     * survey's ppsmat.
     *
     * @param matrix row-major, in row order
     */
    static JointProbabilities ofRows(double[] matrix, int rows, int[] unitOfRow, boolean yatesGrundy) {
        double[] deltas = new double[rows * rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                double pair = matrix[i * rows + j];
                if (!(pair > 0 && pair <= 1)) {
                    throw new AnalysisProblem("joint_probability", i + 1, j + 1, pair);
                }
                double delta = (pair - matrix[i * rows + i] * matrix[j * rows + j]) / pair;
                deltas[unitOfRow[i] * rows + unitOfRow[j]] = Math.abs(delta) < 1e-4 ? 0 : delta;
            }
        }
        return new JointProbabilities(deltas, rows, yatesGrundy);
    }

    /** Given probabilities of rows that are their own units. */
    public static JointProbabilities given(double[] matrix, Stage finest, boolean yatesGrundy) {
        int rows = finest.unitOfRow().length;
        if (finest.units() != rows) {
            throw new AnalysisProblem("joint_rows", rows, finest.units());
        }
        return ofRows(matrix, rows, finest.unitOfRow(), yatesGrundy);
    }

    /**
     * Overton's approximation \(\check\Delta_{ij} = 1 - (n - (\pi_i + \pi_j)/2)/(n - 1)\) within strata (Stehman and Overton
     * 1994).
     */
    public static JointProbabilities overton(Stage first, boolean yatesGrundy) {
        return approximate(first, yatesGrundy, 0.5, new double[first.strata()]);
    }

    /**
     * Hartley and Rao's approximation \(\check\Delta_{ij} = 1 - (n - \pi_i - \pi_j + \sum\pi^2/n)/(n - 1)\), the sum estimated
     * by the sample mean of π.
     */
    public static JointProbabilities hartleyRao(Stage first, boolean yatesGrundy) {
        double[] means = new double[first.strata()];
        for (int u = 0; u < first.units(); u++) {
            int h = first.stratumOfUnit(u);
            means[h] += first.fraction(u) / first.sampled(h);
        }
        return approximate(first, yatesGrundy, 1, means);
    }

    /** Hartley and Rao's approximation with the population's sum of squared probabilities over n known. */
    public static JointProbabilities hartleyRao(Stage first, double sumSquares, boolean yatesGrundy) {
        double[] given = new double[first.strata()];
        java.util.Arrays.fill(given, sumSquares);
        return approximate(first, yatesGrundy, 1, given);
    }

    private static JointProbabilities approximate(Stage first, boolean yatesGrundy, double part, double[] squares) {
        int units = first.units();
        if (units > 20_000) {
            throw new AnalysisProblem("joint_too_many", units, 20_000);
        }
        double[] deltas = new double[units * units];
        for (int i = 0; i < units; i++) {
            int h = first.stratumOfUnit(i);
            double n = first.sampled(h);
            for (int j = 0; j < units; j++) {
                double sum = part * (first.fraction(i) + first.fraction(j));
                double delta = 0;
                if (i == j) {
                    delta = 1 - first.fraction(i);
                } else if (first.stratumOfUnit(j) == h && sum != 1) {
                    delta = 1 - (n - sum + squares[h]) / (n - 1);
                }
                deltas[i * units + j] = delta;
            }
        }
        return new JointProbabilities(deltas, units, yatesGrundy);
    }

    /**
     * The covariance of two totals from weighted values: \(\sum\sum \check\Delta_{ij} a_i b_j\), or
     * \(-\frac12 \sum\sum \check\Delta_{ij} (a_i - a_j)(b_i - b_j)\).
     */
    public double covariance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < units; i++) {
            double line = 0;
            for (int j = 0; j < units; j++) {
                double d = deltas[i * units + j];
                line += yatesGrundy ? -0.5 * d * (a[i] - a[j]) * (b[i] - b[j]) : d * a[i] * b[j];
            }
            sum += line;
        }
        return sum;
    }
}
