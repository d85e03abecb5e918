package org.suzhi.web.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.suzhi.web.export.table.Cell;

class DtaWriterTest {
    private static DtaReader written(List<List<Cell>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DtaWriter(MadeUpTable.words()).write(MadeUpTable.of(rows), Locale.SIMPLIFIED_CHINESE, out);
        return new DtaReader(out.toByteArray());
    }

    @Test
    void everyKindOfCellComesBack() throws IOException {
        DtaReader read = written(List.of(MadeUpTable.row(7, "赞成"), MadeUpTable.EMPTY_ROW));
        // 12:21:39.5 on the spot, in milliseconds since the beginning of 1960: 23904 days after it.
        double moment = 23_904 * 86_400_000.0 + 44_499_500;
        assertThat(read.rows)
                .containsExactly(
                        List.of(7.0, 7.25, 1.0, 2.0, "赞成", moment, 10.0),
                        List.of(".", ".a", ".c", ".b", "", ".", ".a"));
    }

    @Test
    void namesLabelsAndTheSyntheticMarkAreThere() throws IOException {
        DtaReader read = written(List.of(MadeUpTable.EMPTY_ROW));
        assertThat(read.title).contains("某县调查", "合成数据");
        assertThat(read.names).startsWith("number", "weight").contains("sex");
        assertThat(read.labels.get(3)).isEqualTo("性别");
        assertThat(read.valueLabels.get("sex"))
                .containsEntry(1, "男")
                .containsEntry(2, "女")
                .containsEntry(2_147_483_622, "未问")
                .containsEntry(2_147_483_624, "拒访");
    }

    @Test
    void aTextOfAnyLengthIsKeptWhole() throws IOException {
        String longText = "很长的回答。".repeat(500);
        DtaReader read = written(List.of(
                MadeUpTable.row(1, longText),
                MadeUpTable.row(2, ""),
                MadeUpTable.row(3, "short"),
                MadeUpTable.EMPTY_ROW));
        assertThat(read.rows.stream().map(row -> row.get(4))).containsExactly(longText, "", "short", "");
    }

    @Test
    void aTableWithoutRowsIsAFileToo() throws IOException {
        assertThat(written(List.of()).rows).isEmpty();
    }

    @Test
    void aNumberThatNoIntegerTypeHoldsIsADouble() throws IOException {
        assertThat(written(List.of(MadeUpTable.row(3_000_000_000L, "x")))
                        .rows
                        .get(0)
                        .get(0))
                .isEqualTo(3e9);
    }
}
