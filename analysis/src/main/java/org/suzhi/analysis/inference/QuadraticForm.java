package org.suzhi.analysis.inference;

import org.suzhi.analysis.estimate.Distributions;

/** Upper tails of weighted sums of chi-square variables, each with one degree of freedom. */
public final class QuadraticForm {
    /** Degrees of freedom this far below a whole number are that number. */
    private static final double ROUNDING = 1e-9;

    private QuadraticForm() {}

    /** P(Σ λᵢ χ²₁ &gt; x) by Satterthwaite's two moments. */
    public static double satterthwaite(double x, double[] weights) {
        double[] moments = moments(weights);
        return Distributions.chiSquareUpper(x / moments[0], moments[1]);
    }

    /** Scale and degrees of freedom with the first two moments of the sum. */
    static double[] moments(double[] weights) {
        double mean = 0;
        double square = 0;
        for (double w : weights) {
            mean += w / weights.length;
            square += w * w / weights.length;
        }
        double ratio = square / (mean * mean);
        return new double[] {mean * ratio, weights.length / ratio};
    }

    /** P(Σ λᵢ χ²₁ &gt; x) by the saddlepoint approximation (Kuonen 1999), Satterthwaite's at its singular point. */
    public static double saddlepoint(double x, double[] weights) {
        double p = saddle(x, weights);
        return Double.isNaN(p) ? satterthwaite(x, weights) : p;
    }

    /**
     * P(Σ λᵢ χ²₁ / (χ²_d/d) &gt; x): the sum minus x/d times d more variables exceeds 0, by the saddlepoint approximation; d is cut
     * to a whole number there. Satterthwaite's F at its singular point.
     */
    public static double saddlepointF(double x, double[] weights, double df) {
        if (Double.isInfinite(df)) {
            return saddlepoint(x, weights);
        }
        int more = (int) (df + ROUNDING);
        double[] all = java.util.Arrays.copyOf(weights, weights.length + more);
        java.util.Arrays.fill(all, weights.length, all.length, -x / df);
        double p = saddle(0, all);
        if (!Double.isNaN(p)) {
            return p;
        }
        double[] moments = moments(weights);
        return Distributions.fUpper(x / moments[0] / moments[1], moments[1], df);
    }

    /** NaN close to the mean, where the formula is singular. */
    private static double saddle(double x, double[] weights) {
        double most = 0;
        for (double w : weights) {
            most = Math.max(most, w);
        }
        double[] lambda = new double[weights.length];
        double sum = 0;
        double lower = Double.NEGATIVE_INFINITY;
        double upper = Double.POSITIVE_INFINITY;
        boolean negative = false;
        for (int i = 0; i < lambda.length; i++) {
            lambda[i] = weights[i] / most;
            sum += lambda[i];
            if (lambda[i] < 0) {
                negative = true;
                lower = Math.max(lower, 1 / (2 * lambda[i]));
            } else if (lambda[i] > 0) {
                upper = Math.min(upper, 1 / (2 * lambda[i]));
            }
        }
        double scaled = x / most;
        double from = negative ? lower * 0.99999 : scaled > sum ? -0.01 : -lambda.length / (2 * scaled);
        double zeta = root(scaled, lambda, from, upper * 0.99999);
        if (Double.isNaN(zeta) || Math.abs(zeta) < 1e-4) {
            return Double.NaN;
        }
        double k = 0;
        double second = 0;
        for (double l : lambda) {
            k -= Math.log(1 - 2 * zeta * l) / 2;
            second += 2 * l * l / ((1 - 2 * zeta * l) * (1 - 2 * zeta * l));
        }
        double w = Math.signum(zeta) * Math.sqrt(2 * (zeta * scaled - k));
        double v = zeta * Math.sqrt(second);
        return Distributions.normal(-(w + Math.log(v / w) / w));
    }

    /** Where the derivative of the cumulant function is x; it rises between the ends. */
    private static double root(double x, double[] lambda, double from, double to) {
        double low = from;
        double high = to;
        if (!(slope(low, lambda) < x && slope(high, lambda) > x)) {
            return Double.NaN;
        }
        for (int i = 0; i < 200; i++) {
            double mid = (low + high) / 2;
            if (mid == low || mid == high) {
                break;
            }
            if (slope(mid, lambda) < x) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return (low + high) / 2;
    }

    private static double slope(double zeta, double[] lambda) {
        double sum = 0;
        for (double l : lambda) {
            sum += l / (1 - 2 * zeta * l);
        }
        return sum;
    }
}
