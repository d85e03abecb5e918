package org.suzhi.analysis.regression;

import java.util.BitSet;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.SymmetricSolver;

/**
 * Fisher scoring on patterns: rows with the same line of the model matrix enter by their weight and mean response. Columns are
 * scaled to unit length, and those that depend on earlier ones are left out.
 */
final class IterativeFit {
    /** A probability as near to 0 or 1 as this is fitted only where outcomes are separated. */
    private static final double EDGE = 1e-9;

    private static final int MOST_ITERATIONS = 100;
    /** Relative change of the deviance at which scoring stops, as R's glm counts it. */
    private static final double TOLERANCE = 1e-13;

    private final ModelFormula formula;
    private final Family family;
    private final Link link;
    private final ModelMatrix matrix;
    private final double[] y;
    private final BitSet used;

    IterativeFit(ModelFormula formula, Family family, Link link, ModelMatrix matrix, double[] y, BitSet used) {
        this.formula = formula;
        this.family = family;
        this.link = link;
        this.matrix = matrix;
        this.y = y;
        this.used = used;
    }

    /** A fit: coefficients of the columns kept, and the inverse of the information matrix. */
    static final class Fit {
        private final int[] kept;
        private final double[] coefficients;
        private final double[][] inverseInformation;

        private final double[] workingWeights;

        Fit(int[] kept, double[] coefficients, double[][] inverseInformation, double[] workingWeights) {
            this.workingWeights = workingWeights;
            this.kept = kept;
            this.coefficients = coefficients;
            this.inverseInformation = inverseInformation;
        }

        int[] kept() {
            return kept;
        }

        double[] coefficients() {
            return coefficients;
        }

        /** \(\mu'^2/V\) of a pattern in the last scoring step, which the information matrix is made of. */
        double workingWeight(int pattern) {
            return workingWeights[pattern];
        }

        double[][] inverseInformation() {
            return inverseInformation;
        }

        double[] etas(ModelMatrix matrix) {
            double[] eta = new double[matrix.patterns()];
            for (int g = 0; g < eta.length; g++) {
                double[] x = matrix.pattern(g);
                for (int j = 0; j < kept.length; j++) {
                    eta[g] += x[kept[j]] * coefficients[j];
                }
            }
            return eta;
        }
    }

