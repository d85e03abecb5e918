package org.suzhi.analysis.estimate;

import java.util.List;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.variance.DomainTotals;
import org.suzhi.analysis.variance.SmoothStatistic;
import org.suzhi.analysis.variance.StatisticVariance;

/**
 * The variance of a variable in the population, \(\hat S^2 = \frac{n}{n-1}\sum w (y - \hat{\bar y})^2/\sum w\), by domain.
 * Influence: \((\frac{n}{n-1}(y - \hat{\bar y})^2 - \hat S^2)/\hat N\). Values are centred first, so the function of totals
 * loses no digits. R {@code svyvar}.
 */
public final class PopulationVariance {
    private PopulationVariance() {}

    /**
     * Estimates by domain.
     *
     * @param variable finite wherever a row is in a domain
     * @param counts n of every domain; R counts rows with missing values in, unless the design has replicates
     */
    public static StatisticVariance of(SurveyDesign design, Domains domains, double[] variable, int[] counts) {
        DomainTotals first = DomainTotals.of(design, domains, List.of(variable));
        double[] centred = new double[variable.length];
        double[] squared = new double[variable.length];
        double[] correction = new double[variable.length];
        for (int i = 0; i < variable.length; i++) {
            int d = domains.of(i);
            if (d >= 0) {
                double n = counts[d];
                centred[i] = variable[i] - first.total(d, 1) / first.total(d, 0);
                squared[i] = centred[i] * centred[i];
                correction[i] = n / (n - 1);
            }
        }
        // The correction is a constant of the domain: a third total divided by the first gives it back.
        DomainTotals totals = DomainTotals.of(design, domains, List.of(centred, squared, correction));
        return StatisticVariance.of(totals, new CentredVariance());
    }

    private static final class CentredVariance implements SmoothStatistic {
        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public double value(double[] t, int output) {
            double mean = t[1] / t[0];
            return t[3] / t[0] * (t[2] / t[0] - mean * mean);
        }

        @Override
        public void gradient(double[] t, int output, double[] gradient) {
            double correction = t[3] / t[0];
            double mean = t[1] / t[0];
            gradient[0] = correction * (-t[2] / (t[0] * t[0]) + 2 * mean * mean / t[0]);
            gradient[1] = -2 * correction * mean / t[0];
            gradient[2] = correction / t[0];
        }
    }
}
