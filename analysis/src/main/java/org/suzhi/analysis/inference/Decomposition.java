package org.suzhi.analysis.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.variance.Covariances;
import org.suzhi.analysis.variance.DomainTotals;
import org.suzhi.analysis.variance.Linearized;
import org.suzhi.analysis.variance.Replicated;

/**
 * The change of a rate between two populations, taken apart by categories c into a part of their composition and a part of
 * their rates:
 * \[ \bar y_2 - \bar y_1 = \sum_c (p_{2c} - p_{1c})\frac{r_{1c} + r_{2c}}{2} + \sum_c (r_{2c} - r_{1c})\frac{p_{1c} +
 * p_{2c}}{2} \]
 * with \(p_{tc} = \hat N_{tc}/\hat N_t\) and \(r_{tc} = \hat Y_{tc}/\hat N_{tc}\) of the weighted totals. By linearization the
 * influence of a row follows from the derivatives by the totals; by replicates every replicate is taken apart anew.
 *
 * <ul>
 *   <li>A category without rows in one population has no rate there: the caller must not pass it.
 * </ul>
 *
 * Kitagawa (1955), Journal of the American Statistical Association 50, 1168–1194; with R {@code withReplicates} or {@code
 * svycontrast} on the totals.
 */
public final class Decomposition {
    private final int categories;
    private final double[] values;
    private final double[][] totals;
    private final Covariances covariances;

    private Decomposition(double[][] totals, double[] values, Covariances covariances) {
        this.categories = totals[0].length / 2;
        this.totals = totals;
        this.values = values;
        this.covariances = covariances;
    }

    /**
     * Takes a change apart.
     *
     * @param cells domains: category c of the first population is c, of the second {@code categories + c}
     * @param variable the values whose mean is the rate, finite in every cell
     */
    public static Decomposition of(SurveyDesign design, Domains cells, double[] variable) {
        DomainTotals sums = DomainTotals.of(design, cells, List.of(variable));
        double[][] totals = new double[2][cells.count()];
        for (int d = 0; d < cells.count(); d++) {
            totals[0][d] = sums.total(d, 0);
            totals[1][d] = sums.total(d, 1);
        }
        double[] values = values(totals);
        Optional<Replicates> replicates = design.replicates();
        return new Decomposition(
                totals,
                values,
                replicates.isPresent()
                        ? replicated(replicates.get(), cells, variable, values)
                        : new Linearized(sums, combinations(totals)));
    }

    private static Covariances replicated(Replicates replicates, Domains cells, double[] variable, double[] values) {
        double[][] sizes = replicates.sums(cells.toArray(), cells.count(), new double[0]);
        double[][] sums = replicates.sums(cells.toArray(), cells.count(), variable);
        double[][] byReplicate = new double[replicates.count()][];
        for (int r = 0; r < byReplicate.length; r++) {
            byReplicate[r] = values(new double[][] {sizes[r], sums[r]});
        }
        return new Replicated(replicates, values, byReplicate);
    }

    /** Whether a replicate leaves a category of one population without weight, so that its change has no parts. */
    public static Optional<Integer> lostInAReplicate(Replicates replicates, Domains cells) {
        for (double[] sizes : replicates.sums(cells.toArray(), cells.count(), new double[0])) {
            for (int d = 0; d < sizes.length; d++) {
                if (!(sizes[d] > 0)) {
                    return Optional.of(d);
                }
            }
        }
        return Optional.empty();
    }

    /** Change, composition, rate, then composition by category, then rate by category. */
    private static double[] values(double[][] totals) {
        int k = totals[0].length / 2;
        double[] values = new double[3 + 2 * k];
        double[] size = sizes(totals);
        for (int c = 0; c < k; c++) {
            double p1 = totals[0][c] / size[0];
            double p2 = totals[0][k + c] / size[1];
            double r1 = totals[1][c] / totals[0][c];
            double r2 = totals[1][k + c] / totals[0][k + c];
            values[3 + c] = (p2 - p1) * (r1 + r2) / 2;
            values[3 + k + c] = (r2 - r1) * (p1 + p2) / 2;
            values[1] += values[3 + c];
            values[2] += values[3 + k + c];
        }
        values[0] = values[1] + values[2];
        return values;
    }

