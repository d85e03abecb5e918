package org.suzhi.web.publication;

import java.util.List;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

/** An extract as CSV: numbers with all their digits, an item without an answer as an empty cell. */
final class ExtractCsv {
    private ExtractCsv() {}

    static String of(Extract extract) {
        List<Column> columns = extract.names().stream().map(extract::column).toList();
        StringBuilder csv = new StringBuilder(String.join(",", extract.names())).append('\n');
        for (int row = 0; row < extract.rows(); row++) {
            for (int c = 0; c < columns.size(); c++) {
                csv.append(c == 0 ? "" : ",").append(cell(columns.get(c), row));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private static String cell(Column column, int row) {
        if (column instanceof NumericColumn numbers) {
            return numbers.isMissing(row) ? "" : number(numbers.value(row));
        }
        CategoryColumn categories = (CategoryColumn) column;
        return categories.code(row) < 0 ? "" : quoted(categories.text(row));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String quoted(String text) {
        return text.matches("[\\p{L}\\p{N}_+-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
