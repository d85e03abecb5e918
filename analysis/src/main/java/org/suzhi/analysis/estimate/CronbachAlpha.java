package org.suzhi.analysis.estimate;

import java.util.List;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.variance.StatisticVariance;

/**
 * Cronbach's alpha, \(\frac{k}{k-1}(1 - \sum_j \hat S_j^2/\hat S_+^2)\) with weighted variances of the k items and of their
 * sum (Cronbach 1951; R {@code svycralpha}).
 */
public final class CronbachAlpha {
    private CronbachAlpha() {}

    /** Alpha by domain; items finite wherever a row is in a domain; the counts n cancel but for rounding. */
    public static double[] of(SurveyDesign design, Domains domains, List<double[]> items, int[] counts) {
        double[] sum = new double[design.rows()];
        double[] ofItems = new double[domains.count()];
        for (double[] item : items) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += item[i];
            }
            StatisticVariance variance = PopulationVariance.of(design, domains, item, counts);
            for (int d = 0; d < ofItems.length; d++) {
                ofItems[d] += variance.value(d);
            }
        }
        StatisticVariance ofSum = PopulationVariance.of(design, domains, sum, counts);
        double k = items.size();
        for (int d = 0; d < ofItems.length; d++) {
            ofItems[d] = k / (k - 1) * (1 - ofItems[d] / ofSum.value(d));
        }
        return ofItems;
    }
}
