package org.suzhi.analysis.design;

/**
 * Cholesky factor of a symmetric nonnegative matrix that leaves out columns depending on earlier ones, so that redundant
 * margins do no harm: their coefficients are 0.
 */
public final class SymmetricSolver {
    private final int size;
    private final double[] factor;
    private final boolean[] kept;
    private final int rank;

    private SymmetricSolver(int size, double[] factor, boolean[] kept, int rank) {
        this.size = size;
        this.factor = factor;
        this.kept = kept;
        this.rank = rank;
    }

    /**
     * Factors a matrix.
     *
     * @param matrix row-major, size × size
     * @param tolerance a column is left out when its pivot is below tolerance × its diagonal
     */
    public static SymmetricSolver of(double[] matrix, int size, double tolerance) {
        double[] l = new double[size * size];
        boolean[] kept = new boolean[size];
        int rank = 0;
        for (int j = 0; j < size; j++) {
            double pivot = matrix[j * size + j];
            for (int k = 0; k < j; k++) {
                pivot -= l[j * size + k] * l[j * size + k];
            }
            kept[j] = pivot > tolerance * matrix[j * size + j] && pivot > 0;
            if (!kept[j]) {
                continue;
            }
            rank++;
            double root = Math.sqrt(pivot);
            l[j * size + j] = root;
            for (int i = j + 1; i < size; i++) {
                double sum = matrix[i * size + j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i * size + k] * l[j * size + k];
                }
                l[i * size + j] = sum / root;
            }
        }
        return new SymmetricSolver(size, l, kept, rank);
    }

    /** Number of independent columns. */
    public int rank() {
        return rank;
    }

    /** Whether a column is independent of those before it. */
    public boolean kept(int column) {
        return kept[column];
    }

    /** Solves for one right-hand side; coefficients of columns left out are 0. */
    public double[] solve(double[] right) {
        double[] x = right.clone();
        for (int j = 0; j < size; j++) {
            if (!kept[j]) {
                x[j] = 0;
                continue;
            }
            double sum = x[j];
            for (int k = 0; k < j; k++) {
                sum -= factor[j * size + k] * x[k];
            }
            x[j] = sum / factor[j * size + j];
        }
        for (int j = size - 1; j >= 0; j--) {
            if (kept[j]) {
                double sum = x[j];
                for (int k = j + 1; k < size; k++) {
                    sum -= factor[k * size + j] * x[k];
                }
                x[j] = sum / factor[j * size + j];
            }
        }
        return x;
    }
}
