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
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.variance.Covariances;
import org.suzhi.analysis.variance.DomainTotals;
import org.suzhi.analysis.variance.Linearized;
import org.suzhi.analysis.variance.Replicated;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Extract;

/**
 * Generalized linear models fitted by weighted pseudo-likelihood with the sandwich variance of the design: influence of row i
 * is \(A^{-1} x_i (y_i - \mu_i)\,\mu'(\eta_i)/V(\mu_i)\) with \(A = \sum w x x'\,\mu'^2/V\) (Binder 1983; R {@code svyglm}).
 * Degrees of freedom: of the design + 1 − coefficients.
 */
public final class Glm {
    private final ModelFormula formula;
    private final Family family;
    private final Link link;

    public Glm(ModelFormula formula, Family family, Link link) {
        this.formula = formula;
        this.family = family;
        this.link = link;
    }

    /** Fits the model to the members of a subpopulation; rows with missing values are left out. */
    public FittedModel fit(SurveyDesign design, BitSet members) {
        Extract extract = design.extract();
        double[] y = response(extract);
        ModelMatrix matrix = ModelMatrix.of(formula, extract);
        BitSet used = new BitSet(y.length);
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            if (!Double.isNaN(y[i]) && matrix.patternOfRow(i) >= 0 && design.weight(i) != 0) {
                used.set(i);
                if (!family.valid(y[i])) {
                    throw new AnalysisProblem("response_out_of_range", formula.response(), i + 1, y[i], family);
                }
            }
        }
        if (used.isEmpty()) {
            throw new AnalysisRefusal("model_without_rows", formula);
        }
        double[] weights = design.weights();
        IterativeFit iteration = new IterativeFit(formula, family, link, matrix, y, used);
        IterativeFit.Fit fit = iteration.fit(weights, new double[0], columns(matrix));
        Optional<Replicates> replicates = design.replicates();
        Covariances covariances = replicates.isPresent()
                ? replicated(iteration, fit, replicates.get(), weights.length)
                : linearized(design, matrix, y, used, fit);
        double df = design.degreesOfFreedom(replicates.isPresent() ? members : used) + 1 - fit.kept().length;
        return new FittedModel(
                formula, matrix, iteration, fit, covariances, df, meanWeight(design, members), used.cardinality());
    }

    private static int[] columns(ModelMatrix matrix) {
        return IntStream.range(0, matrix.columns()).toArray();
    }

    /** Mean weight over the rows of the design, by which R scales weights; only likelihood ratios see it. */
    private static double meanWeight(SurveyDesign design, BitSet members) {
        double sum = 0;
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            sum += design.weight(i);
        }
        boolean whole = design.replicates().isEmpty() && (design.calibrated() || design.unequalProbabilities());
        return sum / (whole ? design.sampleRows() : members.cardinality());
    }

    private double[] response(Extract extract) {
        if (extract.has(formula.response())
                && extract.column(formula.response()) instanceof CategoryColumn category
                && family == Family.BINOMIAL) {
            double[] y = new double[category.size()];
            for (int i = 0; i < y.length; i++) {
                y[i] = category.code(i) < 0 ? Double.NaN : category.code(i) > 0 ? 1 : 0;
            }
            return y;
        }
        return extract.has(formula.response())
                ? Numbers.of(extract, formula.response())
                : org.suzhi.analysis.expression.Expression.parse(formula.response())
                        .values(extract);
    }

    private Covariances linearized(
            SurveyDesign design, ModelMatrix matrix, double[] y, BitSet used, IterativeFit.Fit fit) {
        int p = fit.kept().length;
        double[][] scores = new double[p][y.length];
        double[] eta = fit.etas(matrix);
        int[] bearer = bearers(design, used);
        BitSet bearing = new BitSet(y.length);
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            int g = matrix.patternOfRow(i);
            double mu = link.mu(eta[g]);
            int to = bearer[i];
            double share = to == i ? 1 : design.weight(i) / design.weight(to);
            double r = (y[i] - mu) / link.slope(eta[g]) * fit.workingWeight(g) * share;
            double[] x = matrix.pattern(g);
            bearing.set(to);
            for (int j = 0; j < p; j++) {
                double value = x[fit.kept()[j]];
                if (value != 0) {
                    scores[j][to] += r * value;
                }
            }
        }
        DomainTotals totals = DomainTotals.of(design, Domains.of(bearing, y.length), Arrays.asList(scores));
        List<Linearized.Combination> combinations = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            double[] gradient = new double[p + 1];
            for (int k = 0; k < p; k++) {
                gradient[k + 1] = fit.inverseInformation()[j][k];
            }
            combinations.add(new Linearized.Combination(0, gradient));
        }
        return new Linearized(totals, combinations);
    }

    /**
     * The row that bears a row's score: only the sums of units matter, so the first row of a unit bears those of all; with
     * calibration each row its own, for it has a residual.
     */
    private static int[] bearers(SurveyDesign design, BitSet used) {
        int[] bearer = new int[design.rows()];
        int[] firstOfUnit = new int[design.finest().units()];
        Arrays.fill(firstOfUnit, -1);
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            int u = design.finest().unitOfRow(i);
            firstOfUnit[u] = firstOfUnit[u] < 0 ? i : firstOfUnit[u];
            bearer[i] = design.calibrated() ? i : firstOfUnit[u];
        }
        return bearer;
    }

    private static Covariances replicated(
            IterativeFit iteration, IterativeFit.Fit fit, Replicates replicates, int rows) {
        double[][] values = new double[replicates.count()][];
        IntStream.range(0, values.length).parallel().forEach(r -> {
            double[] weights = new double[rows];
            replicates.weights(r, weights);
            values[r] = coefficients(iteration, weights, fit);
        });
        return new Replicated(replicates, fit.coefficients(), values);
    }

    /** NaN where a replicate does not determine every coefficient: it then drops out of the variance. */
    private static double[] coefficients(IterativeFit iteration, double[] weights, IterativeFit.Fit whole) {
        int size = whole.kept().length;
        try {
            double[] coefficients =
                    iteration.fit(weights, whole.coefficients(), whole.kept()).coefficients();
            if (coefficients.length == size) {
                return coefficients;
            }
        } catch (AnalysisRefusal notDetermined) {
            return missing(size);
        }
        return missing(size);
    }

    private static double[] missing(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
