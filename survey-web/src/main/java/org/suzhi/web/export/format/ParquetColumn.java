package org.suzhi.web.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.suzhi.web.export.table.Cell;
import org.suzhi.web.export.table.Variable;

/** The cells of one variable in the row group under way. */
final class ParquetColumn {
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int GZIP = 2;
    private final Variable variable;
    private final Type type;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final LittleEndian out = new LittleEndian(values);
    private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
    private int level;
    private int run;
    private int cells;

    /**
     * A physical type and the converted type that says what it means (-1 for none), by their numbers in the format.
     */
    private enum Type {
        INT32(1, -1),
        INT64(2, -1),
        DOUBLE(5, -1),
        TEXT(6, 0),
        DATE(1, 6),
        TIMESTAMP_MICROS(2, 10);

        private final int physical;
        private final int converted;

        Type(int physical, int converted) {
            this.physical = physical;
            this.converted = converted;
        }
    }

    ParquetColumn(Variable variable) {
        this.variable = variable;
        this.type = switch (variable.kind()) {
            case FLAG -> Type.INT32;
            case WHOLE -> Type.INT64;
            case REAL -> Type.DOUBLE;
            case CATEGORY, TEXT -> Type.TEXT;
            case DAY -> Type.DATE;
            case MOMENT -> Type.TIMESTAMP_MICROS;
        };
    }

    void add(Cell cell) throws IOException {
        boolean there = true;
        if (cell instanceof Cell.Real number) {
            number(number.value());
        } else if (cell instanceof Cell.Choice choice) {
            text(variable.categories().get(choice.category()).code());
        } else if (cell instanceof Cell.Text text) {
            text(text.text());
        } else if (cell instanceof Cell.Day day) {
            out.integer(day.value().toEpochDay(), 4);
        } else if (cell instanceof Cell.Moment moment) {
            out.integer(moment.value().toInstant().toEpochMilli() * 1000, 8);
        } else {
            there = false;
        }
        level(there ? 1 : 0);
        cells++;
    }

    private void number(double value) throws IOException {
        switch (type) {
            case INT32 -> out.integer((long) value, 4);
            case INT64 -> out.integer((long) value, 8);
            default -> out.real(value);
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.integer(bytes.length, 4).bytes(bytes);
    }

    /** Whether cells are there is told in runs: twice the length of the run, then the level. */
    private void level(int next) {
        if (next != level || run == 0) {
            endRun();
            level = next;
        }
        run++;
    }

    private void endRun() {
        if (run > 0) {
            int header = run << 1;
            while ((header & ~0x7F) != 0) {
                levels.write((header & 0x7F) | 0x80);
                header >>>= 7;
            }
            levels.write(header);
            levels.write(level);
            run = 0;
        }
    }

    /**
     * A column chunk that has been written.
     *
     * @param size bytes with the page's header
     * @param plainSize the same, were the page not compressed
     */
    record Chunk(long offset, int cells, long size, long plainSize) {}

    /** Writes the cells as one page and forgets them. */
    Chunk write(LittleEndian file) throws IOException {
        endRun();
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            LittleEndian page = new LittleEndian(gzip);
            page.integer(levels.size(), 4).bytes(levels.toByteArray()).bytes(values.toByteArray());
        }
        int plain = 4 + levels.size() + values.size();
        byte[] header = new Thrift()
                .i32(1, 0)
                .i32(2, plain)
                .i32(3, compressed.size())
                .struct(5)
                .i32(1, cells)
                .i32(2, PLAIN)
                .i32(3, RLE)
                .i32(4, RLE)
                .end()
                .finish();
        Chunk chunk = new Chunk(
                file.position(), cells, header.length + (long) compressed.size(), header.length + (long) plain);
        file.bytes(header).bytes(compressed.toByteArray());
        values.reset();
        levels.reset();
        cells = 0;
        return chunk;
    }

    void describe(Thrift footer) {
        footer.element().i32(1, type.physical).i32(3, 1).string(4, variable.name());
        if (type.converted >= 0) {
            footer.i32(6, type.converted);
        }
        footer.end();
    }

    void describe(Thrift footer, Chunk chunk) {
        footer.element()
                .i64(2, chunk.offset())
                .struct(3)
                .i32(1, type.physical)
                .i32s(2, PLAIN, RLE)
                .strings(3, variable.name())
                .i32(4, GZIP)
                .i64(5, chunk.cells())
                .i64(6, chunk.plainSize())
                .i64(7, chunk.size())
                .i64(9, chunk.offset())
                .end()
                .end();
    }
}
