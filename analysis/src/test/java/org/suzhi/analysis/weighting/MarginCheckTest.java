package org.suzhi.analysis.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.Message;

class MarginCheckTest {
    private static final Margin SEX = Margin.of("sex", Map.of("f", 510, "m", 490));
    private static final Margin TOWN = Margin.of("town", Map.of("a", 600, "b", 400));

    private static Margin crossed(int fa, int fb, int ma, int mb) {
        return new Margin(
                List.of("sex", "town"),
                Map.of(
                        List.of("f", "a"), (double) fa,
                        List.of("f", "b"), (double) fb,
                        List.of("m", "a"), (double) ma,
                        List.of("m", "b"), (double) mb));
    }

    private static Extract extract() {
        return Extract.builder()
                .category("sex", List.of("f", "m", "x"), new int[] {0, 1, 0, 1, 2, -1})
                .category("town", List.of("a", "b"), new int[] {0, 0, 0, 0, 0, 0})
                .numeric("age", new double[] {1, 2, 1, 2, 1, 2})
                .build();
    }

    private static BitSet rows(int count) {
        BitSet rows = new BitSet();
        rows.set(0, count);
        return rows;
    }

    private static List<String> codes(List<Message> found) {
        return found.stream().map(Message::code).toList();
    }

    @Test
    void marginsThatFitHaveNoFinding() {
        assertThat(MarginCheck.of(List.of(SEX, TOWN, crossed(300, 210, 300, 190))))
                .isEmpty();
        assertThat(MarginCheck.of(List.of(SEX, Margin.of("town", Map.of("a", 600.0005, "b", 400)))))
                .isEmpty();
    }

    @Test
    void totalsThatDifferAreNamedWithBothSums() {
        List<Message> found = MarginCheck.of(List.of(SEX, Margin.of("town", Map.of("a", 600, "b", 500))));
        assertThat(codes(found)).containsExactly("margins_disagree");
        assertThat(found.get(0).text(Locale.ENGLISH)).contains("sex", "1000", "town", "1100");
        assertThat(found.get(0).text(Locale.SIMPLIFIED_CHINESE)).contains("边际", "1000", "1100");
    }

    @Test
    void aCrossedMarginIsComparedWithEachOfItsVariables() {
        List<Message> found = MarginCheck.of(List.of(SEX, crossed(300, 200, 300, 200), TOWN));
        assertThat(codes(found)).containsExactly("margin_conflict", "margin_conflict");
        assertThat(found.stream().map(f -> f.text(Locale.ENGLISH)))
                .anySatisfy(text -> assertThat(text).contains("sex = f: 510 against 500"))
                .anySatisfy(text -> assertThat(text).contains("sex = m: 490 against 500"));
    }

    @Test
    void crossedMarginsAreComparedWhereTheyMeet() {
        Margin ages = new Margin(
                List.of("age", "sex"),
                Map.of(List.of("18", "f"), 500.0, List.of("18", "m"), 490.0, List.of("70", "x"), 10.0));
        assertThat(codes(MarginCheck.of(List.of(crossed(300, 210, 300, 190), ages))))
                .containsExactlyInAnyOrder("margin_conflict", "margin_level_missing");
    }

    @Test
    void theSameMarginTwiceMustSayTheSame() {
        assertThat(codes(MarginCheck.of(List.of(SEX, Margin.of("sex", Map.of("f", 500, "m", 500))))))
                .containsExactly("margin_conflict", "margin_conflict");
    }

    @Test
    void badTotalsAreNamed() {
        assertThat(codes(MarginCheck.of(List.of(Margin.of("sex", Map.of("f", -1, "m", 5))))))
                .containsExactly("margin_bad_total");
    }

    @Test
    void levelsWithoutRowsAndRowsWithoutLevel() {
        List<Message> found = MarginCheck.of(List.of(SEX, TOWN), extract(), rows(6));
        assertThat(codes(found)).containsExactly("margin_missing", "margin_without_total", "margin_without_sample");
        assertThat(found.get(0).text(Locale.ENGLISH)).contains("sex", "row 6");
        assertThat(found.get(1).text(Locale.ENGLISH)).contains("cell x", "1 sample rows");
        assertThat(found.get(2).text(Locale.ENGLISH)).contains("cell b", "400");
        assertThat(codes(MarginCheck.of(List.of(SEX), extract(), rows(4)))).isEmpty();
    }

    @Test
    void columnsAndLevelsThatTheDataLack() {
        Margin age = Margin.of("age", Map.of("1", 500, "2", 500));
        Margin county = Margin.of("county", Map.of("c", 1000));
        Margin sexes = Margin.of("sex", Map.of("f", 500, "m", 490, "?", 10));
        assertThat(codes(MarginCheck.of(List.of(age, county, sexes), extract(), rows(4))))
                .containsExactly("category_due", "margin_without_column", "margin_unknown_level");
    }
}
