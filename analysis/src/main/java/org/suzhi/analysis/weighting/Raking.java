package org.suzhi.analysis.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.AuxiliaryMatrix;
import org.suzhi.analysis.design.Calibration;
import org.suzhi.analysis.design.CellStep;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.design.WeightStep;
import org.suzhi.microdata.Message;

/**
 * Raking by iterative proportional fitting to one or several, possibly crossed margins (Deming and Stephan 1940); with one
 * margin it is post-stratification. Works on the cells of the crossed margins: rows that agree in all of them share one
 * factor. The variance knows the margins exactly, as calibration with the raking distance (Deville, Särndal and Sautory
 * 1993); R survey's rake stops its projection after ten sweeps. Margins that contradict each other in the sample (two
 * variables that always agree, with different totals) still settle on weights, which miss a margin: that is noted.
 */
public final class Raking {
    private final List<Margin> margins;
    private final double epsilon;
    private final int maxIterations;

    /**
     * @param epsilon largest change of a cell in one sweep, as a share of all weights, at the end
     * @param maxIterations sweeps over all margins
     */
    public Raking(List<Margin> margins, double epsilon, int maxIterations) {
        this.margins = List.copyOf(margins);
        this.epsilon = epsilon;
        this.maxIterations = maxIterations;
    }

    public Raking(List<Margin> margins) {
        this(margins, 1e-12, 500);
    }

    /** The design raked to the margins, and every replicate with it. */
    public SurveyDesign rake(SurveyDesign design) {
        MarginCheck.requireConsistent(margins);
        double[] before = design.weights();
        List<MarginCells> tables = new ArrayList<>();
        for (Margin margin : margins) {
            tables.add(MarginCells.of(margin, design.extract(), before));
        }
        Cells cells = Cells.of(tables, before);
        double[] reached = cells.sum(before);
        double[][] factors = fit(cells, tables, reached, 0);
        double[] after = before.clone();
        multiply(after, tables, factors);
        int[] sizes = tables.stream().mapToInt(MarginCells::cells).toArray();
        AuxiliaryMatrix auxiliaries =
                new AuxiliaryMatrix(tables.stream().map(MarginCells::cellOfRow).toList(), sizes, List.of());
        SurveyDesign raked = design.reweighted(
                after,
                new Calibration(auxiliaries, before, after, design.finest()),
                replicateStep(design, cells, tables));
        Miss worst = worst(cells, tables, reached);
        return worst.share <= 1e-6
                ? raked
                : raked.noting(new Message(
                        "org.suzhi.analysis.problems", "margin_missed", worst.margin, worst.cell, worst.share));
    }

    private @Nullable WeightStep replicateStep(SurveyDesign design, Cells cells, List<MarginCells> tables) {
        Optional<Replicates> replicates = design.replicates();
        if (replicates.isEmpty()) {
            return null;
        }
        Replicates given = replicates.get();
        double[][] cellWeights = given.sums(cells.cellOfRow, cells.count, new double[0]);
        double[][] factors = new double[given.count()][cells.count];
        IntStream.range(0, factors.length).parallel().forEach(r -> {
            double[][] ofMargins = fit(cells, tables, cellWeights[r], r + 1);
            Arrays.fill(factors[r], 1);
            for (int m = 0; m < ofMargins.length; m++) {
                for (int c = 0; c < cells.count; c++) {
                    factors[r][c] *= ofMargins[m][cells.marginCell[m][c]];
                }
            }
        });
        return new CellStep(cells.cellOfRow, factors);
    }

    private static void multiply(double[] weights, List<MarginCells> tables, double[][] factors) {
        for (int m = 0; m < factors.length; m++) {
            int[] cellOfRow = tables.get(m).cellOfRow();
            double[] factor = factors[m];
            for (int i = 0; i < weights.length; i++) {
                if (cellOfRow[i] >= 0 && weights[i] != 0) {
                    weights[i] = 1 / ((1 / weights[i]) / factor[cellOfRow[i]]);
                }
            }
        }
    }

    /**
     * Factors by margin and cell, once a sweep changes no cell any more. A replicate that lost a whole margin cell gets NaN
     * there, so that it drops out of the variance.
     */
    private double[][] fit(Cells cells, List<MarginCells> tables, double[] weights, int replicate) {
        int margins = tables.size();
        double[][] factors = new double[margins][];
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        for (int m = 0; m < margins; m++) {
            factors[m] = new double[tables.get(m).cells()];
            Arrays.fill(factors[m], 1);
        }
        double change = 0;
        for (int iteration = 0; iteration < maxIterations; iteration++) {
            double[] start = weights.clone();
            for (int m = 0; m < margins; m++) {
                sweep(cells.marginCell[m], tables.get(m), weights, factors[m]);
            }
            change = 0;
            for (int c = 0; c < weights.length; c++) {
                change = Math.max(change, Math.abs(weights[c] - start[c]));
            }
            if (margins == 1 || change <= epsilon * sum || (replicate > 0 && lost(weights))) {
                return factors;
            }
        }
        Miss worst = worst(cells, tables, weights);
        throw new AnalysisProblem(
                "raking_did_not_converge", worst.margin, worst.cell, worst.share, maxIterations, replicate);
    }

