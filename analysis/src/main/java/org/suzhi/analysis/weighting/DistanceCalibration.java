package org.suzhi.analysis.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.AuxiliaryMatrix;
import org.suzhi.analysis.design.Calibration;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.design.SymmetricSolver;
import org.suzhi.analysis.design.WeightStep;
import org.suzhi.microdata.Message;

/**
 * Calibration to margins and continuous totals: new weights \(w_i F(x_i'\lambda)\) that reproduce the totals, with \(\lambda\)
 * by Newton's method with halving. The variables are a constant, an indicator of every level but the first of each margin,
 * and the continuous ones.
 */
public final class DistanceCalibration {
    /** The known total of a continuous variable. */
    public record ContinuousTotal(String variable, double total) {}

    private final Distance distance;
    private final List<Margin> margins;
    private final List<ContinuousTotal> continuous;
    private final @Nullable Double populationSize;
    private final double lower;
    private final double upper;
    private final double trimLower;
    private final double trimUpper;
    private final double epsilon;
    private final int maxIterations;

    /**
     * @param populationSize total of the constant; null for the sum of the first margin
     * @param bounds lowest and highest ratio of new to old weight, empty for none
     * @param trim lowest and highest ratio to which ratios are cut afterwards, what is cut spread over the other weights
     * @param epsilon largest distance from a total, relative to 1 + total
     */
    public DistanceCalibration(
            Distance distance,
            List<Margin> margins,
            List<ContinuousTotal> continuous,
            @Nullable Double populationSize,
            List<Double> bounds,
            List<Double> trim,
            double epsilon,
            int maxIterations) {
        this.distance = distance;
        this.margins = List.copyOf(margins);
        this.continuous = List.copyOf(continuous);
        this.populationSize = populationSize;
        this.lower = bounds.isEmpty() ? Double.NEGATIVE_INFINITY : bounds.get(0);
        this.upper = bounds.isEmpty() ? Double.POSITIVE_INFINITY : bounds.get(1);
        this.trimLower = trim.isEmpty() ? Double.NEGATIVE_INFINITY : trim.get(0);
        this.trimUpper = trim.isEmpty() ? Double.POSITIVE_INFINITY : trim.get(1);
        this.epsilon = epsilon;
        this.maxIterations = maxIterations;
        if (!(lower < 1 && upper > 1)) {
            throw new AnalysisProblem("bounds_without_one", lower, upper);
        }
        if (distance == Distance.LOGIT && bounds.isEmpty()) {
            throw new AnalysisProblem("logit_needs_bounds");
        }
    }

    /** The calibrated design, every replicate with it. */
    public SurveyDesign calibrate(SurveyDesign design) {
        double[] before = design.weights();
        Targets targets = targets(design, before);
        double[] after = before.clone();
        fitAndApply(targets, after, null);
        SurveyDesign calibrated = design.reweighted(
                after,
                new Calibration(targets.auxiliaries, before, after, design.finest()),
                replicateStep(design, targets));
        long negative = Arrays.stream(after).filter(w -> w < 0).count();
        return negative == 0
                ? calibrated
                : calibrated.noting(new Message(
                        "org.suzhi.analysis.problems",
                        "negative_weights",
                        negative,
                        Arrays.stream(after).min().orElseThrow()));
    }

    private @Nullable WeightStep replicateStep(SurveyDesign design, Targets targets) {
        Optional<Replicates> replicates = design.replicates();
        if (replicates.isEmpty()) {
            return null;
        }
        Replicates given = replicates.get();
        double[][] lambda = new double[given.count()][];
        IntStream.range(0, lambda.length).parallel().forEach(r -> {
            double[] weights = new double[design.rows()];
            given.weights(r, weights);
            lambda[r] = fit(targets, weights, r);
        });
        return (r, weights) -> apply(targets, weights, lambda[r]);
    }

    private void fitAndApply(Targets targets, double[] weights, @Nullable Integer replicate) {
        apply(targets, weights, fit(targets, weights, replicate));
    }

    private void apply(Targets targets, double[] weights, double[] lambda) {
        double cut = 0;
        double inside = 0;
        boolean[] outside = new boolean[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double g = ratio(targets, i, lambda);
            double trimmed = Math.max(trimLower, Math.min(trimUpper, g));
            outside[i] = trimmed != g;
            cut += (g - trimmed) * weights[i];
            inside += outside[i] ? 0 : weights[i];
        }
        double spread = cut == 0 ? 0 : cut / inside;
        for (int i = 0; i < weights.length; i++) {
            double g = ratio(targets, i, lambda);
            weights[i] *= outside[i] ? Math.max(trimLower, Math.min(trimUpper, g)) : g + spread;
        }
    }

