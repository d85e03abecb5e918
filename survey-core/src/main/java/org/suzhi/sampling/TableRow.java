package org.suzhi.sampling;

import java.util.List;

/**
 * A row of a table that somebody made with a spreadsheet.
 *
 * @param number row in the file, from 1
 */
public record TableRow(int number, List<String> cells) {
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The cell's text without surrounding blanks; empty where there is none. */
    public String cell(int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }
}
