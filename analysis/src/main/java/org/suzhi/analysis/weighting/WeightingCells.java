package org.suzhi.analysis.weighting;

import java.util.Arrays;
import java.util.List;
import org.suzhi.microdata.CategoryColumn;

/** The cells of crossed categories, the last varying fastest, so that neighbours share the first; one cell when there are none. */
public final class WeightingCells {
    private final List<String> variables;
    private final List<CategoryColumn> columns;

    /**
     * @param variables names of the columns
     * @param columns the columns themselves
     */
    public WeightingCells(List<String> variables, List<CategoryColumn> columns) {
        this.variables = List.copyOf(variables);
        this.columns = List.copyOf(columns);
    }

    List<String> variables() {
        return variables;
    }

    /** Number of possible cells. */
    int count() {
        return columns.stream().mapToInt(c -> c.levels().size()).reduce(1, Math::multiplyExact);
    }

    /** The cell of every row, −1 where a value is missing. */
    int[] ofRows(int rows) {
        int[] cell = new int[rows];
        for (CategoryColumn column : columns) {
            int size = column.levels().size();
            for (int i = 0; i < rows; i++) {
                int code = column.code(i);
                cell[i] = cell[i] < 0 || code < 0 ? -1 : cell[i] * size + code;
            }
        }
        return cell;
    }

    /** The variable that misses a value in a row. */
    String missing(int row) {
        for (int v = 0; v < columns.size(); v++) {
            if (columns.get(v).isMissing(row)) {
                return variables.get(v);
            }
        }
        throw new IllegalArgumentException("row " + row + " has all values");
    }

    /** A cell's levels joined by a comma; {@code all} when there are no variables. */
    String name(int cell) {
        if (columns.isEmpty()) {
            return "all";
        }
        String[] parts = new String[columns.size()];
        int rest = cell;
        for (int v = parts.length - 1; v >= 0; v--) {
            List<String> levels = columns.get(v).levels();
            parts[v] = levels.get(rest % levels.size());
            rest /= levels.size();
        }
        return String.join(", ", Arrays.asList(parts));
    }
}
