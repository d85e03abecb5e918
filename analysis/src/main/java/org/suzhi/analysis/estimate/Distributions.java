package org.suzhi.analysis.estimate;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** Tail probabilities and quantiles, accurate in both tails; infinite degrees of freedom mean the normal or chi-square. */
public final class Distributions {
    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private Distributions() {}

    /** P(T &lt; t) of Student's t; NaN when df ≤ 0. */
    public static double t(double t, double df) {
        if (!(df > 0) || Double.isNaN(t)) {
            return Double.NaN;
        }
        if (Double.isInfinite(df)) {
            return normal(t);
        }
        double tail = 0.5 * Beta.regularizedBeta(df / (df + t * t), df / 2, 0.5, 1e-16, 100_000);
        return t < 0 ? tail : 1 - tail;
    }

    /** Quantile of Student's t, polished by Newton steps; NaN when df ≤ 0. */
    public static double tQuantile(double p, double df) {
        if (!(df > 0)) {
            return Double.NaN;
        }
        if (Double.isInfinite(df)) {
            return normalQuantile(p);
        }
        if (p > 0.5) {
            return -tQuantile(1 - p, df);
        }
        if (p == 0.5) {
            return 0;
        }
        TDistribution distribution = new TDistribution(null, df, 1e-12);
        double x = distribution.inverseCumulativeProbability(p);
        for (int i = 0; i < 3; i++) {
            x -= (t(x, df) - p) / distribution.density(x);
        }
        return x;
    }

    /** P(Z &lt; z) of the standard normal. */
    public static double normal(double z) {
        return 0.5 * Erf.erfc(-z / Math.sqrt(2));
    }

    /** Density of the standard normal. */
    public static double normalDensity(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** Quantile of the standard normal. */
    public static double normalQuantile(double p) {
        double x = NORMAL.inverseCumulativeProbability(p);
        if (Double.isInfinite(x)) {
            return x;
        }
        for (int i = 0; i < 2; i++) {
            double error = p < 0.5 ? normal(x) - p : (1 - p) - normal(-x);
            x -= error / normalDensity(x);
        }
        return x;
    }

    /** P(F &gt; f) of Fisher's F; infinite df2 means chi-square over df1. */
    public static double fUpper(double f, double df1, double df2) {
        if (Double.isNaN(f) || !(df1 > 0) || !(df2 > 0)) {
            return Double.NaN;
        }
        if (f <= 0) {
            return 1;
        }
        if (Double.isInfinite(df2)) {
            return chiSquareUpper(f * df1, df1);
        }
        if (Double.isInfinite(f)) {
            return 0;
        }
        return Beta.regularizedBeta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2, 1e-16, 100_000);
    }

    /** P(X &gt; x) of chi-square. */
    public static double chiSquareUpper(double x, double df) {
        if (Double.isNaN(x) || !(df > 0)) {
            return Double.NaN;
        }
        if (x <= 0) {
            return 1;
        }
        // Further out than this the tail is below the smallest double.
        return x > 2000 + 10 * df ? 0 : Gamma.regularizedGammaQ(df / 2, x / 2, 1e-16, 100_000);
    }

    /** Quantile of the beta distribution; 0 or 1 when a parameter is 0. */
    public static double betaQuantile(double p, double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        if (a <= 0) {
            return 0;
        }
        if (b <= 0) {
            return 1;
        }
        BetaDistribution distribution = new BetaDistribution(a, b, 1e-15);
        double x = distribution.inverseCumulativeProbability(p);
        for (int i = 0; i < 3 && x > 0 && x < 1; i++) {
            double density = distribution.density(x);
            double step = (Beta.regularizedBeta(x, a, b, 1e-16, 100_000) - p) / density;
            if (Double.isFinite(step) && x - step > 0 && x - step < 1) {
                x -= step;
            }
        }
        return x;
    }
}
