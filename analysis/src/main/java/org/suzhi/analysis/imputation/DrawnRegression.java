package org.suzhi.analysis.imputation;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * A linear regression and one draw from the posterior of its coefficients: \( \sigma^{*2} = RSS / \chi^2_{n-p} \), \( \beta^* =
 * \hat\beta + \sigma^* L^{-T} z \) with \( X^TX + \kappa\,diag(X^TX) = LL^T \), z standard normal, κ = 10⁻⁵ so that columns may depend on
 * each other (van Buuren 2018, algorithm 3.1).
 */
final class DrawnRegression {
    private static final double RIDGE = 1e-5;
    private final double[] fitted;
    private final double[] drawn;

    private DrawnRegression(double[] fitted, double[] drawn) {
        this.fitted = fitted;
        this.drawn = drawn;
    }

    static DrawnRegression of(double[][] x, double[] y, RandomGenerator random) {
        int p = x[0].length;
        double[][] xx = new double[p][p];
        double[] xy = new double[p];
        for (int i = 0; i < y.length; i++) {
            for (int a = 0; a < p; a++) {
                xy[a] += x[i][a] * y[i];
                for (int b = 0; b <= a; b++) {
                    xx[a][b] += x[i][a] * x[i][b];
                }
            }
        }
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < a; b++) {
                xx[b][a] = xx[a][b];
            }
            // An indicator of a level that nobody here has: its coefficient is 0.
            xx[a][a] = xx[a][a] == 0 ? 1 : xx[a][a] * (1 + RIDGE);
        }
        CholeskyDecomposition cholesky = new CholeskyDecomposition(new Array2DRowRealMatrix(xx, false), 1e-9, 0);
        RealVector fitted = cholesky.getSolver().solve(new ArrayRealVector(xy, false));
        double rss = 0;
        for (int i = 0; i < y.length; i++) {
            double residual = y[i] - fitted.dotProduct(new ArrayRealVector(x[i], false));
            rss += residual * residual;
        }
        double chiSquared = new ChiSquaredDistribution(null, y.length - p)
                .inverseCumulativeProbability(Math.min(Math.max(random.nextDouble(), 1e-12), 1 - 1e-12));
        double sigma = Math.sqrt(rss / chiSquared);
        return new DrawnRegression(
                fitted.toArray(),
                fitted.add(step(cholesky.getLT(), sigma, random)).toArray());
    }

    /** σ L^{-T} z by back substitution. */
    private static RealVector step(RealMatrix upper, double sigma, RandomGenerator random) {
        int p = upper.getRowDimension();
        double[] step = new double[p];
        double[] z = new double[p];
        for (int a = 0; a < p; a++) {
            z[a] = sigma * random.nextGaussian();
        }
        for (int a = p - 1; a >= 0; a--) {
            double rest = z[a];
            for (int b = a + 1; b < p; b++) {
                rest -= upper.getEntry(a, b) * step[b];
            }
            step[a] = rest / upper.getEntry(a, a);
        }
        return new ArrayRealVector(step, false);
    }

    double fitted(double[] x) {
        return product(fitted, x);
    }

    /** By the coefficients drawn. */
    double drawn(double[] x) {
        return product(drawn, x);
    }

    private static double product(double[] coefficients, double[] x) {
        double sum = 0;
        for (int a = 0; a < x.length; a++) {
            sum += coefficients[a] * x[a];
        }
        return sum;
    }
}
