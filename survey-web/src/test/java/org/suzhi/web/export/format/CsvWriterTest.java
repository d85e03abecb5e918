package org.suzhi.web.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.web.export.table.Cell;

class CsvWriterTest {
    private static String csv(boolean byteOrderMark, List<List<Cell>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvWriter(byteOrderMark).write(MadeUpTable.of(rows), Locale.ENGLISH, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void textsAreQuotedNumbersAreNotAndReasonsStayApart() throws IOException {
        assertThat(csv(false, List.of(MadeUpTable.row(7, "say \"yes\",\r\nthen go"), MadeUpTable.EMPTY_ROW)))
                .isEqualTo(String.join(
                        "\r\n",
                        "\"number\",\"weight\",\"flag\",\"sex\",\"words\",\"at\",\"day\"",
                        "7,7.25,1,\"female\",\"say \"\"yes\"\",",
                        "then go\",2025-06-12T12:21:39.500+08:00,1960-01-11",
                        ",.a,.c,.b,.c,,.a",
                        ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "'quoted", ".a"})
    void whatCouldBeAFormulaGetsOneApostropheThatCanBeTakenOff(String text) throws IOException {
        String line = csv(false, List.of(MadeUpTable.row(1, text)));
        assertThat(line).contains(",\"'" + text + "\",");
    }

    @Test
    void aNegativeNumberStaysANumber() throws IOException {
        assertThat(csv(false, List.of(MadeUpTable.row(-5, "x")))).contains("\r\n-5,-4.75,");
    }

    @Test
    void theByteOrderMarkComesFirstWhenAskedFor() throws IOException {
        assertThat(csv(true, List.of(MadeUpTable.EMPTY_ROW))).startsWith("\uFEFF\"number\"");
    }
}