    private static boolean lost(double[] weights) {
        for (double w : weights) {
            if (Double.isNaN(w)) {
                return true;
            }
        }
        return false;
    }

    private static void sweep(int[] cellOf, MarginCells table, double[] weights, double[] factor) {
        double[] sums = sums(cellOf, table, weights);
        for (int k = 0; k < sums.length; k++) {
            sums[k] = sums[k] == 0 ? Double.NaN : table.total(k) / sums[k];
            factor[k] *= sums[k];
        }
        for (int c = 0; c < weights.length; c++) {
            weights[c] *= sums[cellOf[c]];
        }
    }

    private static double[] sums(int[] cellOf, MarginCells table, double[] weights) {
        double[] sums = new double[table.cells()];
        for (int c = 0; c < weights.length; c++) {
            sums[cellOf[c]] += weights[c];
        }
        return sums;
    }

    /** The margin cell that is furthest from its total. */
    private static Miss worst(Cells cells, List<MarginCells> tables, double[] weights) {
        Miss worst = new Miss("", "", 0);
        for (int m = 0; m < tables.size(); m++) {
            MarginCells table = tables.get(m);
            double[] sums = sums(cells.marginCell[m], table, weights);
            for (int k = 0; k < sums.length; k++) {
                double share = table.total(k) > 0 ? Math.abs(sums[k] / table.total(k) - 1) : 0;
                if (share > worst.share) {
                    worst = new Miss(table.margin().name(), table.name(k), share);
                }
            }
        }
        return worst;
    }

    /** How far a margin cell is from its total, as a share of it. */
    private record Miss(String margin, String cell, double share) {}

    /** Rows grouped by their cells in all margins. */
    private static final class Cells {
        private final int[] cellOfRow;
        private final int[][] marginCell;
        private final int count;

        private Cells(int[] cellOfRow, int[][] marginCell, int count) {
            this.cellOfRow = cellOfRow;
            this.marginCell = marginCell;
            this.count = count;
        }

        static Cells of(List<MarginCells> tables, double[] weights) {
            int n = weights.length;
            int[] cell = new int[n];
            int count = 1;
            for (MarginCells table : tables) {
                count = refine(cell, count, table);
            }
            int[][] marginCell = new int[tables.size()][count];
            for (int m = 0; m < marginCell.length; m++) {
                int[] of = tables.get(m).cellOfRow();
                for (int i = 0; i < n; i++) {
                    if (cell[i] >= 0) {
                        marginCell[m][cell[i]] = of[i];
                    }
                }
            }
            return new Cells(cell, marginCell, count);
        }

        /** Splits the groups so far by one more margin; returns how many there are now. */
        private static int refine(int[] cell, int count, MarginCells table) {
            int[] of = table.cellOfRow();
            int size = table.cells();
            long product = (long) count * size;
            int[] dense = product <= 1 << 22 ? new int[(int) product] : new int[0];
            Map<Long, Integer> sparse = new HashMap<>();
            int next = 0;
            for (int i = 0; i < cell.length; i++) {
                if (of[i] < 0 || cell[i] < 0) {
                    cell[i] = -1;
                    continue;
                }
                long key = (long) cell[i] * size + of[i];
                int id = dense.length > 0 ? dense[(int) key] - 1 : sparse.getOrDefault(key, -1);
                if (id < 0) {
                    id = next++;
                    if (dense.length > 0) {
                        dense[(int) key] = id + 1;
                    } else {
                        sparse.put(key, id);
                    }
                }
                cell[i] = id;
            }
            return next;
        }

        /** Weights by cell, by compensated summation. */
        double[] sum(double[] weights) {
            double[] sums = new double[count];
            double[] lost = new double[count];
            for (int i = 0; i < weights.length; i++) {
                int c = cellOfRow[i];
                if (c >= 0) {
                    double next = sums[c] + weights[i];
                    lost[c] += sums[c] >= weights[i] ? (sums[c] - next) + weights[i] : (weights[i] - next) + sums[c];
                    sums[c] = next;
                }
            }
            for (int c = 0; c < count; c++) {
                sums[c] += lost[c];
            }
            return sums;
        }
    }
}
