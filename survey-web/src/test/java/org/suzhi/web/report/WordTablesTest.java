package org.suzhi.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordTablesTest {
    private static final List<List<String>> ITEMS = List.of(
            List.of("Item", "Responses", "Rate", "95% interval"),
            List.of(
                    "The oxygen we breathe comes mainly from plants. Is this true or false?",
                    "2,039",
                    "12.97%",
                    "11.58%–14.49%"));

    @Test
    void aNumberAndAWordKeepInOneLine() {
        double[] narrowest = WordTables.narrowest(ITEMS);
        assertThat(narrowest[1]).isGreaterThan(WordTables.width("Responses"));
        assertThat(narrowest[3]).isGreaterThan(WordTables.width("11.58%–14.49%"));
        assertThat(narrowest[0]).isLessThan(WordTables.width("The oxygen we breathe"));
    }

    @Test
    void whatIsLeftGoesToTheLongText() {
        double[] narrowest = WordTables.narrowest(ITEMS);
        double[] shares = WordTables.shares(narrowest, new double[] {70, 10, 8, 15}, 88);
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
        assertThat(shares[0]).isGreaterThan(0.5);
        for (int c = 0; c < shares.length; c++) {
            assertThat(88 * shares[c]).isGreaterThanOrEqualTo(narrowest[c] - 1e-9);
        }
    }

    @Test
    void chineseMayBreakBehindEveryLetter() {
        assertThat(WordTables.narrowest(List.of(List.of("居民每天从电视了解科技信息"))))
                .containsExactly(WordTables.narrowest(List.of(List.of("居"))));
    }

    @Test
    void anOfficeOfEighteenCharactersKeepsInOneLine() {
        String office = "连平县全民科学素质工作领导小组办公室";
        double points = WordTables.pointsInOneLine(office);
        assertThat(points).isBetween(20.0, 442.0 / office.length());
    }
}
