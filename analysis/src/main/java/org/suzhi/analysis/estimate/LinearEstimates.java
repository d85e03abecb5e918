package org.suzhi.analysis.estimate;

import java.util.ArrayList;
import java.util.List;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.variance.Covariances;
import org.suzhi.analysis.variance.DomainTotals;
import org.suzhi.analysis.variance.StatisticVariance;

/** Means, totals, proportions or ratios of every domain with variances and design effects. */
public final class LinearEstimates {
    private final DomainTotals totals;
    private final StatisticVariance variance;
    private final double[] srs;
    private final boolean[] missing;
    private final int outputs;

    private LinearEstimates(
            DomainTotals totals, StatisticVariance variance, double[] srs, boolean[] missing, int outputs) {
        this.totals = totals;
        this.variance = variance;
        this.srs = srs;
        this.missing = missing;
        this.outputs = outputs;
    }

    /** Means of variables; proportions when they are indicators. */
    public static LinearEstimates means(
            SurveyDesign design, Domains domains, List<double[]> variables, boolean srsWithReplacement) {
        return of(design, domains, variables, new Mean(variables.size()), srsWithReplacement);
    }

    /** Totals of variables. */
    public static LinearEstimates totals(
            SurveyDesign design, Domains domains, List<double[]> variables, boolean srsWithReplacement) {
        return of(design, domains, variables, new Total(variables.size()), srsWithReplacement);
    }

    /** The ratio of two variables' totals. */
    public static LinearEstimates ratio(
            SurveyDesign design,
            Domains domains,
            double[] numerator,
            double[] denominator,
            boolean srsWithReplacement) {
        return of(design, domains, List.of(numerator, denominator), new Ratio(), srsWithReplacement);
    }

    /** A variable with missing values in a domain has no estimate there. */
    private static LinearEstimates of(
            SurveyDesign design,
            Domains domains,
            List<double[]> variables,
            LinearStatistic statistic,
            boolean srsWithReplacement) {
        int k = variables.size();
        boolean[] holes = new boolean[domains.count() * k];
        List<double[]> filled = new ArrayList<>();
        for (int v = 0; v < k; v++) {
            filled.add(filled(variables.get(v), domains, holes, v, k));
        }
        DomainTotals totals = DomainTotals.of(design, domains, filled);
        int outputs = statistic.outputs();
        boolean[] missing = new boolean[domains.count() * outputs];
        for (int d = 0; d < domains.count(); d++) {
            for (int o = 0; o < outputs; o++) {
                for (int v : statistic.residualVariables(o)) {
                    missing[d * outputs + o] |= holes[d * k + v - 1];
                }
            }
        }
        return new LinearEstimates(
                totals,
                StatisticVariance.of(totals, statistic),
                DesignEffect.srsVariances(totals, filled, statistic, srsWithReplacement),
                missing,
                outputs);
    }

    private static double[] filled(double[] column, Domains domains, boolean[] holes, int v, int k) {
        double[] filled = column;
        for (int i = 0; i < column.length; i++) {
            if (Double.isNaN(column[i])) {
                if (filled == column) {
                    filled = column.clone();
                }
                filled[i] = 0;
                if (domains.of(i) >= 0) {
                    holes[domains.of(i) * k + v] = true;
                }
            }
        }
        return filled;
    }

    /** Estimates per domain. */
    public int outputs() {
        return outputs;
    }

    /** Rows with a positive weight in a domain. */
    public int rows(int domain) {
        return totals.rows(domain);
    }

    /** The estimate, NaN when there is none. */
    public double value(int domain, int output) {
        int i = domain * outputs + output;
        return missing[i] ? Double.NaN : variance.value(i);
    }

    /** The variance, NaN when there is none. */
    public double variance(int domain, int output) {
        int i = domain * outputs + output;
        return missing[i] ? Double.NaN : variance.covariances().variance(i);
    }

    /**
     * The variance of a proportion that belongs to the variance of its log-odds: by linearization the same, by replicates that
     * of the replicates' log-odds, brought back by the derivative.
     */
    public double varianceByLogOdds(int domain, int output) {
        if (totals.design().replicates().isEmpty()) {
            return variance(domain, output);
        }
        double p = value(domain, output);
        double ofLogOdds =
                StatisticVariance.of(totals, new LogOdds(outputs)).covariances().variance(domain * outputs + output);
        return ofLogOdds * p * p * (1 - p) * (1 - p);
    }

    /** Variance over that of a simple random sample of as many rows. */
    public double designEffect(int domain, int output, double varianceUnderDesign) {
        return varianceUnderDesign / srs[domain * outputs + output];
    }

    /** Covariances in order of domain, then output. */
    public Covariances covariances() {
        return variance.covariances();
    }
}
