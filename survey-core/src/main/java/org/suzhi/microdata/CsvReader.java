package org.suzhi.microdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Reads a comma-separated UTF-8 file with a header row into an extract.
 *
 * <ul>
 *   <li>A field may be quoted with {@code "}; inside, a quote is doubled and line ends are kept.
 *   <li>An empty field, quoted or not, is missing.
 *   <li>A column whose fields are all numbers is numeric, every other a category with its levels in order of appearance.
 *   <li>A row with too few or too many fields, an open quote, a repeated or empty column name, or no header is a {@link
 *       MicrodataProblem} that names file and line.
 * </ul>
 */
public final class CsvReader {
    private static final int PARALLEL = 1 << 20;

    private final String source;
    private final byte[] bytes;
    private int at;
    private int line = 1;
    private int fieldStart;
    private int fieldEnd;

    private CsvReader(String source, byte[] bytes) {
        this.source = source;
        this.bytes = bytes;
    }

    /** Reads a file. */
    public static Extract read(Path file) {
        try {
            return read(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new MicrodataProblem("no_such_file", file);
        } catch (IOException | OutOfMemoryError e) {
            throw new MicrodataProblem("unreadable_file", file, String.valueOf(e.getMessage()));
        }
    }

    /** Reads bytes; {@code source} names them in messages. The bytes are used as working space. */
    public static Extract read(String source, byte[] bytes) {
        if (bytes.length >= PARALLEL && unquoted(bytes)) {
            try {
                return halves(source, bytes);
            } catch (MicrodataProblem | CompletionException reportedBelowWithItsLine) {
                return new CsvReader(source, bytes).columns(bytes.length).extract();
            }
        }
        return new CsvReader(source, bytes).columns(bytes.length).extract();
    }

    private static boolean unquoted(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '"') {
                return false;
            }
        }
        return true;
    }

    /** Reads a large file without quotes in two halves at once; the second half's levels follow the first's. */
    private static Extract halves(String source, byte[] bytes) {
        int middle = bytes.length / 2;
        while (middle < bytes.length && bytes[middle - 1] != '\n') {
            middle++;
        }
        int split = middle;
        CsvReader second = new CsvReader(source, bytes);
        CompletableFuture<CsvColumns> rest = CompletableFuture.supplyAsync(() -> second.rows(split));
        CsvColumns first;
        try {
            first = new CsvReader(source, bytes).columns(split);
        } finally {
            rest.exceptionally(e -> new CsvColumns(source)).join();
        }
        return first.append(rest.join()).extract();
    }

    /** The rows from a line start on, under the file's header. */
    private CsvColumns rows(int from) {
        CsvColumns columns = new CsvReader(source, bytes).header();
        at = from;
        body(columns, bytes.length);
        return columns;
    }

    private CsvColumns columns(int end) {
        CsvColumns columns = header();
        body(columns, end);
        if (columns.rows() == 0) {
            throw new MicrodataProblem("no_rows", source);
        }
        return columns;
    }

    private CsvColumns header() {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            at = 3;
        }
        if (at == bytes.length || bytes[at] == '\n' || bytes[at] == '\r') {
            throw new MicrodataProblem("no_header", source);
        }
        CsvColumns columns = new CsvColumns(source);
        boolean more = true;
        while (more) {
            more = field();
            columns.name(text());
        }
        return columns;
    }

    /** Reads rows up to a place where a line ends. */
    private void body(CsvColumns columns, int limit) {
        int width = columns.width();
        while (at < limit) {
            if (width > 1 && blankLine()) {
                continue;
            }
            int first = line;
            int column = 0;
            boolean more;
            do {
                more = field();
                if (column < width) {
                    columns.add(column, bytes, fieldStart, fieldEnd);
                }
                column++;
            } while (more);
            if (column != width) {
                throw new MicrodataProblem("ragged_row", source, first, column, width);
            }
        }
    }

    private boolean blankLine() {
        if (bytes[at] == '\n') {
            at++;
        } else if (bytes[at] == '\r') {
            at += at + 1 < bytes.length && bytes[at + 1] == '\n' ? 2 : 1;
        } else {
            return false;
        }
        line++;
        return true;
    }

    private String text() {
        return new String(bytes, fieldStart, fieldEnd - fieldStart, StandardCharsets.UTF_8);
    }

    /** Finds the next field and moves behind its comma or line end; true when another field follows in the row. */
    private boolean field() {
        if (at < bytes.length && bytes[at] == '"') {
            quoted();
        } else {
            fieldStart = at;
            while (at < bytes.length && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            fieldEnd = at;
        }
        if (at == bytes.length) {
            return false;
        }
        byte end = bytes[at++];
        if (end == ',') {
            return true;
        }
        if (end == '\r' && at < bytes.length && bytes[at] == '\n') {
            at++;
        }
        line++;
        return false;
    }

    /** A quoted field; doubled quotes are folded in place. */
    private void quoted() {
        int opened = line;
        int write = ++at;
        fieldStart = at;
        while (true) {
            if (at == bytes.length) {
                throw new MicrodataProblem("open_quote", source, opened);
            }
            byte b = bytes[at++];
            if (b == '"') {
                if (at < bytes.length && bytes[at] == '"') {
                    at++;
                } else {
                    break;
                }
            } else if (b == '\n') {
                line++;
            }
            bytes[write++] = b;
        }
        fieldEnd = write;
        if (at < bytes.length && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r') {
            throw new MicrodataProblem("text_after_quote", source, line);
        }
    }
}
