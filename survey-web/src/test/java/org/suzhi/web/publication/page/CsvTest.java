package org.suzhi.web.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void beginsWithAByteOrderMark() {
        assertThat(lines("元善镇")).startsWith("\uFEFF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0"})
    void textThatASpreadsheetWouldComputeIsDefused(String text) {
        assertThat(lines(text)).contains("'" + text);
    }

    @Test
    void tabAndReturnAreDefused() {
        assertThat(lines("\t=1")).contains("'\t=1");
        assertThat(lines("\r=1")).contains("\"'\r=1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0123", "1.2E-4", "0.1336", "2024"})
    void numbersStayNumbers(String number) {
        assertThat(lines(number)).isEqualTo("\uFEFF" + number + "\r\n");
    }

    @Test
    void commasQuotesAndBreaksAreQuoted() {
        assertThat(lines("a,b", "c\"d", "e\nf")).isEqualTo("\uFEFF\"a,b\",\"c\"\"d\",\"e\nf\"\r\n");
    }

    private static String lines(String... cells) {
        Csv csv = new Csv();
        csv.line(List.of(cells));
        return csv.text();
    }
}
