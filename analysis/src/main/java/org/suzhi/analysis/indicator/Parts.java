package org.suzhi.analysis.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.Distributions;
import org.suzhi.analysis.indicator.Trend.Estimated;
import org.suzhi.analysis.variance.Covariances;
import org.suzhi.analysis.variance.DomainTotals;
import org.suzhi.analysis.variance.Linearized;
import org.suzhi.analysis.variance.Replicated;

/**
 * A population taken apart into disjoint categories c: the share \(p_c = \hat N_c/\hat N\) and the rate \(r_c = \hat
 * Y_c/\hat N_c\) of each, with the covariances of all of them on one design, so that \(R = \sum_c p_c r_c\) is the rate of
 * the whole and every smooth function of them has its error by the delta method.
 *
 * <ul>
 *   <li>A category without weight has no rate: the caller must not pass it.
 *   <li>A share that calibration fixes has variance 0.
 * </ul>
 */
public final class Parts {
    private final double[] shares;
    private final double[] rates;
    private final double[][] covariance;
    private final double df;

    private Parts(double[] shares, double[] rates, double[][] covariance, double df) {
        this.shares = shares;
        this.rates = rates;
        this.covariance = covariance;
        this.df = df;
    }

    /**
     * Parts whose figures are known.
     *
     * @param covariance of the shares, then the rates
     */
    public static Parts of(double[] shares, double[] rates, double[][] covariance, double df) {
        int k = shares.length;
        if (k < 2 || rates.length != k || covariance.length != 2 * k) {
            throw new IllegalArgumentException(
                    k + " shares, " + rates.length + " rates, covariance of " + covariance.length);
        }
        return new Parts(
                shares.clone(),
                rates.clone(),
                Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new),
                df);
    }

    /**
     * Takes the rows of a design apart.
     *
     * @param categories every row with a weight in one of them, each with weight
     * @param variable the values whose mean is the rate, finite in every category
     */
    public static Parts of(SurveyDesign design, Domains categories, double[] variable) {
        DomainTotals sums = DomainTotals.of(design, categories, List.of(variable));
        int k = categories.count();
        double[] sizes = new double[k];
        double[] totals = new double[k];
        BitSet rows = new BitSet();
        for (int c = 0; c < k; c++) {
            sizes[c] = sums.total(c, 0);
            totals[c] = sums.total(c, 1);
            rows.or(categories.members(c));
        }
        double[] figures = figures(sizes, totals);
        Optional<Replicates> replicates = design.replicates();
        Covariances covariances = replicates.isPresent()
                ? replicated(replicates.get(), categories, variable, figures)
                : new Linearized(sums, gradients(sizes, figures));
        int[] all = new int[2 * k];
        Arrays.setAll(all, i -> i);
        return new Parts(
                Arrays.copyOf(figures, k),
                Arrays.copyOfRange(figures, k, 2 * k),
                covariances.matrix(all),
                design.degreesOfFreedom(rows));
    }

    private static double[] figures(double[] sizes, double[] totals) {
        int k = sizes.length;
        double size = Arrays.stream(sizes).sum();
        double[] figures = new double[2 * k];
        for (int c = 0; c < k; c++) {
            figures[c] = sizes[c] / size;
            figures[k + c] = totals[c] / sizes[c];
        }
        return figures;
    }

    /** By the totals: \(\partial p_c/\partial N_d = (\delta_{cd} - p_c)/N\), \(\partial r_c = (-r_c, 1)/N_c\). */
    private static List<Linearized.Combination> gradients(double[] sizes, double[] figures) {
        int k = sizes.length;
        double size = Arrays.stream(sizes).sum();
        int[] domains = new int[k];
        Arrays.setAll(domains, d -> d);
        List<Linearized.Combination> combinations = new ArrayList<>();
        for (int c = 0; c < k; c++) {
            double[][] share = new double[k][2];
            for (int d = 0; d < k; d++) {
                share[d][0] = ((c == d ? 1 : 0) - figures[c]) / size;
            }
            combinations.add(new Linearized.Combination(domains, share));
        }
        for (int c = 0; c < k; c++) {
            double[][] rate = new double[k][2];
            rate[c][0] = -figures[k + c] / sizes[c];
            rate[c][1] = 1 / sizes[c];
            combinations.add(new Linearized.Combination(domains, rate));
        }
        return combinations;
    }

    private static Covariances replicated(
            Replicates replicates, Domains categories, double[] variable, double[] figures) {
        double[][] sizes = replicates.sums(categories.toArray(), categories.count(), new double[0]);
        double[][] totals = replicates.sums(categories.toArray(), categories.count(), variable);
        double[][] values = new double[replicates.count()][];
        for (int r = 0; r < values.length; r++) {
            values[r] = figures(sizes[r], totals[r]);
        }
        return new Replicated(replicates, figures, values);
    }

    public int categories() {
        return shares.length;
    }

    public double share(int category) {
        return shares[category];
    }

    public double rate(int category) {
        return rates[category];
    }

    public double df() {
        return df;
    }

    /** The rate of the whole. */
    public double whole() {
        double whole = 0;
        for (int c = 0; c < shares.length; c++) {
            whole += shares[c] * rates[c];
        }
        return whole;
    }

    /** The rate of all who are not in a category. */
    public double rest(int category) {
        return (whole() - shares[category] * rates[category]) / (1 - shares[category]);
    }

    /** A category's rate less that of the rest: \((r_c - R)/(1 - p_c)\). */
    public Estimated gap(int category) {
        return estimated(rates[category] - rest(category), variance(gapGradient(category)), df);
    }

    double[] gapGradient(int category) {
        double others = 1 - shares[category];
        double[] gradient = wholeGradient(-1 / others);
        gradient[category] += (rates[category] - whole()) / (others * others);
        gradient[shares.length + category] += 1 / others;
        return gradient;
    }

    /** The whole's derivatives by shares, then rates, times a factor. */
    double[] wholeGradient(double factor) {
        int k = shares.length;
        double[] gradient = new double[2 * k];
        for (int c = 0; c < k; c++) {
            gradient[c] = factor * rates[c];
            gradient[k + c] = factor * shares[c];
        }
        return gradient;
    }

    /** The variance of a function by its derivatives by shares, then rates. */
    double variance(double[] gradient) {
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                if (gradient[i] != 0 && gradient[j] != 0) {
                    variance += gradient[i] * covariance[i][j] * gradient[j];
                }
            }
        }
        return Math.max(0, variance);
    }

    static Estimated estimated(double value, double variance, double df) {
        double se = Math.sqrt(variance);
        double half = Distributions.tQuantile(0.975, df) * se;
        return new Estimated(value, se, value - half, value + half, df);
    }

    /**
     * The same population in fewer categories.
     *
     * @param place of every category among the fewer ones
     */
    public Parts merged(int[] place) {
        int k = shares.length;
        int fewer = Arrays.stream(place).max().orElseThrow() + 1;
        double[] share = new double[fewer];
        double[] total = new double[fewer];
        for (int c = 0; c < k; c++) {
            share[place[c]] += shares[c];
            total[place[c]] += shares[c] * rates[c];
        }
        double[][] jacobian = new double[2 * fewer][2 * k];
        double[] rate = new double[fewer];
        Arrays.setAll(rate, m -> total[m] / share[m]);
        for (int c = 0; c < k; c++) {
            int m = place[c];
            jacobian[m][c] = 1;
            jacobian[fewer + m][c] = (rates[c] - rate[m]) / share[m];
            jacobian[fewer + m][k + c] = shares[c] / share[m];
        }
        double[][] merged = new double[2 * fewer][2 * fewer];
        for (int i = 0; i < 2 * fewer; i++) {
            for (int j = 0; j < 2 * fewer; j++) {
                for (int a = 0; a < 2 * k; a++) {
                    for (int b = 0; jacobian[i][a] != 0 && b < 2 * k; b++) {
                        merged[i][j] += jacobian[i][a] * covariance[a][b] * jacobian[j][b];
                    }
                }
            }
        }
        return new Parts(share, rate, merged, df);
    }
}
