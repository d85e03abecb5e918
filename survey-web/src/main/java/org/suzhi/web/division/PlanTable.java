package org.suzhi.web.division;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.HeadedTable;
import org.suzhi.web.fieldwork.TableFile;

/** A file of the division with the checks that all of them share. A cell that fails one is stood in for, so that reading goes on. */
final class PlanTable {
    static final String CODE = "[A-Za-z0-9._-]{1,40}";
    private static final int LONGEST_UNIT = 60;
    private static final int LONGEST_CELL = 1000;
    private static final int MOST_ROWS = 2000;

    private final HeadedTable table;
    private final List<TableFile.Line> rows;

    PlanTable(byte[] bytes, Map<String, List<String>> headings, String... needed) {
        table = new HeadedTable(bytes, headings);
        rows = table.wellFormedRows(MOST_ROWS, needed);
    }

    /** The rows; none where the table is not well formed. */
    List<TableFile.Line> rows() {
        return rows;
    }

    boolean has(String column) {
        return table.has(column);
    }

    List<FileProblem> problems() {
        return table.problems();
    }

    boolean check(TableFile.Line line, String column, boolean holds, String rule) {
        return table.check(line, column, holds, rule);
    }

    void tell(TableFile.Line line, String column, String got, String rule) {
        table.tell(line, column, got, rule);
    }

    /** Tells what stands against what, as {@code got ≠ expected}. */
    void differ(TableFile.Line line, String column, Object got, Object expected, String rule) {
        table.tell(line, column, got + " ≠ " + expected, rule);
    }

    /** A cell that may be empty. */
    String cell(TableFile.Line line, String column) {
        String cell = table.cell(line, column);
        table.check(line, column, cell.length() <= LONGEST_CELL, "division-too-long");
        return cell;
    }

    /** A cell that must be filled in. */
    String text(TableFile.Line line, String column) {
        String cell = cell(line, column);
        table.check(line, column, !cell.isEmpty(), "missing");
        return cell;
    }

    /** A whole number that must be given. */
    int whole(TableFile.Line line, String column, int least, int most) {
        Integer number = optionalWhole(line, column, least, most);
        if (number == null && table.cell(line, column).isEmpty()) {
            table.check(line, column, false, "missing");
        }
        return number == null ? least : number;
    }

    /** A whole number, or null where the cell is empty. */
    @Nullable
    Integer optionalWhole(TableFile.Line line, String column, int least, int most) {
        String cell = table.cell(line, column);
        if (cell.isEmpty()) {
            return null;
        }
        int number = cell.matches("\\d{1,9}") ? Integer.parseInt(cell) : -1;
        if (number < least || number > most) {
            table.tell(line, column, "%s (%d–%d)".formatted(cell, least, most), "division-whole");
            return null;
        }
        return number;
    }

    /** A count that the file gives beside a list must be the list's own; an empty cell claims nothing. */
    void count(TableFile.Line line, String column, int counted) {
        String cell = table.cell(line, column);
        if (!cell.isEmpty() && !cell.equals(String.valueOf(counted))) {
            differ(line, column, cell, counted, "division-count");
        }
    }

    void checkUnits(TableFile.Line line, String column, List<String> units) {
        for (String unit : units) {
            if (unit.length() > LONGEST_UNIT) {
                table.tell(line, column, unit.substring(0, LONGEST_UNIT) + "…", "division-unit-too-long");
            }
        }
    }
}