    private double ratio(Targets targets, int row, double[] lambda) {
        return distance.ratio(targets.auxiliaries.dot(row, lambda), lower, upper);
    }

    private double[] fit(Targets targets, double[] weights, @Nullable Integer replicate) {
        AuxiliaryMatrix x = targets.auxiliaries;
        int p = x.columns();
        double[] lambda = new double[p];
        double[] misfit = misfit(targets, weights, lambda);
        for (int iteration = 0; iteration < maxIterations; iteration++) {
            if (worst(misfit, targets) < 0) {
                return lambda;
            }
            double[] current = lambda;
            double[] slopes = x.crossProduct(
                    x, i -> weights[i] * distance.slope(x.dot(i, current), lower, upper), weights.length);
            double[] step = SymmetricSolver.of(slopes, p, 1e-12).solve(misfit);
            double fraction = 1;
            do {
                lambda = current.clone();
                for (int j = 0; j < p; j++) {
                    lambda[j] += fraction * step[j];
                }
                misfit = misfit(targets, weights, lambda);
                fraction /= 2;
            } while (!finite(misfit) && fraction > 1e-10);
        }
        int worst = worst(misfit, targets);
        if (worst < 0) {
            return lambda;
        }
        throw new AnalysisProblem(
                "calibration_did_not_converge",
                targets.names.get(worst),
                targets.totals[worst],
                targets.totals[worst] - misfit[worst],
                maxIterations,
                replicate == null ? 0 : replicate + 1);
    }

    private double[] misfit(Targets targets, double[] weights, double[] lambda) {
        double[] sums = new double[targets.totals.length];
        for (int i = 0; i < weights.length; i++) {
            targets.auxiliaries.add(i, weights[i] * ratio(targets, i, lambda), sums, 0);
        }
        for (int j = 0; j < sums.length; j++) {
            sums[j] = targets.totals[j] - sums[j];
        }
        return sums;
    }

    /** The total that is furthest off, −1 when all are met. */
    private int worst(double[] misfit, Targets targets) {
        int worst = -1;
        double most = epsilon;
        for (int j = 0; j < misfit.length; j++) {
            double off = Math.abs(misfit[j]) / (1 + Math.abs(targets.totals[j]));
            if (!(off <= most)) {
                most = off;
                worst = j;
            }
        }
        return worst;
    }

    private static boolean finite(double[] values) {
        for (double v : values) {
            if (!Double.isFinite(v)) {
                return false;
            }
        }
        return true;
    }

    private Targets targets(SurveyDesign design, double[] weights) {
        if (margins.isEmpty() && populationSize == null) {
            throw new AnalysisProblem("calibration_needs_size");
        }
        if (!margins.isEmpty()) {
            MarginCheck.requireConsistent(margins);
        }
        double size = populationSize != null ? populationSize : margins.get(0).sum();
        if (!margins.isEmpty() && Math.abs(size - margins.get(0).sum()) > 1e-6 * size) {
            throw new AnalysisProblem(
                    "margins_disagree",
                    "populationSize",
                    size,
                    margins.get(0).name(),
                    margins.get(0).sum());
        }
        List<int[]> cells = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        cells.add(new int[design.rows()]);
        sizes.add(1);
        totals.add(size);
        names.add("constant");
        for (Margin margin : margins) {
            MarginCells table = MarginCells.of(margin, design.extract(), weights);
            int[] shifted = new int[design.rows()];
            for (int i = 0; i < shifted.length; i++) {
                shifted[i] = table.cellOfRow()[i] - 1;
            }
            cells.add(shifted);
            sizes.add(table.cells() - 1);
            for (int c = 1; c < table.cells(); c++) {
                totals.add(table.total(c));
                names.add(margin.name() + " = " + table.name(c));
            }
        }
        List<double[]> columns = new ArrayList<>();
        for (ContinuousTotal total : continuous) {
            double[] column = Numbers.of(design.extract(), total.variable());
            for (int i = 0; i < column.length; i++) {
                if (Double.isNaN(column[i])) {
                    throw new AnalysisProblem("margin_missing", total.variable(), i + 1);
                }
            }
            columns.add(column);
            totals.add(total.total());
            names.add(total.variable());
        }
        return new Targets(
                new AuxiliaryMatrix(
                        cells, sizes.stream().mapToInt(Integer::intValue).toArray(), columns),
                totals.stream().mapToDouble(Double::doubleValue).toArray(),
                names);
    }

    private static final class Targets {
        private final AuxiliaryMatrix auxiliaries;
        private final double[] totals;
        private final List<String> names;

        private Targets(AuxiliaryMatrix auxiliaries, double[] totals, List<String> names) {
            this.auxiliaries = auxiliaries;
            this.totals = totals;
            this.names = names;
        }
    }
}
