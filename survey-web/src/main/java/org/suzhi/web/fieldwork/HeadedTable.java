package org.suzhi.web.fieldwork;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An uploaded table whose columns go by any of several headings, with what is found wrong in it. */
public final class HeadedTable {
    private final List<TableFile.Line> lines;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<FileProblem> problems = new ArrayList<>();

    /**
     * Reads a table.
     *
     * @param headings by column, the headings that it may have; the first one found counts
     */
    public HeadedTable(byte[] bytes, Map<String, List<String>> headings) {
        Optional<List<TableFile.Line>> read = TableFile.read(bytes);
        lines = read.orElse(List.of());
        if (lines.size() < 2) {
            problems.add(new FileProblem(1, "", "", read.isEmpty() ? "unreadable" : "empty"));
            return;
        }
        List<String> found = lines.get(0).cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        headings.forEach((column, names) -> names.stream()
                .filter(found::contains)
                .findFirst()
                .ifPresent(name -> columns.put(column, found.indexOf(name))));
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Tells of columns that must be there and are not. */
    public void require(String... names) {
        for (String name : names) {
            check(1, name, "", rows().isEmpty() || has(name), "no-column");
        }
    }

    /**
     * The rows of a table that is well formed: its columns are there, no row is longer than the headings, and there are not too
     * many. What is not is told, and there are no rows then, since cells would be taken for others.
     */
    public List<TableFile.Line> wellFormedRows(int most, String... needed) {
        require(needed);
        refuseLongRows();
        check(1, "", rows().size() + " > " + most, rows().size() <= most, "more-rows");
        return problems.isEmpty() ? rows() : List.of();
    }

    /** Tells of rows with more cells than there are headings, as a comma makes them that should be in quotes. */
    private void refuseLongRows() {
        for (TableFile.Line line : rows()) {
            int width = lines.get(0).cells().size();
            long beyond = line.cells().stream()
                    .skip(width)
                    .filter(cell -> !cell.isBlank())
                    .count();
            if (beyond > 0) {
                tell(line, "", (width + beyond) + " > " + width, "long-row");
            }
        }
    }

    /** The rows below the headings; none where the table cannot be read. */
    public List<TableFile.Line> rows() {
        return lines.size() < 2 ? List.of() : lines.subList(1, lines.size());
    }

    /** The text of a cell; empty where the column is missing. */
    public String cell(TableFile.Line line, String column) {
        return line.cell(columns.getOrDefault(column, -1));
    }

    public boolean check(TableFile.Line line, String column, boolean holds, String rule) {
        return check(line.number(), column, cell(line, column), holds, rule);
    }

    /** Adds a problem. */
    public void tell(TableFile.Line line, String column, String got, String rule) {
        problems.add(new FileProblem(line.number(), column, got, rule));
    }

    private boolean check(int row, String column, String got, boolean holds, String rule) {
        if (!holds) {
            problems.add(new FileProblem(row, column, got, rule));
        }
        return holds;
    }

    /** Everything found wrong so far, in the order found. */
    public List<FileProblem> problems() {
        return List.copyOf(problems);
    }
}
