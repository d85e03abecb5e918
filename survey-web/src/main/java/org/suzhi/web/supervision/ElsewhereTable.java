package org.suzhi.web.supervision;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.HeadedTable;
import org.suzhi.web.fieldwork.TableFile;

/** An uploaded table of figures that others have published, with the checks that both kinds of it share. */
final class ElsewhereTable {
    static final int LONGEST_SOURCE = 500;
    private static final int MOST_ROWS = 5000;
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*[%％]?");

    private final HeadedTable table;
    private final List<TableFile.Line> rows;

    ElsewhereTable(byte[] bytes, Map<String, List<String>> headings, String... needed) {
        table = new HeadedTable(bytes, headings);
        rows = table.wellFormedRows(MOST_ROWS, needed);
    }

    /** The rows; none where the table is not well formed. */
    List<TableFile.Line> rows() {
        return rows;
    }

    boolean check(TableFile.Line line, String column, boolean holds, String rule) {
        return table.check(line, column, holds, rule);
    }

    void tell(TableFile.Line line, String column, String got, String rule) {
        table.tell(line, column, got, rule);
    }

    /** A short text that may be empty. */
    String optional(TableFile.Line line, String column, int longest) {
        String cell = table.cell(line, column);
        if (cell.length() > longest) {
            table.tell(line, column, String.valueOf(longest), "longer-than");
        }
        return cell;
    }

    /** A short text that must be there. */
    String text(TableFile.Line line, String column, int longest) {
        String cell = optional(line, column, longest);
        table.check(line, column, !cell.isEmpty(), column.equals("source") ? "source-missing" : "missing");
        return cell;
    }

    /** A percentage with or without its sign; a stand-in where it is none. */
    double percent(TableFile.Line line, String column) {
        Matcher cell = PERCENT.matcher(table.cell(line, column));
        OptionalDouble percent =
                cell.matches() ? OptionalDouble.of(Double.parseDouble(cell.group(1))) : OptionalDouble.empty();
        boolean holds = percent.isPresent() && percent.getAsDouble() <= 100;
        table.check(line, column, holds, "percent-published");
        return holds ? percent.getAsDouble() : 0;
    }

    List<FileProblem> problems() {
        return table.problems();
    }
}
