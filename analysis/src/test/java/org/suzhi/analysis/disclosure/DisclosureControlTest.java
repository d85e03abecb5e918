package org.suzhi.analysis.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suzhi.analysis.disclosure.Cell.Standing;
import org.suzhi.analysis.disclosure.DisclosureControl.Decision;

class DisclosureControlTest {
    private static final int LIMIT = 30;

    /** A table of counts: rows by columns. */
    private static Respondents table(int[]... counts) {
        Respondents all = new Respondents(counts.length, counts[0].length);
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < counts[0].length; c++) {
                all.add(counts[r][c], r, c);
            }
        }
        return all;
    }

    private static List<Cell> withMargins(Respondents all) {
        List<Cell> cells = new ArrayList<>(all.table(0, 1));
        cells.addAll(all.table(0));
        cells.addAll(all.table(1));
        cells.add(all.whole());
        return cells;
    }

    @Test
    void aTableWithoutSmallCellsIsPublishedWhole() {
        Decision decision =
                DisclosureControl.decide(withMargins(table(new int[] {40, 50, 0}, new int[] {60, 30, 90})), LIMIT);
        assertThat(decision.primary()).isEmpty();
        assertThat(decision.secondary()).isEmpty();
        assertThat(decision.exposed()).isEmpty();
    }

    @Test
    void aSmallCellTakesTheThreeCheapestCornersOfARectangleWithIt() {
        Decision decision = DisclosureControl.decide(
                withMargins(table(new int[] {7, 500, 60}, new int[] {400, 300, 45}, new int[] {80, 300, 50})), LIMIT);
        assertThat(decision.primary()).containsExactly("00");
        assertThat(decision.secondary()).containsExactlyInAnyOrder("02", "20", "22");
    }

    @Test
    void theNextSmallestLevelProtectsASmallOneOfASingleDimension() {
        Respondents towns = new Respondents(4).add(19, 0).add(84, 1).add(50, 2).add(400, 3);
        List<Cell> cells = new ArrayList<>(towns.table(0));
        cells.add(towns.whole());
        Decision decision = DisclosureControl.decide(cells, LIMIT);
        assertThat(decision.primary()).containsExactly("0");
        assertThat(decision.secondary()).containsExactly("2");
    }

    @Test
    void twoSmallCellsThatTogetherAreStillSmallTakeAThird() {
        Respondents towns = new Respondents(4).add(9, 0).add(12, 1).add(50, 2).add(400, 3);
        List<Cell> cells = new ArrayList<>(towns.table(0));
        cells.add(towns.whole());
        assertThat(DisclosureControl.decide(cells, LIMIT).secondary()).containsExactly("2");
        Respondents enough = new Respondents(4).add(14, 0).add(16, 1).add(50, 2).add(400, 3);
        cells = new ArrayList<>(enough.table(0));
        cells.add(enough.whole());
        assertThat(DisclosureControl.decide(cells, LIMIT).secondary()).isEmpty();
    }

    /** Youth published, and not youth not: the whole less youth. */
    @Test
    void aGroupWhoseComplementIsSmallIsWithheld() {
        Respondents all = new Respondents(2).add(500, 0).add(11, 1);
        List<Cell> cells = List.of(all.whole(), Cell.of("youth", all.where(r -> r[0] == 0), Standing.OPEN));
        assertThat(DisclosureControl.decide(cells, LIMIT).secondary()).containsExactly("youth");
    }

    @Test
    void twoAgeCutsMustNotDifferByAFew() {
        Respondents all = new Respondents(4).add(300, 0).add(12, 1).add(8, 2).add(500, 3);
        List<Cell> cells = List.of(
                all.whole(),
                Cell.of("18-34", all.where(r -> r[0] == 0), Standing.OPEN),
                Cell.of("18-35", all.where(r -> r[0] <= 1), Standing.OPEN),
                Cell.of("35-69", all.where(r -> r[0] >= 1), Standing.OPEN),
                Cell.of("36-69", all.where(r -> r[0] >= 2), Standing.OPEN));
        Decision decision = DisclosureControl.decide(cells, LIMIT);
        assertThat(decision.withholds("18-34") || decision.withholds("18-35")).isTrue();
        assertThat(decision.withholds("36-69") || decision.withholds("35-69")).isTrue();
        assertThat(decision.withholds("18-34") && decision.withholds("18-35")).isFalse();
    }

    /** Neither of the sets is nested: 30-39 and 40-49 come out of two cuts only when they are put together. */
    @Test
    void whatSeveralCutsTogetherGiveAwayIsFound() {
        Respondents all = new Respondents(4).add(200, 0).add(90, 1).add(9, 2).add(200, 3);
        List<Cell> cells = List.of(
                all.whole(),
                Cell.of("18-29", all.where(r -> r[0] == 0), Standing.OPEN),
                Cell.of("30-49", all.where(r -> r[0] == 1 || r[0] == 2), Standing.OPEN),
                Cell.of("50-69", all.where(r -> r[0] == 3), Standing.OPEN),
                Cell.of("18-39", all.where(r -> r[0] <= 1), Standing.OPEN));
        Decision decision = DisclosureControl.decide(cells, LIMIT);
        assertThat(decision.primary()).isEmpty();
        assertThat(decision.secondary()).isNotEmpty();
        assertThat(decision.secondary()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void cellsOfTheSameRowsAreWithheldTogether() {
        Respondents all = new Respondents(3).add(25, 0).add(60, 1).add(400, 2);
        List<Cell> cells = new ArrayList<>(all.table(0));
        cells.add(all.whole());
        cells.add(Cell.of("elderly", all.where(r -> r[0] == 1), Standing.OPEN));
        Decision decision = DisclosureControl.decide(cells, LIMIT);
        assertThat(decision.primary()).containsExactly("0");
        assertThat(decision.secondary()).containsExactlyInAnyOrder("1", "elderly");
    }

    @Test
    void whatChangedByAFewSinceAnEarlierPublicationIsNotShownAnew() {
        Respondents all = new Respondents(3).add(105, 0).add(160, 1).add(400, 2);
        List<Cell> cells = new ArrayList<>(all.table(0));
        cells.add(all.whole());
        cells.add(Cell.of("0 since May", all.where(r -> r[0] == 0), Standing.SECRET));
        Decision decision = DisclosureControl.decide(cells, LIMIT);
        assertThat(decision.primary()).containsExactly("0");
        assertThat(decision.secondary()).containsExactly("1");
    }

    @Test
    void whatFixedCellsGiveAwayIsTold() {
        Respondents all = new Respondents(2).add(500, 0).add(11, 1);
        List<Cell> cells = List.of(all.whole(), Cell.of("youth", all.where(r -> r[0] == 0), Standing.FIXED));
        assertThat(DisclosureControl.decide(cells, LIMIT).exposed()).containsExactly("all − youth");
        assertThat(DisclosureControl.decide(List.of(Cell.of("all", new BitSet(), Standing.FIXED)), LIMIT)
                        .exposed())
                .isEmpty();
    }
}
