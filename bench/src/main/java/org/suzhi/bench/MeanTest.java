package org.suzhi.bench;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * Whether the means of several correlated figures over many draws are those intended: Hotelling's T² in the directions in
 * which the figures vary at all, turned into a chi-square of as many degrees of freedom.
 *
 * @param chiSquare as rare as T² is under its F distribution
 * @param df directions in which the figures vary
 */
record MeanTest(double chiSquare, int df) {
    private static final double NO_VARIATION = 1e-9;
    private static final double RAREST = 1e-15;

    /** Figures by draw, each draw's in the same order as those intended. */
    static MeanTest of(double[][] figures, double[] intended) {
        int draws = figures.length;
        int k = intended.length;
        double[] off = new double[k];
        for (int i = 0; i < k; i++) {
            int column = i;
            off[i] = Arrays.stream(figures).mapToDouble(f -> f[column]).sum() / draws - intended[i];
        }
        double[][] covariance = new double[k][k];
        for (double[] figure : figures) {
            for (int i = 0; i < k; i++) {
                double di = figure[i] - intended[i] - off[i];
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += di * (figure[j] - intended[j] - off[j]) / (draws - 1);
                }
            }
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                covariance[j][i] = covariance[i][j];
            }
        }
        return k == 0 ? new MeanTest(0, 0) : of(draws, off, covariance);
    }

    /** Sweeps out one figure after the other, the most variable first, until what is left follows from those swept. */
    private static MeanTest of(int draws, double[] off, double[][] covariance) {
        double least = NO_VARIATION * variance(covariance, mostVariable(covariance));
        double t2 = 0;
        int df = 0;
        for (int at = mostVariable(covariance); variance(covariance, at) > least; at = mostVariable(covariance)) {
            double[] with = covariance[at].clone();
            double variance = with[at];
            double along = off[at];
            t2 += draws * along * along / variance;
            df++;
            for (int i = 0; i < off.length; i++) {
                off[i] -= with[i] / variance * along;
                for (int j = 0; j < off.length; j++) {
                    covariance[i][j] -= with[i] * with[j] / variance;
                }
            }
        }
        if (df == 0 || df >= draws - 1) {
            return new MeanTest(0, 0);
        }
        double p = 1
                - new FDistribution(null, df, draws - df)
                        .cumulativeProbability(t2 * (draws - df) / (df * (draws - 1.0)));
        double rare = Math.max(RAREST, Math.min(1 - RAREST, p));
        return new MeanTest(new ChiSquaredDistribution(null, df).inverseCumulativeProbability(1 - rare), df);
    }

    private static int mostVariable(double[][] covariance) {
        int most = 0;
        for (int i = 1; i < covariance.length; i++) {
            most = covariance[i][i] > covariance[most][most] ? i : most;
        }
        return most;
    }

    private static double variance(double[][] covariance, int i) {
        return covariance[i][i];
    }

    /** Independent strata together. */
    MeanTest and(MeanTest other) {
        return new MeanTest(chiSquare + other.chiSquare, df + other.df);
    }

    double p() {
        return df == 0 ? 1 : 1 - new ChiSquaredDistribution(null, df).cumulativeProbability(chiSquare);
    }

    double perDf() {
        return chiSquare / df;
    }
}
