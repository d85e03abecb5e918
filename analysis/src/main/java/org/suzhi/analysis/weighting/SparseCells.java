package org.suzhi.analysis.weighting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Extract;

/**
 * Which cells of a margin have too few rows, and with which neighbours they would be met together.
 *
 * <p>Cells are taken in lines: those that differ in the last variable only, in the order of the totals, so that ages stay
 * neighbours of ages. While a line has a cell with fewer rows than the minimum, the smallest such cell is put together with
 * the smaller one of its neighbours; groups that are there already count as one cell (Valliant, Dever and Kreuter 2018, 14.2,
 * on collapsing neighbours). Cells of a line that stays too small as a whole are left in one group, and told as short.
 */
public final class SparseCells {
    private SparseCells() {}

    /**
     * Cells that are met together.
     *
     * @param cells their names
     * @param rows of all of them
     * @param smallest rows of the cell that has fewest
     * @param enough whether there are as many rows as the minimum
     */
    public record Group(List<String> cells, int rows, int smallest, boolean enough) {
        public Group {
            cells = List.copyOf(cells);
        }

        private Group with(Group next, int minimum) {
            List<String> both = new ArrayList<>(cells);
            both.addAll(next.cells);
            return new Group(both, rows + next.rows, Math.min(smallest, next.smallest), rows + next.rows >= minimum);
        }
    }

    /**
     * The cells of a margin after putting those with fewer rows than the minimum to a neighbour; single cells too.
     *
     * @param rows that are to meet the margin
     */
    public static List<Group> collapse(Margin margin, Extract extract, BitSet rows, int minimum) {
        Map<List<String>, Integer> counts = counts(margin, extract, rows);
        Map<List<String>, List<Group>> lines = new LinkedHashMap<>();
        margin.totals().forEach((levels, total) -> {
            int n = counts.getOrDefault(levels, 0);
            if (total > 0 || n > 0) {
                lines.computeIfAbsent(levels.subList(0, levels.size() - 1), line -> new ArrayList<>())
                        .add(new Group(List.of(Margin.name(levels)), n, n, n >= minimum));
            }
        });
        List<Group> groups = new ArrayList<>();
        for (List<Group> line : lines.values()) {
            join(line, margin.collapsed(), minimum);
            collapse(line, minimum);
            groups.addAll(line);
        }
        return List.copyOf(groups);
    }

    /** Puts the cells together that are so already; those between them come along. */
    private static void join(List<Group> line, List<List<String>> collapsed, int minimum) {
        for (List<String> group : collapsed) {
            int from = -1;
            int to = -1;
            for (int k = 0; k < line.size(); k++) {
                if (line.get(k).cells().stream().anyMatch(group::contains)) {
                    from = from < 0 ? k : from;
                    to = k;
                }
            }
            for (; to > from; to--) {
                merge(line, from, minimum);
            }
        }
    }

    private static void collapse(List<Group> line, int minimum) {
        while (line.size() > 1) {
            int small = -1;
            for (int k = 0; k < line.size(); k++) {
                if (!line.get(k).enough()
                        && (small < 0 || line.get(k).rows() < line.get(small).rows())) {
                    small = k;
                }
            }
            if (small < 0) {
                return;
            }
            boolean before = small == line.size() - 1
                    || (small > 0
                            && line.get(small - 1).rows() <= line.get(small + 1).rows());
            merge(line, before ? small - 1 : small, minimum);
        }
    }

    private static void merge(List<Group> line, int first, int minimum) {
        line.set(first, line.get(first).with(line.remove(first + 1), minimum));
    }

    private static Map<List<String>, Integer> counts(Margin margin, Extract extract, BitSet rows) {
        List<CategoryColumn> columns = margin.variables().stream()
                .map(variable -> MarginCells.categories(extract, variable))
                .toList();
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (int i = rows.nextSetBit(0); i >= 0; i = rows.nextSetBit(i + 1)) {
            int row = i;
            if (columns.stream().noneMatch(column -> column.isMissing(row))) {
                counts.merge(columns.stream().map(column -> column.text(row)).toList(), 1, Integer::sum);
            }
        }
        return counts;
    }
}
