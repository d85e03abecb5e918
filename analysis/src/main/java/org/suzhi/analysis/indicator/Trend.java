package org.suzhi.analysis.indicator;

import java.util.List;
import java.util.Optional;
import org.suzhi.analysis.design.SymmetricSolver;
import org.suzhi.analysis.estimate.Distributions;

/**
 * A line through the rates of several waves, by generalized least squares on the rate or on its log odds.
 *
 * <p>\( \hat\beta = (X'\Sigma^{-1}X)^{-1}X'\Sigma^{-1}y \), \( V(\hat\beta) = (X'\Sigma^{-1}X)^{-1} \) with \(\Sigma\) the
 * design-based covariance of the waves' rates, carried to the log odds by the delta method; of independent waves that is
 * least squares weighted by \(1/se^2\). The error is that of sampling: that the line goes on is an assumption.
 *
 * <ul>
 *   <li>Two waves: the line through both; no test of fit.
 *   <li>Degrees of freedom: Satterthwaite's of independent waves; of waves that share units the smallest of theirs.
 * </ul>
 *
 * <p>Source: Korn and Graubard (1999), 8.2; agrees with R's {@code lm(weights = 1/se^2)} and {@code svycontrast}.
 */
public final class Trend {
    /** Where the trend is a line. */
    public enum Scale {
        LINEAR,
        LOGIT;

        double of(double rate) {
            return this == LINEAR ? rate : LogOdds.of(rate);
        }

        double rate(double value) {
            return this == LINEAR ? value : LogOdds.rate(value);
        }

        double slopeAt(double rate) {
            return this == LINEAR ? 1 : 1 / (rate * (1 - rate));
        }
    }

    private static final double LEVEL = 0.975;
    private final Scale scale;
    private final RateSeries series;
    private final double centre;
    private final double[][] weights;
    private final double[][] variance;
    private final double intercept;
    private final double slope;
    private final double misfit;

    private Trend(Scale scale, RateSeries series) {
        this.scale = scale;
        this.series = series;
        List<WaveRate> waves = series.waves();
        int k = waves.size();
        centre = waves.stream().mapToInt(WaveRate::year).average().orElseThrow();
        double[] sigma = new double[k * k];
        double[] y = new double[k];
        double[] ones = new double[k];
        double[] x = new double[k];
        for (int i = 0; i < k; i++) {
            ones[i] = 1;
            x[i] = waves.get(i).year() - centre;
            y[i] = scale.of(waves.get(i).estimate());
            for (int j = 0; j < k; j++) {
                sigma[i * k + j] = sigma(i, j);
            }
        }
        SymmetricSolver solver = SymmetricSolver.of(sigma, k, 1e-12);
        if (solver.rank() < k) {
            throw new IllegalArgumentException("covariance of the waves has rank " + solver.rank() + ", expected " + k);
        }
        double[] u = solver.solve(ones);
        double[] v = solver.solve(x);
        double a = dot(ones, u);
        double b = dot(x, u);
        double c = dot(x, v);
        double det = a * c - b * b;
        variance = new double[][] {{c / det, -b / det}, {-b / det, a / det}};
        weights = new double[k][];
        for (int i = 0; i < k; i++) {
            weights[i] = new double[] {
                variance[0][0] * u[i] + variance[0][1] * v[i], variance[1][0] * u[i] + variance[1][1] * v[i]
            };
        }
        double level = 0;
        double steepness = 0;
        for (int i = 0; i < k; i++) {
            level += weights[i][0] * y[i];
            steepness += weights[i][1] * y[i];
        }
        intercept = level;
        slope = steepness;
        double[] residual = new double[k];
        for (int i = 0; i < k; i++) {
            residual[i] = y[i] - intercept - slope * x[i];
        }
        misfit = dot(residual, solver.solve(residual));
    }

    /** The trend of waves of one criterion; empty where fewer than two have a standard error. */
    static Optional<Trend> of(Scale scale, RateSeries joined) {
        return joined.waves().size() < 2 ? Optional.empty() : Optional.of(new Trend(scale, joined));
    }

