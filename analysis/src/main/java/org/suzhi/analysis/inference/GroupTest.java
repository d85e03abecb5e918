package org.suzhi.analysis.inference;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.Distributions;
import org.suzhi.analysis.estimate.Interval;
import org.suzhi.analysis.estimate.LinearEstimates;

/**
 * Design-based t and rank tests: means of groups, of the values or of their rank scores, with the covariances of the design;
 * the same as regression on the group (Lumley and Scott 2013; R {@code svyttest}, {@code svyranktest}).
 */
public final class GroupTest {
    /** The function of the estimated population rank. */
    public enum Score {
        /** Rank over population size. */
        WILCOXON,
        /** Normal quantile of that. */
        VAN_DER_WAERDEN,
        /** Whether it is above one half. */
        MEDIAN
    }

    private GroupTest() {}

    /** Mean against 0. */
    public static Map<String, Double> oneSample(SurveyDesign design, Domains one, double[] variable, double df) {
        LinearEstimates mean = LinearEstimates.means(design, one, List.of(variable), false);
        return figures(mean.value(0, 0), Math.sqrt(mean.variance(0, 0)), df, true);
    }

    /** Second group's mean minus the first's. */
    public static Map<String, Double> twoSample(SurveyDesign design, Domains groups, double[] variable, double df) {
        requireTwo(groups);
        return difference(design, groups, variable, df, true);
    }

    private static void requireTwo(Domains groups) {
        if (groups.count() != 2) {
            throw new AnalysisRefusal("two_groups", groups.count());
        }
    }

    private static Map<String, Double> difference(
            SurveyDesign design, Domains groups, double[] variable, double df, boolean interval) {
        LinearEstimates means = LinearEstimates.means(design, groups, List.of(variable), false);
        double[][] v = means.covariances().matrix(0, 1);
        double estimate = means.value(1, 0) - means.value(0, 0);
        return figures(estimate, Math.sqrt(v[0][0] - 2 * v[0][1] + v[1][1]), df, interval);
    }

    private static Map<String, Double> figures(double estimate, double se, double df, boolean withInterval) {
        Map<String, Double> figures = new LinkedHashMap<>();
        double t = estimate / se;
        figures.put("estimate", estimate);
        figures.put("se", se);
        figures.put("statistic", t);
        figures.put("df", df);
        figures.put("pValue", 2 * Distributions.t(-Math.abs(t), df));
        if (withInterval) {
            Interval interval = Interval.wald(estimate, se, df, 0.95);
            figures.put("ciLower", interval.lower());
            figures.put("ciUpper", interval.upper());
        }
        return figures;
    }

    /**
     * Rank test of two or more groups.
     *
     * @param groups a domain a group, rows with both values
     * @param designDf degrees of freedom of the design without rows with missing values
     */
    public static Map<String, Double> ranks(
            SurveyDesign design, Domains groups, double[] variable, Score score, double designDf) {
        double[] scores = scores(design, groups, variable, score);
        if (groups.count() == 2) {
            return scoreDifference(design, groups, scores, designDf - 1);
        }
        int others = groups.count() - 1;
        LinearEstimates means = LinearEstimates.means(design, groups, List.of(scores), false);
        int[] places = java.util.stream.IntStream.range(0, groups.count()).toArray();
        double[][] v = means.covariances().matrix(places);
        RealVector differences = new ArrayRealVector(others);
        RealMatrix covariance = new Array2DRowRealMatrix(others, others);
        for (int g = 0; g < others; g++) {
            differences.setEntry(g, means.value(g + 1, 0) - means.value(0, 0));
            for (int h = 0; h < others; h++) {
                covariance.setEntry(g, h, v[g + 1][h + 1] - v[g + 1][0] - v[0][h + 1] + v[0][0]);
            }
        }
        double wald = differences.dotProduct(
                new LUDecomposition(covariance).getSolver().solve(differences));
        double df2 = designDf - others;
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("statistic", wald);
        figures.put("df1", (double) others);
        figures.put("df2", df2);
        figures.put("pValue", Distributions.fUpper(wald / others, others, df2));
        return figures;
    }

    /** The scores are taken as given: the error is that of the total of the difference's influence values. */
    private static Map<String, Double> scoreDifference(
            SurveyDesign design, Domains groups, double[] scores, double df) {
        double[] sizes = new double[2];
        double[] means = new double[2];
        for (int i = 0; i < scores.length; i++) {
            if (groups.of(i) >= 0) {
                sizes[groups.of(i)] += design.weight(i);
                means[groups.of(i)] += design.weight(i) * scores[i];
            }
        }
        means[0] /= sizes[0];
        means[1] /= sizes[1];
        double[] influence = new double[scores.length];
        BitSet members = new BitSet(scores.length);
        for (int i = 0; i < scores.length; i++) {
            int g = groups.of(i);
            if (g >= 0) {
                members.set(i);
                influence[i] = (g == 0 ? -1 : 1) * (scores[i] - means[g]) / sizes[g];
            }
        }
        LinearEstimates total =
                LinearEstimates.totals(design, Domains.of(members, scores.length), List.of(influence), false);
        return figures(means[1] - means[0], Math.sqrt(total.variance(0, 0)), df, false);
    }

    /** Scores of mid-ranks in the estimated population, averaged over rows with equal values. */
    private static double[] scores(SurveyDesign design, Domains groups, double[] variable, Score score) {
        Integer[] order = java.util.stream.IntStream.range(0, variable.length)
                .filter(i -> groups.of(i) >= 0 && design.weight(i) != 0)
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(variable[a], variable[b]));
        double[] scores = new double[variable.length];
        double size = 0;
        for (int i : order) {
            size += design.weight(i);
        }
        double below = 0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            double sum = 0;
            while (to < order.length && variable[order[to]] == variable[order[from]]) {
                double w = design.weight(order[to]);
                sum += below + w / 2;
                below += w;
                to++;
            }
            double rank = sum / (to - from) / size;
            double value = switch (score) {
                case WILCOXON -> rank;
                case VAN_DER_WAERDEN -> Distributions.normalQuantile(rank);
                case MEDIAN -> rank > 0.5 ? 1 : 0;
            };
            for (int i = from; i < to; i++) {
                scores[order[i]] = value;
            }
            from = to;
        }
        return scores;
    }
}
