package org.suzhi.analysis.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.variance.Replicated;

/**
 * Quantiles of every domain with Woodruff's intervals: the interval of the proportion at or below the quantile, mapped back
 * through the quantile rule (Woodruff 1952); or by inverting the score test (Francisco and Fuller 1991). The standard error
 * is the interval's width over twice its t quantile.
 */
public final class Quantiles {
    /** How the interval is made. */
    public enum Method {
        /** An interval of the proportion, mapped back. */
        WOODRUFF,
        /** Inverted score test. */
        SCORE,
        /** Variance of the quantile over replicates. */
        REPLICATES
    }

    /** A quantile with its interval; NaN where there is none. */
    public record Quantile(double estimate, double se, Interval interval) {}

    private final SurveyDesign design;
    private final Domains domains;
    private final double[] variable;
    private final QuantileRule rule;
    private final QuantileRule.Sorted[] sorted;
    private final boolean[] missing;

    /**
     * @param domains domains; a domain with a missing value has no quantile
     * @param variable the variable
     */
    public Quantiles(SurveyDesign design, Domains domains, double[] variable, QuantileRule rule) {
        this.design = design;
        this.domains = domains;
        this.variable = variable;
        this.rule = rule;
        missing = new boolean[domains.count()];
        sorted = new QuantileRule.Sorted[domains.count()];
        int[][] rows = rowsByDomain();
        double[] weights = design.weights();
        for (int d = 0; d < sorted.length; d++) {
            sorted[d] = sort(rows[d], weights, d);
        }
    }

    private int[][] rowsByDomain() {
        int[] counts = new int[domains.count()];
        for (int i = 0; i < domains.rows(); i++) {
            if (domains.of(i) >= 0) {
                counts[domains.of(i)]++;
            }
        }
        int[][] rows = new int[counts.length][];
        for (int d = 0; d < rows.length; d++) {
            rows[d] = new int[counts[d]];
        }
        Arrays.fill(counts, 0);
        for (int i = 0; i < domains.rows(); i++) {
            int d = domains.of(i);
            if (d >= 0) {
                rows[d][counts[d]++] = i;
            }
        }
        return rows;
    }

    private QuantileRule.Sorted sort(int[] rows, double[] weights, int domain) {
        double[] x = new double[rows.length];
        double[] w = new double[rows.length];
        int n = 0;
        for (int row : rows) {
            missing[domain] |= Double.isNaN(variable[row]);
            if (weights[row] > 0 && !Double.isNaN(variable[row])) {
                x[n] = variable[row];
                w[n++] = weights[row];
            }
        }
        return new QuantileRule.Sorted(Arrays.copyOf(x, n), Arrays.copyOf(w, n));
    }

    private double at(int domain, double p) {
        return missing[domain] ? Double.NaN : rule.of(sorted[domain], p);
    }

    /**
     * Quantiles by domain at one probability.
     *
     * @param limits interval method of the proportion, null for other than Woodruff's
     * @param df degrees of freedom by domain
     * @param level confidence level
     * @param betaRows rows by domain for the beta interval
     * @param domainDf degrees of freedom of each domain for the beta interval
     */
    public List<Quantile> at(
            double p,
            Method method,
            @Nullable IntervalMethod limits,
            double[] df,
            double level,
            int[] betaRows,
            double[] domainDf) {
        double[] estimates = new double[domains.count()];
        for (int d = 0; d < estimates.length; d++) {
            estimates[d] = at(d, p);
        }
        List<Quantile> quantiles = new ArrayList<>();
        if (method == Method.WOODRUFF && limits != null) {
            LinearEstimates below = belowOrAt(estimates);
            for (int d = 0; d < estimates.length; d++) {
                Interval ofProportion = limits.of(new IntervalMethod.Proportion(
                        below.value(d, 0), below.variance(d, 0), df[d], betaRows[d], domainDf[d], level));
                double lower = ofProportion.lower() < 0 ? Double.NaN : at(d, ofProportion.lower());
                double upper = ofProportion.upper() > 1 ? Double.NaN : at(d, ofProportion.upper());
                quantiles.add(quantile(estimates[d], new Interval(lower, upper), df[d], level));
            }
        } else if (method == Method.SCORE) {
            for (int d = 0; d < estimates.length; d++) {
                quantiles.add(quantile(estimates[d], score(d, p, df[d], level), df[d], level));
            }
        } else {
            double[] variances = replicateVariances(p, estimates);
            for (int d = 0; d < estimates.length; d++) {
                Interval interval = Interval.wald(estimates[d], Math.sqrt(variances[d]), df[d], level);
                quantiles.add(quantile(estimates[d], interval, df[d], level));
            }
        }
        return quantiles;
    }

