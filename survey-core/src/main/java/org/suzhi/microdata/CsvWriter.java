package org.suzhi.microdata;

import java.io.IOException;
import java.util.List;

/** Writes an extract as CSV that {@link CsvReader} reads: numbers with all their digits, a missing value as an empty field. */
public final class CsvWriter {
    private CsvWriter() {}

    /** The whole file as one text. */
    public static String text(Extract extract) {
        StringBuilder csv = new StringBuilder();
        try {
            write(extract, csv);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return csv.toString();
    }

    /** Writes a header and a line for every row. */
    public static void write(Extract extract, Appendable out) throws IOException {
        List<Column> columns = extract.names().stream().map(extract::column).toList();
        int c = 0;
        for (String name : extract.names()) {
            out.append(c++ == 0 ? "" : ",").append(field(name));
        }
        out.append('\n');
        for (int row = 0; row < extract.rows(); row++) {
            for (c = 0; c < columns.size(); c++) {
                out.append(c == 0 ? "" : ",").append(field(columns.get(c).text(row)));
            }
            out.append('\n');
        }
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
