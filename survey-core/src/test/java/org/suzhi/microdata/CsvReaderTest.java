package org.suzhi.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    private static Extract read(String csv) {
        return CsvReader.read("test.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void numbersAndCategoriesAreToldApart() {
        Extract extract = read("a,b,c\n1,x,2.5\n-3e2,y,\n,x,0.1\n");
        assertThat(((NumericColumn) extract.column("a")).toArray()).containsExactly(1, -300, Double.NaN);
        assertThat(((CategoryColumn) extract.column("b")).levels()).containsExactly("x", "y");
        assertThat(((CategoryColumn) extract.column("b")).toArray()).containsExactly(0, 1, 0);
        assertThat(extract.column("c").isMissing(1)).isTrue();
        assertThat(extract.column("c").missingReason(1)).contains(MissingReason.NOT_ANSWERED);
    }

    @Test
    void textAfterNumbersKeepsTheirSpelling() {
        CategoryColumn column = (CategoryColumn) read("a\n007\n1.50\nx\n").column("a");
        assertThat(column.levels()).containsExactly("007", "1.50", "x");
    }

    @Test
    void quotedFieldsHoldCommasQuotesAndLineEnds() {
        CategoryColumn column =
                (CategoryColumn) read("\"a\",b\r\n\"x, \"\"y\"\"\nz\",1\r\n").column("a");
        assertThat(column.levels()).isEqualTo(List.of("x, \"y\"\nz"));
    }

    @Test
    void byteOrderMarkAndChineseAreRead() {
        assertThat(read("\uFEFF镇\n忠信\n").column("镇").text(0)).isEqualTo("忠信");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1",
                "123456789.123456",
                "-0.0000001",
                "1e-320",
                "12345678901234567890",
                "3.141592653589793",
                "+7"
            })
    void numbersAreReadToTheLastDigit(String number) {
        NumericColumn column = (NumericColumn) read("a\n" + number + "\n").column("a");
        assertThat(column.value(0)).isEqualTo(Double.parseDouble(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|no_header",
                "a,b|no_rows",
                "a,a~1,2|repeated_column",
                "a,~1,2|empty_column_name",
                "a,b~1|ragged_row",
                "a,b~1,2,3|ragged_row",
                "a,b~1,\"2|open_quote",
                "a,b~\"1\"x,2|text_after_quote"
            })
    void brokenFilesAreNamedProblems(String csv, String code) {
        assertThatThrownBy(() -> read(csv.replace('~', '\n')))
                .isInstanceOfSatisfying(
                        MicrodataProblem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    @Test
    void problemsSpeakBothLanguages() {
        assertThatThrownBy(() -> read("a\n1\n").column("b")).isInstanceOfSatisfying(MicrodataProblem.class, p -> {
            assertThat(p.message(Locale.ENGLISH)).contains("Column 'b' is not in the data");
            assertThat(p.message(Locale.SIMPLIFIED_CHINESE)).contains("数据中没有列“b”");
        });
    }

    @Test
    void aColumnOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> read("a\n1\n").with("b", NumericColumn.copyOf(new double[2])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 rows");
    }

    /** Files above a mebibyte without quotes are read in two halves. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void largeFilesReadTheSameInHalves(long seed) {
        java.util.Random random = new java.util.Random(seed);
        StringBuilder csv = new StringBuilder("id,town,mixed,late\n");
        for (int i = 0; i < 60_000; i++) {
            csv.append(i).append(",t").append(random.nextInt(13)).append(',');
            csv.append(random.nextInt(50) == 0 ? "" : random.nextInt(1000) / 10.0)
                    .append(',');
            csv.append(i < 50_000 ? Integer.toString(i % 7) : "text" + i % 3).append('\n');
        }
        Extract whole = read(csv.toString());
        // A quote anywhere turns the halves off.
        Extract sequential = read(csv.toString().replaceFirst("t", "t").replaceFirst("id", "\"id\""));
        for (String name : whole.names()) {
            assertThat(whole.column(name)).hasSameClassAs(sequential.column(name));
            for (int i = 0; i < whole.rows(); i++) {
                assertThat(whole.column(name).text(i))
                        .isEqualTo(sequential.column(name).text(i));
            }
        }
        assertThat(((CategoryColumn) whole.column("late")).levels())
                .isEqualTo(((CategoryColumn) sequential.column("late")).levels());
    }

    @Test
    void aMistakeInTheSecondHalfIsStillFoundOnItsLine() {
        StringBuilder csv = new StringBuilder("a,b\n");
        csv.append("12345,67890\n".repeat(100_000));
        csv.insert(csv.indexOf("\n", csv.length() - 100) + 1, "1\n");
        assertThatThrownBy(() -> read(csv.toString())).isInstanceOfSatisfying(MicrodataProblem.class, p -> {
            assertThat(p.code()).isEqualTo("ragged_row");
            assertThat(p.getMessage()).contains("line 9999");
        });
    }
}
