package org.suzhi.analysis.design;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Replicate weights: either given, a column each, or a factor for every first-stage unit times the weights before any
 * weighting step. Weighting steps after that are fitted to every replicate again.
 */
public final class Replicates {
    private static final int BLOCK = 64;
    private static final int MOST_CELLS = 200_000;

    private final int count;
    private final double scale;
    private final double[] rscales;
    private final boolean mse;
    private final double @Nullable [][] given;
    private final double @Nullable [][] unitFactors;
    private final double[] initial;
    private final @Nullable Stage first;
    private final List<WeightStep> steps;
    /** Ranks found so far, by rows: dear to find, and every request asks for the same. */
    private final Map<BitSet, Double> ranks = new ConcurrentHashMap<>();

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
        Stage first = design.stages().get(0);
        double[][] byUnit = new double[first.units()][factors.size()];
        for (int r = 0; r < factors.size(); r++) {
            for (int u = 0; u < byUnit.length; u++) {
                byUnit[u][r] = factors.get(r)[u];
            }
        }
        return new Replicates(scale, rscales.clone(), mse, null, byUnit, design.weights(), first, List.of());
    }

    Replicates with(WeightStep step) {
        List<WeightStep> more = new ArrayList<>(steps);
        more.add(step);
        return new Replicates(scale, rscales, mse, given, unitFactors, initial, first, more);
    }

    /** The replicates with every weight times a factor of its row, the same in all of them. */
    Replicates multiplied(double[] factors) {
        boolean commutes = unitFactors != null && steps.stream().allMatch(CellStep.class::isInstance);
        if (!commutes) {
            return with((r, weights) -> multiply(weights, factors));
        }
        double[] before = initial.clone();
        multiply(before, factors);
        return new Replicates(scale, rscales, mse, null, unitFactors, before, first, steps);
    }

    private static void multiply(double[] weights, double[] factors) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factors[i];
        }
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

    private boolean byUnit() {
        return unitFactors != null;
    }

    /**
     * Sums of weighted values by group under every replicate. Replicates that are factors of units, changed by at most one step
     * on cells, are summed for a block of replicates in one pass over the rows; others replicate by replicate. Sums run in row
     * order in both, whatever the number of threads.
     *
     * @param groupOfRow group of every row, −1 for none
     * @param groups number of groups
     * @param values what to sum; empty for the weights themselves
     * @return by replicate and group
     */
    public double[][] sums(int[] groupOfRow, int groups, double[] values) {
        double[][] sums = new double[count][groups];
        CellStep step = steps.size() == 1 && steps.get(0) instanceof CellStep one ? one : null;
        int cells = step == null ? 1 : step.cells() + 1;
        if (byUnit() && (steps.isEmpty() || step != null) && (long) groups * cells <= MOST_CELLS) {
            int blocks = (count + BLOCK - 1) / BLOCK;
            IntStream.range(0, blocks)
                    .parallel()
                    .forEach(b -> block(b * BLOCK, groupOfRow, groups, cells, step, values, sums));
            return sums;
        }
        IntStream.range(0, count).parallel().forEach(r -> {
            double[] weights = new double[groupOfRow.length];
            weights(r, weights);
            for (int i = 0; i < weights.length; i++) {
                if (groupOfRow[i] >= 0 && weights[i] != 0) {
                    sums[r][groupOfRow[i]] += values.length == 0 ? weights[i] : weights[i] * values[i];
                }
            }
        });
        return sums;
    }

    /** Sums of the replicates of one block. */
    private void block(
            int from,
            int[] groupOfRow,
            int groups,
            int cells,
            @Nullable CellStep step,
            double[] values,
            double[][] sums) {
        if (unitFactors == null || first == null) {
            throw new IllegalStateException("replicates were given as columns");
        }
        int width = Math.min(BLOCK, count - from);
        double[][] table = new double[groups * cells][];
        for (int i = 0; i < groupOfRow.length; i++) {
            int g = groupOfRow[i];
            double v = values.length == 0 ? initial[i] : initial[i] * values[i];
            if (g < 0 || v == 0) {
                continue;
            }
            int at = g * cells + (step == null ? 0 : step.cell(i) + 1);
            double[] line = table[at];
            if (line == null) {
                line = new double[width];
                table[at] = line;
            }
            double[] factors = unitFactors[first.unitOfRow(i)];
            for (int r = 0; r < width; r++) {
                line[r] += v * factors[from + r];
            }
        }
        for (int at = 0; at < table.length; at++) {
            if (table[at] != null) {
                int cell = at % cells - 1;
                for (int r = 0; r < width; r++) {
                    double factor = step == null || cell < 0 ? 1 : step.factor(from + r, cell);
                    sums[from + r][at / cells] += table[at][r] * factor;
                }
            }
        }
    }

    /** Fills {@code out} with the weights of a replicate. */
    public void weights(int replicate, double[] out) {
        if (given != null) {
            System.arraycopy(given[replicate], 0, out, 0, out.length);
        } else if (unitFactors != null && first != null) {
            for (int i = 0; i < out.length; i++) {
                out[i] = initial[i] * unitFactors[first.unitOfRow(i)][replicate];
            }
        }
        for (WeightStep step : steps) {
            step.apply(replicate, out);
        }
    }

    /**
     * Rank of the replicate weights of the members − 1. As many rows as replicates usually show full rank; only if not are all
     * used. Without weighting steps one row of every unit stands for all.
     */
    double degreesOfFreedom(double[] weights, BitSet members) {
        Double known = ranks.get(members);
        if (known == null) {
            known = rank(weights, members) - 1.0;
            ranks.put((BitSet) members.clone(), known);
        }
        return known;
    }

    private int rank(double[] weights, BitSet members) {
        List<Integer> rows = new ArrayList<>();
        BitSet units = new BitSet();
        boolean oneOfUnit = byUnit() && steps.isEmpty() && first != null;
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            int u = oneOfUnit && first != null ? first.unitOfRow(i) : i;
            if (weights[i] != 0 && !units.get(u)) {
                rows.add(i);
                units.set(u);
            }
        }
        int few = count + 20;
        if (rows.size() > 2 * few) {
            List<Integer> sample = new ArrayList<>();
            for (int k = 0; k < few; k++) {
                sample.add(rows.get((int) ((long) k * rows.size() / few)));
            }
            if (rank(sample) == count) {
                return count;
            }
        }
        return rank(rows);
    }

    /**
     * Rank by Gram-Schmidt, a column counting when what is left of it is above 1e-5 of its length; by the cross-products when
     * there are very many rows.
     */
    private int rank(List<Integer> rows) {
        double[][] lines = lines(rows);
        if ((double) lines.length * count * count > 1e9) {
            return Math.min(lines.length, crossProductRank(lines));
        }
        int n = lines.length;
        double[][] kept = new double[Math.min(n, count)][];
        int rank = 0;
        for (int r = 0; r < count && rank < kept.length; r++) {
            double[] column = new double[n];
            for (int k = 0; k < n; k++) {
                column[k] = lines[k][r];
            }
            double length = Math.sqrt(dot(column, column));
            for (int q = 0; q < rank; q++) {
                double share = dot(kept[q], column);
                for (int k = 0; k < n; k++) {
                    column[k] -= share * kept[q][k];
                }
            }
            double left = Math.sqrt(dot(column, column));
            if (left > 1e-5 * length) {
                for (int k = 0; k < n; k++) {
                    column[k] /= left;
                }
                kept[rank++] = column;
            }
        }
        return rank;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private int crossProductRank(double[][] lines) {
        double[] gram = new double[count * count];
        IntStream.range(0, count).parallel().forEach(a -> {
            int at = a * count;
            for (double[] line : lines) {
                double v = line[a];
                for (int b = 0; b <= a && v != 0; b++) {
                    gram[at + b] += v * line[b];
                }
            }
        });
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < a; b++) {
                gram[b * count + a] = gram[a * count + b];
            }
        }
        return SymmetricSolver.of(gram, count, 1e-10).rank();
    }

    /** The weights of some rows, a line each. */
    private double[][] lines(List<Integer> rows) {
        double[][] lines = new double[rows.size()][count];
        boolean cells = steps.stream().allMatch(CellStep.class::isInstance);
        if (unitFactors != null && first != null && cells) {
            for (int k = 0; k < lines.length; k++) {
                int row = rows.get(k);
                for (int r = 0; r < count; r++) {
                    lines[k][r] = initial[row] * unitFactors[first.unitOfRow(row)][r];
                    for (WeightStep step : steps) {
                        CellStep one = (CellStep) step;
                        lines[k][r] *= one.cell(row) < 0 ? 1 : one.factor(r, one.cell(row));
                    }
                }
            }
            return lines;
        }
        IntStream.range(0, count).parallel().forEach(r -> {
            double[] weights = new double[given != null ? given[r].length : initial.length];
            weights(r, weights);
            for (int k = 0; k < lines.length; k++) {
                lines[k][r] = weights[rows.get(k)];
            }
        });
        return lines;
    }
}
