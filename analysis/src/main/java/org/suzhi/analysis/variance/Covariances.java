package org.suzhi.analysis.variance;

/** Variances and covariances of a list of estimates. */
public interface Covariances {
    /** Number of estimates. */
    int size();

    /** The variance of an estimate; NaN when there is none. */
    double variance(int i);

    /** The covariance of two estimates. */
    double covariance(int i, int j);

    /** The whole matrix of some estimates. */
    default double[][] matrix(int... which) {
        double[][] matrix = new double[which.length][which.length];
        for (int i = 0; i < which.length; i++) {
            for (int j = 0; j <= i; j++) {
                double c = covariance(which[i], which[j]);
                matrix[i][j] = c;
                matrix[j][i] = c;
            }
        }
        return matrix;
    }
}
