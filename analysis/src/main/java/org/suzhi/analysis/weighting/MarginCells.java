package org.suzhi.analysis.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Extract;

/**
 * A margin laid over the rows of a sample: the cell of every row and the population total of every cell.
 *
 * <p>Cells of one group of {@link Margin#collapsed} are one cell here, with the sum of their totals.
 *
 * <p>Refused: rows with a missing value, sample cells without a population total, population cells without a sample row,
 * negative totals.
 */
final class MarginCells {
    private final Margin margin;
    private final int[] cellOfRow;
    private final double[] totals;
    private final List<String> names;

    private MarginCells(Margin margin, int[] cellOfRow, double[] totals, List<String> names) {
        this.margin = margin;
        this.cellOfRow = cellOfRow;
        this.totals = totals;
        this.names = names;
    }

    static MarginCells of(Margin margin, Extract extract, double[] weights) {
        List<CategoryColumn> columns = new ArrayList<>();
        int cells = 1;
        for (String variable : margin.variables()) {
            CategoryColumn column = categories(extract, variable);
            columns.add(column);
            cells *= column.levels().size();
        }
        List<String> single = names(columns, cells).stream().map(Margin::name).toList();
        List<String> names = new ArrayList<>();
        int[] cellOf = grouped(margin, single, names);
        cells = names.size();
        double[] totals = new double[cells];
        Arrays.fill(totals, Double.NaN);
        for (Map.Entry<List<String>, Double> e : margin.totals().entrySet()) {
            int place = single.indexOf(Margin.name(e.getKey()));
            if (place < 0) {
                throw new AnalysisProblem("margin_unknown_level", margin.name(), String.join(", ", e.getKey()));
            }
            if (!(e.getValue() >= 0) || Double.isInfinite(e.getValue())) {
                throw new AnalysisProblem(
                        "margin_bad_total", margin.name(), String.join(", ", e.getKey()), e.getValue());
            }
            int cell = cellOf[place];
            totals[cell] = (Double.isNaN(totals[cell]) ? 0 : totals[cell]) + e.getValue();
        }
        int[] cellOfRow = new int[extract.rows()];
        int[] sampled = new int[cells];
        for (int i = 0; i < cellOfRow.length; i++) {
            if (weights[i] == 0) {
                cellOfRow[i] = -1;
                continue;
            }
            int cell = 0;
            int step = 1;
            for (int v = 0; v < columns.size(); v++) {
                int code = columns.get(v).code(i);
                if (code < 0) {
                    throw new AnalysisProblem(
                            "margin_missing", margin.variables().get(v), i + 1);
                }
                cell += step * code;
                step *= columns.get(v).levels().size();
            }
            cellOfRow[i] = cellOf[cell];
            sampled[cellOf[cell]]++;
        }
        for (int c = 0; c < cells; c++) {
            if (sampled[c] > 0 && !(totals[c] > 0)) {
                throw new AnalysisProblem("margin_without_total", margin.name(), names.get(c), sampled[c]);
            }
            if (sampled[c] == 0 && totals[c] > 0) {
                throw new AnalysisProblem("margin_without_sample", margin.name(), names.get(c), totals[c]);
            }
            totals[c] = Double.isNaN(totals[c]) ? 0 : totals[c];
        }
        return new MarginCells(margin, cellOfRow, totals, names);
    }

    /** The cell that each single cell belongs to, and the names of the cells. */
    private static int[] grouped(Margin margin, List<String> single, List<String> names) {
        int[] cellOf = new int[single.size()];
        Arrays.fill(cellOf, -1);
        for (List<String> group : margin.collapsed()) {
            for (String name : group) {
                int place = single.indexOf(name);
                if (place < 0) {
                    throw new AnalysisProblem("collapse_unknown_cell", name, String.join("; ", single));
                }
                if (cellOf[place] >= 0) {
                    throw new AnalysisProblem("collapse_cell_twice", name);
                }
                cellOf[place] = names.size();
            }
            names.add(String.join(" + ", group));
        }
        for (int place = 0; place < cellOf.length; place++) {
            if (cellOf[place] < 0) {
                cellOf[place] = names.size();
                names.add(single.get(place));
            }
        }
        return cellOf;
    }

    static CategoryColumn categories(Extract extract, String variable) {
        if (extract.column(variable) instanceof CategoryColumn column) {
            return column;
        }
        throw new AnalysisProblem("category_due", variable);
    }

    private static List<List<String>> names(List<CategoryColumn> columns, int cells) {
        List<List<String>> names = new ArrayList<>();
        for (int c = 0; c < cells; c++) {
            List<String> name = new ArrayList<>();
            int rest = c;
            for (CategoryColumn column : columns) {
                int size = column.levels().size();
                name.add(column.levels().get(rest % size));
                rest /= size;
            }
            names.add(name);
        }
        return names;
    }

    Margin margin() {
        return margin;
    }

    int cells() {
        return totals.length;
    }

    int[] cellOfRow() {
        return cellOfRow;
    }

    double total(int cell) {
        return totals[cell];
    }

    double[] totals() {
        return totals;
    }

    String name(int cell) {
        return names.get(cell);
    }
}
