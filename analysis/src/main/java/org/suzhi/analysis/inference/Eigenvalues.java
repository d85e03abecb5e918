package org.suzhi.analysis.inference;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Eigenvalues of symmetric matrices and of quotients of two. */
public final class Eigenvalues {
    private Eigenvalues() {}

    /** Eigenvalues of A⁻¹B for symmetric A &gt; 0 and symmetric B, largest first. */
    public static double[] ofQuotient(RealMatrix a, RealMatrix b) {
        RealMatrix lower = new CholeskyDecomposition(symmetric(a), 1e-6, 1e-300).getL();
        RealMatrix inverse = new LUDecomposition(lower).getSolver().getInverse();
        return of(inverse.multiply(symmetric(b)).multiply(inverse.transpose()));
    }

    /** Eigenvalues of a symmetric matrix, largest first. */
    public static double[] of(RealMatrix matrix) {
        return new EigenDecomposition(symmetric(matrix)).getRealEigenvalues();
    }

    private static RealMatrix symmetric(RealMatrix matrix) {
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }
}
