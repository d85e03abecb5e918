package org.suzhi.analysis.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.design.SymmetricSolver;
import org.suzhi.analysis.variance.Covariances;
import org.suzhi.analysis.variance.DomainTotals;
import org.suzhi.analysis.variance.Linearized;
import org.suzhi.analysis.variance.Replicated;
import org.suzhi.microdata.CategoryColumn;

/**
 * Proportional odds: \(\mathrm{logit} P(Y \le k) = \zeta_k - x'\beta\), fitted by weighted pseudo-likelihood with Newton's
 * method on the exact second derivatives; sandwich variance of the design (McCullagh 1980; R {@code svyolr}).
 */
public final class ProportionalOdds {
    /** A fit: names, estimates and standard errors of slopes, then thresholds; the rows that were used. */
    public record Fit(List<String> terms, List<Double> estimates, List<Double> standardErrors, double df, int rows) {}

    private final ModelFormula formula;

    public ProportionalOdds(ModelFormula formula) {
        this.formula = formula;
    }

    /** Fits the model to the members of a subpopulation; rows with missing values are left out. */
    public Fit fit(SurveyDesign design, BitSet members) {
        if (!(design.extract().column(formula.response()) instanceof CategoryColumn response)
                || response.levels().size() < 3) {
            throw new AnalysisProblem("ordinal_response", formula.response());
        }
        ModelMatrix matrix = ModelMatrix.of(formula, design.extract());
        BitSet used = new BitSet();
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            if (!response.isMissing(i) && matrix.patternOfRow(i) >= 0 && design.weight(i) != 0) {
                used.set(i);
            }
        }
        if (used.isEmpty()) {
            throw new AnalysisRefusal("model_without_rows", formula);
        }
        Likelihood likelihood = new Likelihood(matrix, response, used);
        double[] theta = likelihood.maximize(design.weights(), formula);
        Optional<Replicates> replicates = design.replicates();
        Covariances covariances = replicates.isPresent()
                ? replicated(likelihood, theta, replicates.get(), design.rows())
                : linearized(likelihood, theta, design, used);
        List<String> names = new ArrayList<>(likelihood.slopeNames());
        for (int k = 0; k + 1 < response.levels().size(); k++) {
            names.add(response.levels().get(k) + "|" + response.levels().get(k + 1));
        }
        List<Double> errors = new ArrayList<>();
        for (int j = 0; j < theta.length; j++) {
            errors.add(Math.sqrt(covariances.variance(j)));
        }
        double df = design.degreesOfFreedom(replicates.isPresent() ? members : used) - likelihood.slopes;
        return new Fit(names, Arrays.stream(theta).boxed().toList(), errors, df, used.cardinality());
    }

    private Covariances replicated(Likelihood likelihood, double[] theta, Replicates replicates, int rows) {
        double[][] values = new double[replicates.count()][];
        IntStream.range(0, values.length).parallel().forEach(r -> {
            double[] weights = new double[rows];
            replicates.weights(r, weights);
            values[r] = likelihood.maximize(weights, formula);
        });
        return new Replicated(replicates, theta, values);
    }

    private static Covariances linearized(Likelihood likelihood, double[] theta, SurveyDesign design, BitSet used) {
        int size = theta.length;
        double[][] scores = new double[size][design.rows()];
        double[] weights = design.weights();
        double[] information = new double[size * size];
        likelihood.derivatives(theta, weights, new double[size], information, scores);
        SymmetricSolver solver = SymmetricSolver.of(information, size, 1e-13);
        DomainTotals totals = DomainTotals.of(design, Domains.of(used, design.rows()), Arrays.asList(scores));
        List<Linearized.Combination> combinations = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            double[] unit = new double[size];
            unit[j] = 1;
            double[] row = solver.solve(unit);
            double[] gradient = new double[size + 1];
            System.arraycopy(row, 0, gradient, 1, size);
            combinations.add(new Linearized.Combination(0, gradient));
        }
        return new Linearized(totals, combinations);
    }

    /** Log-likelihood with its derivatives. */
    private static final class Likelihood {
        private final ModelMatrix matrix;
        private final CategoryColumn response;
        private final BitSet used;
        private final int offset;
        private final int slopes;
        private final int thresholds;

        Likelihood(ModelMatrix matrix, CategoryColumn response, BitSet used) {
            this.matrix = matrix;
            this.response = response;
            this.used = used;
            offset = matrix.columns() > 0 && matrix.term(0) < 0 ? 1 : 0;
            slopes = matrix.columns() - offset;
            thresholds = response.levels().size() - 1;
        }

        List<String> slopeNames() {
            return IntStream.range(offset, matrix.columns())
                    .mapToObj(matrix::name)
                    .toList();
        }

        double[] maximize(double[] weights, ModelFormula formula) {
            int size = slopes + thresholds;
            double[] theta = start(weights);
            double value = derivatives(theta, weights, new double[size], new double[size * size], new double[0][]);
            for (int iteration = 0; iteration < 100; iteration++) {
                double[] score = new double[size];
                double[] information = new double[size * size];
                value = derivatives(theta, weights, score, information, new double[0][]);
                double[] step = SymmetricSolver.of(information, size, 1e-13).solve(score);
                double gain = 0;
                double largest = 0;
                for (int j = 0; j < size; j++) {
                    gain += step[j] * score[j];
                    largest = Math.max(largest, Math.abs(step[j]) / (Math.abs(theta[j]) + 1e-3));
                }
                double fraction = 1;
                double[] next = theta;
                double reached = Double.NaN;
                while (fraction > 1e-10 && !(reached >= value - 1e-12 * Math.abs(value))) {
                    next = theta.clone();
                    for (int j = 0; j < size; j++) {
                        next[j] += fraction * step[j];
                    }
                    reached = derivatives(next, weights, new double[size], new double[size * size], new double[0][]);
                    fraction /= 2;
                }
                theta = next;
                if (largest < 1e-11 || (gain >= 0 && gain < 1e-22 * Math.abs(value))) {
                    return theta;
                }
            }
            throw new AnalysisRefusal("model_did_not_converge", formula, 100);
        }

        /** Thresholds at the logits of the cumulative shares, no slopes. */
        private double[] start(double[] weights) {
            double[] sums = new double[thresholds + 1];
            double total = 0;
            for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
                sums[response.code(i)] += weights[i];
                total += weights[i];
            }
            double[] theta = new double[slopes + thresholds];
            double below = 0;
            for (int k = 0; k < thresholds; k++) {
                below += sums[k];
                theta[slopes + k] = Math.log(below / (total - below));
            }
            return theta;
        }

        /** Fills score and information, and the unweighted scores of rows when asked; returns the log-likelihood. */
        double derivatives(double[] theta, double[] weights, double[] score, double[] information, double[][] rows) {
            int size = theta.length;
            double value = 0;
            double[] upper = new double[size];
            double[] lower = new double[size];
            for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
                double w = weights[i];
                if (w == 0) {
                    continue;
                }
                int k = response.code(i);
                double[] x = matrix.pattern(matrix.patternOfRow(i));
                double eta = 0;
                for (int j = 0; j < slopes; j++) {
                    eta += x[offset + j] * theta[j];
                    upper[j] = -x[offset + j];
                    lower[j] = -x[offset + j];
                }
                double top = k == thresholds ? 1 : expit(theta[slopes + k] - eta);
                double bottom = k == 0 ? 0 : expit(theta[slopes + k - 1] - eta);
                double probability = top - bottom;
                if (!(probability > 0)) {
                    return Double.NaN;
                }
                value += w * Math.log(probability);
                double slopeTop = top * (1 - top);
                double slopeBottom = bottom * (1 - bottom);
                double curveTop = slopeTop * (1 - 2 * top);
                double curveBottom = slopeBottom * (1 - 2 * bottom);
                Arrays.fill(upper, slopes, size, 0);
                Arrays.fill(lower, slopes, size, 0);
                if (k < thresholds) {
                    upper[slopes + k] = 1;
                }
                if (k > 0) {
                    lower[slopes + k - 1] = 1;
                }
                for (int a = 0; a < size; a++) {
                    double da = (slopeTop * upper[a] - slopeBottom * lower[a]) / probability;
                    score[a] += w * da;
                    if (rows.length > 0) {
                        rows[a][i] = da;
                    }
                    for (int b = 0; b < size; b++) {
                        double db = (slopeTop * upper[b] - slopeBottom * lower[b]) / probability;
                        double second =
                                (curveTop * upper[a] * upper[b] - curveBottom * lower[a] * lower[b]) / probability;
                        information[a * size + b] += w * (da * db - second);
                    }
                }
            }
            return value;
        }

        private static double expit(double x) {
            return 1 / (1 + Math.exp(-x));
        }
    }
}