    private double sigma(int i, int j) {
        return series.covariance(i, j)
                * scale.slopeAt(series.waves().get(i).estimate())
                * scale.slopeAt(series.waves().get(j).estimate());
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    public Scale scale() {
        return scale;
    }

    public int from() {
        return series.waves().get(0).year();
    }

    public int to() {
        return series.waves().get(series.waves().size() - 1).year();
    }

    /** The change a year with its 95 % interval, on the trend's own scale: a proportion, or log odds. */
    public Estimated slope() {
        double se = Math.sqrt(variance[1][1]);
        double df = df(0, 1);
        double half = Distributions.tQuantile(LEVEL, df) * se;
        return new Estimated(slope, se, slope - half, slope + half, df);
    }

    /**
     * A figure with its error.
     *
     * @param lower lower bound of the 95 % interval
     * @param upper upper bound of the 95 % interval
     */
    public record Estimated(double value, double se, double lower, double upper, double df) {
        /** Which way it goes, read as a difference. */
        public Direction direction() {
            return Direction.of(se, lower, upper);
        }
    }

    /** p value of "the waves lie on a line", by chi-square; NaN of two waves. */
    public double fitPValue() {
        int df = series.waves().size() - 2;
        return df == 0 ? Double.NaN : Distributions.chiSquareUpper(misfit, df);
    }

    private double standardError(double x) {
        return Math.sqrt(variance[0][0] + 2 * x * variance[0][1] + x * x * variance[1][1]);
    }

    private double df(double level, double steepness) {
        List<WaveRate> waves = series.waves();
        if (!series.isIndependent()) {
            return waves.stream().mapToDouble(WaveRate::df).min().orElseThrow();
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < waves.size(); i++) {
            double c = level * weights[i][0] + steepness * weights[i][1];
            double part = c * c * sigma(i, i);
            sum += part;
            squares += part * part / waves.get(i).df();
        }
        return sum * sum / squares;
    }

    /** The rate that the trend gives for a year, with its 95 % interval, within 0 and 1; the error is that of the rate. */
    public Estimated at(double year) {
        double x = year - centre;
        double value = intercept + slope * x;
        double se = standardError(x);
        double df = df(1, x);
        double half = Distributions.tQuantile(LEVEL, df) * se;
        double rate = within(scale.rate(value));
        return new Estimated(
                rate,
                scale == Scale.LINEAR ? se : se * rate * (1 - rate),
                within(scale.rate(value - half)),
                within(scale.rate(value + half)),
                df);
    }

    private static double within(double rate) {
        return Math.max(0, Math.min(1, rate));
    }

    /** Probability that a target is met in a year, if the trend goes on. */
    public double probability(Target target, double year) {
        double x = year - centre;
        double t = target.operator().sign() * (intercept + slope * x - scale.of(target.value())) / standardError(x);
        return Distributions.t(t, df(1, x));
    }

    /** When the trend reaches a target. */
    Crossing crossing(Target target) {
        double goal = scale.of(target.value());
        double toward = target.operator().sign() * slope;
        if (!(toward > 0) || Double.isInfinite(goal)) {
            return Crossing.NEVER;
        }
        double x = (goal - intercept) / slope;
        double t = Distributions.tQuantile(LEVEL, df(1, x));
        double a = slope * slope - t * t * variance[1][1];
        double b = 2 * ((intercept - goal) * slope - t * t * variance[0][1]);
        double c = (intercept - goal) * (intercept - goal) - t * t * variance[0][0];
        double root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
        double first = Math.min((-b - root) / (2 * a), (-b + root) / (2 * a));
        double second = Math.max((-b - root) / (2 * a), (-b + root) / (2 * a));
        if (a > 0) {
            return new Crossing(centre + x, centre + Math.min(first, x), centre + Math.max(second, x));
        }
        if (root == 0) {
            return new Crossing(centre + x, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        return x >= second
                ? new Crossing(centre + x, centre + second, Double.POSITIVE_INFINITY)
                : new Crossing(centre + x, Double.NEGATIVE_INFINITY, centre + first);
    }
}
