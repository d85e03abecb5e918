package org.suzhi.web.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.suzhi.web.export.table.Cell;
import org.suzhi.web.export.table.Table;

/**
 * Apache Parquet after the published format: plain values, gzip, one page for each variable of a group of rows. Choices are
 * their codes; every missing cell is null. The codebook is in the file's key-value metadata.
 */
final class ParquetWriter implements TableWriter {
    private static final String MAGIC = "PAR1";
    private static final int ROWS_OF_A_GROUP = 20_000;
    private final Words words;

    ParquetWriter(Words words) {
        this.words = words;
    }

    @Override
    public void write(Table table, Locale locale, OutputStream out) throws IOException {
        File file = new File(table, new LittleEndian(out));
        table.rows().forEach(file::row);
        ByteArrayOutputStream codebook = new ByteArrayOutputStream();
        new CodebookWriter(words).write(table, locale, codebook);
        file.finish(words.title(table.study()).in(locale), codebook.toString(StandardCharsets.UTF_8));
    }

    /** A file under way. */
    private static final class File {
        private final LittleEndian out;
        private final List<ParquetColumn> columns;
        private final List<List<ParquetColumn.Chunk>> groups = new ArrayList<>();
        private long rows;
        private int rowsOfGroup;

        File(Table table, LittleEndian out) throws IOException {
            this.out = out.text(MAGIC);
            this.columns = table.variables().stream().map(ParquetColumn::new).toList();
        }

        void row(List<Cell> cells) throws IOException {
            for (int i = 0; i < cells.size(); i++) {
                columns.get(i).add(cells.get(i));
            }
            rows++;
            if (++rowsOfGroup == ROWS_OF_A_GROUP) {
                endGroup();
            }
        }

        private void endGroup() throws IOException {
            List<ParquetColumn.Chunk> chunks = new ArrayList<>();
            for (ParquetColumn column : columns) {
                chunks.add(column.write(out));
            }
            groups.add(chunks);
            rowsOfGroup = 0;
        }

        void finish(String title, String codebook) throws IOException {
            if (rowsOfGroup > 0) {
                endGroup();
            }
            byte[] footer = footer(title, codebook);
            out.bytes(footer).integer(footer.length, 4).text(MAGIC);
        }

        private byte[] footer(String title, String codebook) {
            Thrift footer = new Thrift().i32(1, 1).structs(2, columns.size() + 1);
            footer.element().string(4, "response").i32(5, columns.size()).end();
            columns.forEach(column -> column.describe(footer));
            footer.i64(3, rows).structs(4, groups.size());
            for (List<ParquetColumn.Chunk> chunks : groups) {
                footer.element().structs(1, chunks.size());
                for (int i = 0; i < chunks.size(); i++) {
                    columns.get(i).describe(footer, chunks.get(i));
                }
                footer.i64(
                        2,
                        chunks.stream()
                                .mapToLong(ParquetColumn.Chunk::plainSize)
                                .sum());
                footer.i64(3, chunks.get(0).cells()).end();
            }
            footer.structs(5, 2);
            footer.element().string(1, "title").string(2, title).end();
            footer.element().string(1, "codebook.csv").string(2, codebook).end();
            return footer.string(6, "suzhi version 1").finish();
        }
    }
}
