package org.suzhi.analysis.weighting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.AuxiliaryMatrix;
import org.suzhi.analysis.design.Calibration;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.design.WeightStep;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Message;

/**
 * Direct standardization: weights within every cell of {@code over} are scaled so that the categories of {@code by} have
 * given shares; the variance treats the shares as known (R {@code svystandardize}).
 */
public final class Standardization {
    private final List<String> by;
    private final List<String> over;
    private final double[] shares;

    /**
     * @param by variables whose distribution is set, crossed
     * @param over variables within whose cells it is set; none for the whole
     * @param population sizes of the cells of {@code by}, the first variable varying fastest
     */
    public Standardization(List<String> by, List<String> over, List<Double> population) {
        this.by = List.copyOf(by);
        this.over = List.copyOf(over);
        double sum = population.stream().mapToDouble(Double::doubleValue).sum();
        this.shares = population.stream().mapToDouble(p -> p / sum).toArray();
    }

    /** The standardized design; rows that are no members get weight 0. */
    public SurveyDesign standardize(SurveyDesign design, BitSet members) {
        double[] before = design.weights();
        for (int i = members.nextClearBit(0); i < before.length; i = members.nextClearBit(i + 1)) {
            before[i] = 0;
        }
        Cells byCells = cells(design, by, members);
        Cells overCells = cells(design, over, members);
        if (byCells.count != shares.length) {
            throw new AnalysisProblem("standardize_shares", String.join(" x ", by), byCells.count, shares.length);
        }
        int cells = byCells.count * overCells.count;
        int[] cellOfRow = new int[before.length];
        for (int i = 0; i < cellOfRow.length; i++) {
            cellOfRow[i] = before[i] == 0 ? -1 : byCells.of[i] + byCells.count * overCells.of[i];
        }
        Optional<String> empty = empty(cellOfRow, byCells, overCells);
        double[] after = before.clone();
        scale(after, cellOfRow, cells, overCells, byCells.count);
        AuxiliaryMatrix auxiliaries = new AuxiliaryMatrix(List.of(cellOfRow), new int[] {cells}, List.of());
        // Shares are set against each set of weights: a replicate keeps the sample's sizes of the over cells.
        double[] sizes = sizes(before, overCells);
        WeightStep step = (r, weights) -> {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = cellOfRow[i] < 0 ? 0 : weights[i];
            }
            scaleTo(weights, cellOfRow, cells, sizes, byCells.count);
        };
        boolean replicated = design.replicates().map(Replicates::count).orElse(0) > 0;
        SurveyDesign standardized = design.reweighted(
                after, new Calibration(auxiliaries, before, after, design.finest()), replicated ? step : null);
        return empty.isEmpty()
                ? standardized
                : standardized.noting(
                        new Message("org.suzhi.analysis.problems", "standardize_empty_cell", empty.get()));
    }

    /** The first cell without rows: its share is lost, and the others of its {@code over} cell stand for it. */
    private Optional<String> empty(int[] cellOfRow, Cells byCells, Cells overCells) {
        boolean[] occurs = new boolean[byCells.count * overCells.count];
        boolean[] overOccurs = new boolean[overCells.count];
        for (int cell : cellOfRow) {
            if (cell >= 0) {
                occurs[cell] = true;
                overOccurs[cell / byCells.count] = true;
            }
        }
        for (int c = 0; c < occurs.length; c++) {
            if (!occurs[c] && overOccurs[c / byCells.count]) {
                String within = over.isEmpty() ? "" : ", " + overCells.name(over, c / byCells.count);
                return Optional.of(byCells.name(by, c % byCells.count) + within);
            }
        }
        return Optional.empty();
    }

    private void scale(double[] weights, int[] cellOfRow, int cells, Cells over, int byCount) {
        scaleTo(weights, cellOfRow, cells, sizes(weights, over), byCount);
    }

    private static double[] sizes(double[] weights, Cells over) {
        double[] sizes = new double[over.count];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                sizes[over.of[i]] += weights[i];
            }
        }
        return sizes;
    }

    private void scaleTo(double[] weights, int[] cellOfRow, int cells, double[] sizes, int byCount) {
        double[] sums = new double[cells];
        for (int i = 0; i < weights.length; i++) {
            if (cellOfRow[i] >= 0) {
                sums[cellOfRow[i]] += weights[i];
            }
        }
        for (int c = 0; c < cells; c++) {
            sums[c] = sums[c] == 0 ? 0 : shares[c % byCount] * sizes[c / byCount] / sums[c];
        }
        for (int i = 0; i < weights.length; i++) {
            if (cellOfRow[i] >= 0) {
                weights[i] *= sums[cellOfRow[i]];
            }
        }
    }

    private static Cells cells(SurveyDesign design, List<String> variables, BitSet members) {
        List<CategoryColumn> columns = new ArrayList<>();
        for (String variable : variables) {
            columns.add(MarginCells.categories(design.extract(), variable));
        }
        int[] of = new int[design.rows()];
        int count = 1;
        for (int v = 0; v < columns.size(); v++) {
            CategoryColumn column = columns.get(v);
            for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
                if (column.code(i) < 0) {
                    throw new AnalysisRefusal("standardize_missing", variables.get(v), i + 1);
                }
                of[i] += count * column.code(i);
            }
            count *= column.levels().size();
        }
        return new Cells(of, count, columns);
    }

    private static final class Cells {
        private final int[] of;
        private final int count;
        private final List<CategoryColumn> columns;

        private Cells(int[] of, int count, List<CategoryColumn> columns) {
            this.of = of;
            this.count = count;
            this.columns = List.copyOf(columns);
        }

        private String name(List<String> variables, int cell) {
            List<String> parts = new ArrayList<>();
            int rest = cell;
            for (int v = 0; v < columns.size(); v++) {
                List<String> levels = columns.get(v).levels();
                parts.add(variables.get(v) + " = " + levels.get(rest % levels.size()));
                rest /= levels.size();
            }
            return String.join(", ", parts);
        }
    }
}
