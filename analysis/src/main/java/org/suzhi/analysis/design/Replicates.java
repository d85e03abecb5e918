package org.suzhi.analysis.design;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replicate weights: either given, a column each, or a factor for every first-stage unit times the weights before any
 * weighting step. Weighting steps after that are fitted to every replicate again.
 */
public final class Replicates {
    private final int count;
    private final double scale;
    private final double[] rscales;
    private final boolean mse;
    private final double @Nullable [][] given;
    private final double @Nullable [][] unitFactors;
    private final double[] initial;
    private final @Nullable Stage first;
    private final List<WeightStep> steps;

    private Replicates(
            double scale,
            double[] rscales,
            boolean mse,
            double @Nullable [][] given,
            double @Nullable [][] unitFactors,
            double[] initial,
            @Nullable Stage first,
            List<WeightStep> steps) {
        this.count = rscales.length;
        this.scale = scale;
        this.rscales = rscales;
        this.mse = mse;
        this.given = given;
        this.unitFactors = unitFactors;
        this.initial = initial;
        this.first = first;
        this.steps = List.copyOf(steps);
    }

    /**
     * Given columns.
     *
     * @param scale overall factor of the squared deviations
     * @param rscales factor of each replicate
     * @param mse deviations from the full-sample estimate rather than from the replicates' mean
     * @param columns weights by replicate and row
     */
    public static Replicates given(double scale, double[] rscales, boolean mse, List<double[]> columns) {
        return new Replicates(
                scale, rscales.clone(), mse, columns.toArray(double[][]::new), null, new double[0], null, List.of());
    }

    /**
     * Factors of first-stage units.
     *
     * @param design the design whose weights and PSUs are replicated
     * @param factors by replicate and first-stage unit
     */
    public static Replicates ofUnits(
            double scale, double[] rscales, boolean mse, List<double[]> factors, SurveyDesign design) {
        return new Replicates(
                scale,
                rscales.clone(),
                mse,
                null,
                factors.toArray(double[][]::new),
                design.weights(),
                design.stages().get(0),
                List.of());
    }

    Replicates with(WeightStep step) {
        List<WeightStep> more = new ArrayList<>(steps);
        more.add(step);
        return new Replicates(scale, rscales, mse, given, unitFactors, initial, first, more);
    }

    public int count() {
        return count;
    }

    /** Overall factor of the squared deviations. */
    public double scale() {
        return scale;
    }

    /** Factor of one replicate's squared deviation. */
    public double rscale(int replicate) {
        return rscales[replicate];
    }

    /** Whether deviations are taken from the full-sample estimate. */
    public boolean mse() {
        return mse;
    }

    /** Whether a replicate is just a factor for every first-stage unit. */
    public boolean byUnit() {
        return unitFactors != null && steps.isEmpty();
    }

    /** The factor of a first-stage unit; only when {@link #byUnit()}. */
    public double unitFactor(int replicate, int unit) {
        if (unitFactors == null) {
            throw new IllegalStateException("replicate weights were given as columns");
        }
        return unitFactors[replicate][unit];
    }

    /** Fills {@code out} with the weights of a replicate. */
    public void weights(int replicate, double[] out) {
        if (given != null) {
            System.arraycopy(given[replicate], 0, out, 0, out.length);
        } else if (unitFactors != null && first != null) {
            double[] factors = unitFactors[replicate];
            for (int i = 0; i < out.length; i++) {
                out[i] = initial[i] * factors[first.unitOfRow(i)];
            }
        }
        for (WeightStep step : steps) {
            step.apply(replicate, out);
        }
    }

    /**
     * Rank of the replicate weights of the members − 1. A few rows usually show full rank; only if not are all used.
     */
    double degreesOfFreedom(double[] weights, BitSet members) {
        List<Integer> rows = new ArrayList<>();
        BitSet units = new BitSet();
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            if (weights[i] != 0 && (!byUnit() || first == null || !units.get(first.unitOfRow(i)))) {
                rows.add(i);
                if (first != null) {
                    units.set(first.unitOfRow(i));
                }
            }
        }
        int few = 3 * count;
        if (rows.size() > few) {
            List<Integer> sample = new ArrayList<>();
            for (int k = 0; k < few; k++) {
                sample.add(rows.get((int) ((long) k * rows.size() / few)));
            }
            int rank = rank(sample);
            if (rank == count) {
                return rank - 1.0;
            }
        }
        return rank(rows) - 1.0;
    }

    private int rank(List<Integer> rows) {
        double[][] columns = new double[count][rows.size()];
        java.util.stream.IntStream.range(0, count).parallel().forEach(r -> {
            double[] all = new double[given != null ? given[r].length : initial.length];
            weights(r, all);
            for (int k = 0; k < columns[r].length; k++) {
                columns[r][k] = all[rows.get(k)];
            }
        });
        double[] gram = new double[count * count];
        java.util.stream.IntStream.range(0, count).parallel().forEach(a -> {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int k = 0; k < columns[a].length; k++) {
                    sum += columns[a][k] * columns[b][k];
                }
                gram[a * count + b] = sum;
                gram[b * count + a] = sum;
            }
        });
        return SymmetricSolver.of(gram, count, 1e-10).rank();
    }
}
