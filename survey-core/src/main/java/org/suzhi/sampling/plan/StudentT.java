package org.suzhi.sampling.plan;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Erf;

/** Student's t for planning; infinite degrees of freedom mean the normal distribution. R: {@code qt}, {@code pt}. */
final class StudentT {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private StudentT() {}

    /** The t below which a share p of the distribution lies. */
    static double quantile(double p, double df) {
        return Double.isInfinite(df)
                ? NORMAL.inverseCumulativeProbability(p)
                : new TDistribution(null, df, 1e-12).inverseCumulativeProbability(p);
    }

    /** The share of the distribution below t. */
    static double below(double t, double df) {
        return Double.isInfinite(df)
                ? 0.5 * Erf.erfc(-t / Math.sqrt(2))
                : new TDistribution(null, df).cumulativeProbability(t);
    }
}