    private static Quantile quantile(double estimate, Interval interval, double df, double level) {
        double t = Distributions.tQuantile((1 + level) / 2, df);
        return new Quantile(estimate, (interval.upper() - interval.lower()) / (2 * t), interval);
    }

    /** The proportion at or below a value of each domain. */
    private LinearEstimates belowOrAt(double[] values) {
        double[] indicator = new double[variable.length];
        for (int i = 0; i < indicator.length; i++) {
            int d = domains.of(i);
            indicator[i] = d >= 0 && variable[i] <= values[d] ? 1 : 0;
        }
        return LinearEstimates.means(design, domains, List.of(indicator), false);
    }

    private Interval score(int domain, double p, double df, double level) {
        QuantileRule.Sorted s = sorted[domain];
        if (missing[domain] || s.size() < 2) {
            return Interval.NONE;
        }
        double iqr = unweighted(s, 0.75) - unweighted(s, 0.25);
        double low = s.value(0) + iqr / 100;
        double high = s.value(s.size() - 1) - iqr / 100;
        double tolerance = 1 / (100 * Math.sqrt(s.size()));
        double t = Distributions.tQuantile((1 + level) / 2, df);
        BitSet members = domains.members(domain);
        Domains one = Domains.of(members, domains.rows());
        double lower = BrentRoot.find(x -> standardizedScore(one, x, p) - t, low, high, tolerance);
        double upper = BrentRoot.find(x -> standardizedScore(one, x, p) + t, low, high, tolerance);
        return new Interval(at(domain, share(s, lower)), at(domain, share(s, upper)));
    }

    private double standardizedScore(Domains one, double value, double p) {
        double[] u = new double[variable.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = one.of(i) < 0 ? 0 : (variable[i] > value ? 1 : 0) - (1 - p);
        }
        LinearEstimates mean = LinearEstimates.means(design, one, List.of(u), false);
        return mean.value(0, 0) / Math.sqrt(mean.variance(0, 0));
    }

    /** Share of observations, unweighted, at or below a value; NaN for none. */
    private static double share(QuantileRule.Sorted s, double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        int count = 0;
        for (int i = 0; i < s.size(); i++) {
            count += s.value(i) <= value ? 1 : 0;
        }
        return (double) count / s.size();
    }

    /** Linear interpolation between order statistics. */
    private static double unweighted(QuantileRule.Sorted s, double p) {
        double place = p * (s.size() - 1);
        int low = (int) Math.floor(place);
        int high = Math.min(low + 1, s.size() - 1);
        return s.value(low) + (place - low) * (s.value(high) - s.value(low));
    }

    private double[] replicateVariances(double p, double[] estimates) {
        Optional<Replicates> replicates = design.replicates();
        double[] none = new double[estimates.length];
        Arrays.fill(none, Double.NaN);
        if (replicates.isEmpty()) {
            return none;
        }
        int[][] rows = rowsByDomain();
        double[][] values = new double[replicates.get().count()][estimates.length];
        java.util.stream.IntStream.range(0, values.length).parallel().forEach(r -> {
            double[] weights = new double[design.rows()];
            replicates.get().weights(r, weights);
            for (int d = 0; d < estimates.length; d++) {
                values[r][d] = missing[d] ? Double.NaN : rule.of(sort(rows[d], weights, d), p);
            }
        });
        Replicated variance = new Replicated(replicates.get(), estimates, values);
        for (int d = 0; d < none.length; d++) {
            none[d] = variance.variance(d);
        }
        return none;
    }
}
