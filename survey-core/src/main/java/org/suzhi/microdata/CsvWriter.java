package org.suzhi.microdata;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes an extract as UTF-8 CSV that {@link CsvReader} reads: numbers with all their digits, a missing value as an empty
 * field. The hash of an extract is that of these bytes, so they stay as they are.
 */
public final class CsvWriter {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_+-]*");
    private static final Pattern PLAIN_NAME = Pattern.compile("[^,\"\r\n]*");
    private static final int SMALL = 1024;
    private static final byte[][] WHOLE = new byte[SMALL][];

    static {
        for (int i = 0; i < SMALL; i++) {
            WHOLE[i] = bytes(Integer.toString(i));
        }
    }

    private CsvWriter() {}

    /** Writes a header and a line for every row; the stream is to be a buffered one. */
    public static void write(Extract extract, OutputStream out) throws IOException {
        List<Column> columns = extract.names().stream().map(extract::column).toList();
        byte[][][] levels = new byte[columns.size()][][];
        for (int c = 0; c < levels.length; c++) {
            levels[c] = columns.get(c) instanceof CategoryColumn category
                    ? category.levels().stream()
                            .map(l -> bytes(quoted(PLAIN, l)))
                            .toArray(byte[][]::new)
                    : new byte[0][];
        }
        out.write(bytes(String.join(
                ",",
                extract.names().stream().map(name -> quoted(PLAIN_NAME, name)).toList())));
        out.write('\n');
        for (int row = 0; row < extract.rows(); row++) {
            for (int c = 0; c < levels.length; c++) {
                if (c > 0) {
                    out.write(',');
                }
                if (!columns.get(c).isMissing(row)) {
                    out.write(
                            columns.get(c) instanceof NumericColumn numbers
                                    ? number(numbers.value(row))
                                    : levels[c][((CategoryColumn) columns.get(c)).code(row)]);
                }
            }
            out.write('\n');
        }
    }

    private static byte[] number(double value) {
        int whole = (int) value;
        return whole == value && whole >= 0 && whole < SMALL ? WHOLE[whole] : bytes(NumericColumn.text(value));
    }

    private static String quoted(Pattern plain, String text) {
        return plain.matcher(text).matches() ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