    /**
     * Fits with given weights.
     *
     * @param start coefficients to start from, empty for none
     * @param columns columns to use
     */
    Fit fit(double[] weights, double[] start, int[] columns) {
        int patterns = matrix.patterns();
        double[] w = new double[patterns];
        double[] mean = new double[patterns];
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            int g = matrix.patternOfRow(i);
            w[g] += weights[i];
            mean[g] += weights[i] * y[i];
        }
        for (int g = 0; g < patterns; g++) {
            mean[g] = w[g] == 0 ? 0 : mean[g] / w[g];
        }
        double[] lengths = lengths(w, columns);
        double[] beta = new double[columns.length];
        double[] eta = new double[patterns];
        if (start.length > 0) {
            beta = start.clone();
            eta(columns, beta, eta);
        } else {
            for (int g = 0; g < patterns; g++) {
                eta[g] = w[g] == 0 ? 0 : link.eta(family.start(mean[g]));
            }
        }
        double within = withinPatterns(weights, mean);
        double scale = sum(w) / used.cardinality();
        boolean first = start.length == 0;
        double before = Double.NaN;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            Step step = new Step(w, mean, eta, columns, lengths, first);
            double[] next = new double[beta.length];
            for (int j = 0; j < next.length; j++) {
                next[j] = (first ? 0 : beta[j]) + step.step[j];
            }
            halve(columns, beta, next, eta, w, first);
            boolean settled = !first && settled(beta, next, lengths);
            beta = next;
            double deviance = (within + betweenPatterns(w, mean, eta)) / scale;
            if (settled || Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < TOLERANCE) {
                return finish(step, beta, columns, lengths);
            }
            before = deviance;
            first = false;
        }
        throw new AnalysisRefusal("model_did_not_converge", formula, MOST_ITERATIONS);
    }

    /** Whether the linear predictor moved by rounding only, which a deviance of cancelling terms may not show. */
    private static boolean settled(double[] beta, double[] next, double[] lengths) {
        double moved = 0;
        double size = 1;
        for (int j = 0; j < beta.length; j++) {
            moved = Math.max(moved, Math.abs(next[j] - beta[j]) * lengths[j]);
            size = Math.max(size, Math.abs(next[j]) * lengths[j]);
        }
        return moved <= 1e-13 * size;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }

    /** Deviance of rows from the mean of their pattern, which no model can change. */
    private double withinPatterns(double[] weights, double[] mean) {
        double sum = 0;
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            double m = mean[matrix.patternOfRow(i)];
            sum += weights[i] == 0 || m == y[i] ? 0 : weights[i] * family.deviance(y[i], m);
        }
        return sum;
    }

    private double betweenPatterns(double[] w, double[] mean, double[] eta) {
        double sum = 0;
        for (int g = 0; g < w.length; g++) {
            sum += w[g] == 0 ? 0 : w[g] * family.deviance(mean[g], link.mu(eta[g]));
        }
        return sum;
    }

    private double[] lengths(double[] w, int[] columns) {
        double[] lengths = new double[columns.length];
        double sum = 0;
        for (int g = 0; g < w.length; g++) {
            sum += w[g];
            double[] x = matrix.pattern(g);
            for (int j = 0; j < columns.length; j++) {
                lengths[j] += w[g] * x[columns[j]] * x[columns[j]];
            }
        }
        for (int j = 0; j < lengths.length; j++) {
            lengths[j] = lengths[j] == 0 ? 1 : Math.sqrt(lengths[j] / sum);
        }
        return lengths;
    }

    private void eta(int[] columns, double[] beta, double[] eta) {
        for (int g = 0; g < eta.length; g++) {
            double[] x = matrix.pattern(g);
            double sum = 0;
            for (int j = 0; j < columns.length; j++) {
                sum += x[columns[j]] * beta[j];
            }
            eta[g] = sum;
        }
    }

    /** Moves towards the new coefficients, half as far as long as a mean is not valid. */
    private void halve(int[] columns, double[] beta, double[] next, double[] eta, double[] w, boolean first) {
        for (int k = 0; k < 50; k++) {
            eta(columns, next, eta);
            boolean valid = true;
            for (int g = 0; g < eta.length && valid; g++) {
                valid = w[g] == 0 || family.validMean(link.mu(eta[g]));
            }
            if (valid) {
                return;
            }
            if (first) {
                throw new AnalysisRefusal("model_did_not_converge", formula, 1);
            }
            for (int j = 0; j < next.length; j++) {
                next[j] = (next[j] + beta[j]) / 2;
            }
        }
        throw new AnalysisRefusal("model_did_not_converge", formula, MOST_ITERATIONS);
    }

    private Fit finish(Step step, double[] beta, int[] columns, double[] lengths) {
        int p = columns.length;
        int rank = step.solver.rank();
        int[] kept = new int[rank];
        int[] places = new int[rank];
        double[] coefficients = new double[rank];
        int k = 0;
        for (int j = 0; j < p; j++) {
            if (step.solver.kept(j)) {
                kept[k] = columns[j];
                places[k] = j;
                coefficients[k++] = beta[j];
            }
        }
        double[][] inverse = new double[rank][rank];
        for (int a = 0; a < rank; a++) {
            double[] unit = new double[p];
            unit[places[a]] = 1 / lengths[places[a]];
            double[] column = step.solver.solve(unit);
            for (int b = 0; b < rank; b++) {
                inverse[b][a] = column[places[b]] / lengths[places[b]];
            }
        }
        return new Fit(kept, coefficients, inverse, step.workingWeights);
    }

    boolean fitsTheEdge(Fit fit) {
        if (family != Family.BINOMIAL) {
            return false;
        }
        double[] eta = fit.etas(matrix);
        return used.stream()
                .mapToDouble(i -> link.mu(eta[matrix.patternOfRow(i)]))
                .anyMatch(mu -> mu < EDGE || mu > 1 - EDGE);
    }

    /** Fitted mean of every row, NaN where a variable is missing. */
    double[] means(Fit fit) {
        double[] eta = fit.etas(matrix);
        double[] means = new double[y.length];
        for (int i = 0; i < means.length; i++) {
            int g = matrix.patternOfRow(i);
            means[i] = g < 0 ? Double.NaN : link.mu(eta[g]);
        }
        return means;
    }

    /** Deviance with weights divided by their mean. */
    double deviance(Fit fit, double[] weights, double meanWeight) {
        double[] eta = fit.etas(matrix);
        double sum = 0;
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            sum += weights[i] / meanWeight * family.deviance(y[i], link.mu(eta[matrix.patternOfRow(i)]));
        }
        return sum;
    }

    /** One scoring step in scaled columns. */
    private final class Step {
        private final SymmetricSolver solver;
        private final double[] step;
        private final double[] workingWeights;

        Step(double[] w, double[] mean, double[] eta, int[] columns, double[] lengths, boolean fromResponse) {
            int p = columns.length;
            workingWeights = new double[w.length];
            double[] information = new double[p * p];
            double[] score = new double[p];
            double[] x = new double[p];
            int[] places = new int[p];
            for (int g = 0; g < w.length; g++) {
                if (w[g] == 0) {
                    continue;
                }
                double mu = link.mu(eta[g]);
                double slope = link.slope(eta[g]);
                double variance = family.variance(mu);
                workingWeights[g] = slope * slope / variance;
                double weight = w[g] * workingWeights[g];
                double residual = w[g] * (mean[g] - mu) * slope / variance + (fromResponse ? weight * eta[g] : 0);
                double[] line = matrix.pattern(g);
                int filled = 0;
                for (int j = 0; j < p; j++) {
                    // A line of many levels is mostly 0, which adds nothing.
                    if (line[columns[j]] != 0) {
                        x[j] = line[columns[j]] / lengths[j];
                        places[filled++] = j;
                        score[j] += residual * x[j];
                        double wx = weight * x[j];
                        for (int k = 0; k < filled; k++) {
                            information[j * p + places[k]] += wx * x[places[k]];
                        }
                    }
                }
            }
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < j; k++) {
                    information[k * p + j] = information[j * p + k];
                }
            }
            solver = SymmetricSolver.of(information, p, 1e-13);
            step = solver.solve(score);
            for (int j = 0; j < p; j++) {
                step[j] /= lengths[j];
            }
        }
    }
}