    private static double[] sizes(double[][] totals) {
        int k = totals[0].length / 2;
        double[] size = new double[2];
        for (int d = 0; d < 2 * k; d++) {
            size[d / k] += totals[0][d];
        }
        return size;
    }

    /** Derivatives of every value by \(\hat N_{tc}\) and \(\hat Y_{tc}\). */
    private static List<Linearized.Combination> combinations(double[][] totals) {
        int k = totals[0].length / 2;
        double[] size = sizes(totals);
        double[][][] gradients = new double[3 + 2 * k][2 * k][2];
        for (int c = 0; c < k; c++) {
            double p1 = totals[0][c] / size[0];
            double p2 = totals[0][k + c] / size[1];
            double r1 = totals[1][c] / totals[0][c];
            double r2 = totals[1][k + c] / totals[0][k + c];
            for (int t = 0; t < 2; t++) {
                int sign = t == 0 ? -1 : 1;
                double p = t == 0 ? p1 : p2;
                double r = t == 0 ? r1 : r2;
                double n = totals[0][t * k + c];
                double[][] composition = gradients[3 + c];
                double[][] rate = gradients[3 + k + c];
                for (int d = 0; d < k; d++) {
                    double byShare = ((c == d ? 1 : 0) - p) / size[t];
                    composition[t * k + d][0] += sign * byShare * (r1 + r2) / 2;
                    rate[t * k + d][0] += byShare * (r2 - r1) / 2;
                }
                composition[t * k + c][0] -= (p2 - p1) / 2 * r / n;
                composition[t * k + c][1] += (p2 - p1) / 2 / n;
                rate[t * k + c][0] -= sign * (p1 + p2) / 2 * r / n;
                rate[t * k + c][1] += sign * (p1 + p2) / 2 / n;
            }
        }
        for (int o = 3; o < gradients.length; o++) {
            int part = o < 3 + k ? 1 : 2;
            for (int d = 0; d < 2 * k; d++) {
                for (int v = 0; v < 2; v++) {
                    gradients[part][d][v] += gradients[o][d][v];
                    gradients[0][d][v] += gradients[o][d][v];
                }
            }
        }
        int[] domains = new int[2 * k];
        java.util.Arrays.setAll(domains, d -> d);
        List<Linearized.Combination> combinations = new ArrayList<>();
        for (double[][] gradient : gradients) {
            combinations.add(new Linearized.Combination(domains, gradient));
        }
        return combinations;
    }

    /** Number of categories. */
    public int categories() {
        return categories;
    }

    /** A value: 0 the change, 1 its composition part, 2 its rate part, then composition and rate of every category. */
    public double value(int i) {
        return values[i];
    }

    /** The place of a category's composition part among the values. */
    public int composition(int category) {
        return 3 + category;
    }

    /** The place of a category's rate part among the values. */
    public int rate(int category) {
        return 3 + categories + category;
    }

    /** Share of a category in a population, 0 the first, 1 the second. */
    public double share(int population, int category) {
        return totals[0][population * categories + category] / sizes(totals)[population];
    }

    /** Rate of a category in a population. */
    public double rate(int population, int category) {
        int d = population * categories + category;
        return totals[1][d] / totals[0][d];
    }

    /** Rate of a whole population. */
    public double rateOfAll(int population) {
        double sum = 0;
        for (int c = 0; c < categories; c++) {
            sum += totals[1][population * categories + c];
        }
        return sum / sizes(totals)[population];
    }

    public Covariances covariances() {
        return covariances;
    }
}
