package org.suzhi.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which column of a table holds what, by its heading in English or Chinese. */
final class TableHeadings {
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, String> shown = new HashMap<>();

    private TableHeadings() {}

    /**
     * Looks for columns in the first row.
     *
     * @param headings the headings under which each column may stand; the first found in this order is taken
     */
    static TableHeadings of(
            String source,
            List<TableRow> table,
            Map<String, List<String>> headings,
            List<String> needed,
            List<SamplingProblem> problems) {
        TableHeadings found = new TableHeadings();
        if (table.size() < 2) {
            problems.add(new SamplingProblem(source, 0, "", "", "empty", List.of(String.join(", ", needed))));
            return found;
        }
        TableRow first = table.get(0);
        List<String> row = new ArrayList<>();
        for (int c = 0; c < first.cells().size(); c++) {
            row.add(first.cell(c).toLowerCase(Locale.ROOT));
        }
        new TreeMap<>(headings)
                .forEach((column, names) -> names.stream()
                        .filter(row::contains)
                        .findFirst()
                        .ifPresent(name -> found.put(column, name, row, source, first, problems)));
        needed.stream()
                .filter(column -> !found.columns.containsKey(column))
                .forEach(column -> problems.add(new SamplingProblem(
                        source, first.number(), column, String.join(", ", row), "no-column", List.of(column))));
        return found;
    }

    private void put(
            String column,
            String name,
            List<String> row,
            String source,
            TableRow first,
            List<SamplingProblem> problems) {
        if (row.indexOf(name) != row.lastIndexOf(name)) {
            problems.add(new SamplingProblem(source, first.number(), name, name, "column-twice", List.of()));
        }
        columns.put(column, row.indexOf(name));
        shown.put(column, name);
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    String cell(TableRow row, String column) {
        return row.cell(columns.getOrDefault(column, -1));
    }

    /** The heading as the table has it. */
    String shown(String column) {
        return shown.getOrDefault(column, column);
    }
}
