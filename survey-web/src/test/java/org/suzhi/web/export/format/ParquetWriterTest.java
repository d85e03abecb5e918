package org.suzhi.web.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suzhi.web.export.table.Table;

/** DuckDB, which shares no code with us, reads what we write. */
class ParquetWriterTest {
    @TempDir
    private Path folder;

    private String read(Table table, String columns) throws Exception {
        Path file = folder.resolve("table.parquet");
        try (OutputStream out = Files.newOutputStream(file)) {
            new ParquetWriter(MadeUpTable.words()).write(table, Locale.ENGLISH, out);
        }
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery(columns.replace("FILE", "'" + file + "'"))) {
            StringBuilder text = new StringBuilder();
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(i == 1 ? "" : "|").append(row.getString(i));
                }
                text.append('\n');
            }
            return text.toString();
        }
    }

    @Test
    void everyKindOfCellComesBack() throws Exception {
        Table table = MadeUpTable.of(2, i -> i == 0 ? MadeUpTable.row(7, "赞成") : MadeUpTable.EMPTY_ROW);
        assertThat(read(
                                table,
                                "select number, weight, flag, sex, words, epoch_ms(cast(\"at\" as timestamp)), day from FILE")
                        .lines())
                .containsExactly("7|7.25|1|female|赞成|1749702099500|1960-01-11", "null|null|null|null|null|null|null");
    }

    @Test
    void manyGroupsOfRowsAddUp() throws Exception {
        long rows = 50_001;
        Table table = MadeUpTable.of(rows, i -> i % 3 == 0 ? MadeUpTable.EMPTY_ROW : MadeUpTable.row(i, "t" + i));
        long sum = 0;
        long count = 0;
        for (long i = 0; i < rows; i++) {
            sum += i % 3 == 0 ? 0 : i;
            count += i % 3 == 0 ? 0 : 1;
        }
        assertThat(read(table, "select count(*), count(number), sum(number), max(words) from FILE"))
                .isEqualTo(rows + "|" + count + "|" + sum + "|t9998\n");
    }

    @Test
    void theMetadataSayThatTheDataAreSynthetic() throws Exception {
        Table table = MadeUpTable.of(1, i -> MadeUpTable.row(i, "x"));
        assertThat(read(table, "select decode(value) from parquet_kv_metadata(FILE)"))
                .contains("synthetic data", "\"sex\",\"choice\",\"\",\"female\",2,\"女\",\"Female\"");
    }
}
