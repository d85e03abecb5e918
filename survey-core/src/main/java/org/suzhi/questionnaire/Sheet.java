package org.suzhi.questionnaire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sheet of a workbook: headings in its first row, texts below. Sheet names are lower case.
 *
 * @param columns the headings, in order, none empty
 */
record Sheet(String name, List<String> columns, List<SheetRow> rows) {
    Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param number as the spreadsheet program numbers it: 2 is the first below the headings
     * @param cells the cells that are not empty, by heading
     */
    record SheetRow(int number, Map<String, String> cells) {
        SheetRow {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }

        /** The text under a heading, without space around it, "" where there is none. */
        String cell(String heading) {
            return cells.getOrDefault(heading, "").strip();
        }
    }
}
