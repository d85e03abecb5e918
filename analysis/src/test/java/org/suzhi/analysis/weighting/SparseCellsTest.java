package org.suzhi.analysis.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.Extract;

class SparseCellsTest {
    private static final List<String> AGES = List.of("18", "30", "40", "50", "60");

    /** As many rows of each age as given. */
    private static Extract rows(int... counts) {
        int[] ages = IntStream.range(0, counts.length)
                .flatMap(age -> IntStream.range(0, counts[age]).map(i -> age))
                .toArray();
        return Extract.builder()
                .category("age", AGES, ages)
                .category(
                        "two",
                        List.of("young", "old"),
                        IntStream.of(ages).map(a -> a < 3 ? 0 : 1).toArray())
                .numeric(
                        "w",
                        IntStream.range(0, ages.length)
                                .mapToDouble(i -> 1 + i % 3)
                                .toArray())
                .numeric(
                        "y",
                        IntStream.range(0, ages.length).mapToDouble(i -> i % 2).toArray())
                .build();
    }

    private static Margin margin(List<List<String>> collapsed) {
        Map<List<String>, Double> totals = new LinkedHashMap<>();
        AGES.forEach(age -> totals.put(List.of(age), 100.0));
        return new Margin(List.of("age"), totals, collapsed);
    }

    private static List<List<String>> cells(int minimum, List<List<String>> collapsed, int... counts) {
        BitSet all = new BitSet();
        all.set(0, IntStream.of(counts).sum());
        return SparseCells.collapse(margin(collapsed), rows(counts), all, minimum).stream()
                .map(SparseCells.Group::cells)
                .toList();
    }

    @Test
    void aSmallCellGoesToTheSmallerOfItsNeighbours() {
        assertThat(cells(10, List.of(), 30, 20, 4, 12, 30))
                .containsExactly(List.of("18"), List.of("30"), List.of("40", "50"), List.of("60"));
        assertThat(cells(10, List.of(), 3, 20, 14, 12, 0))
                .containsExactly(List.of("18", "30"), List.of("40"), List.of("50", "60"));
        assertThat(cells(10, List.of(), 30, 20, 14, 12, 11))
                .allSatisfy(cell -> assertThat(cell).hasSize(1));
    }

    @Test
    void groupsStayTogetherAndCountAsOne() {
        assertThat(cells(10, List.of(List.of("30", "40")), 30, 6, 5, 12, 30))
                .containsExactly(List.of("18"), List.of("30", "40"), List.of("50"), List.of("60"));
    }

    @Test
    void whatStaysTooSmallIsTold() {
        BitSet all = new BitSet();
        all.set(0, 9);
        assertThat(SparseCells.collapse(margin(List.of()), rows(1, 2, 1, 3, 2), all, 10))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.enough()).isFalse();
                    assertThat(group.rows()).isEqualTo(9);
                    assertThat(group.smallest()).isEqualTo(1);
                });
    }

    @Test
    void onlyNeighboursWithTheSameOtherVariablesAreJoined() {
        Map<List<String>, Double> totals = new LinkedHashMap<>();
        for (String two : List.of("young", "old")) {
            AGES.forEach(age -> totals.put(List.of(two, age), 50.0));
        }
        BitSet all = new BitSet();
        all.set(0, 50);
        assertThat(SparseCells.collapse(new Margin(List.of("two", "age"), totals), rows(12, 12, 4, 11, 11), all, 10))
                .extracting(SparseCells.Group::cells)
                .allSatisfy(cells -> assertThat(cells.stream()
                                .map(cell -> cell.substring(0, cell.indexOf(',')))
                                .distinct())
                        .hasSize(1));
    }

    /** Cells met together are the cells of a recoded variable, for raking as for calibration by a distance. */
    @Test
    void collapsedCellsAreThoseOfARecodedVariable() {
        for (String method : List.of("rake", "linear", "poststratify")) {
            String cells = "{age: '18', total: 10}, {age: '30', total: 20}, {age: '40', total: 30}, "
                    + "{age: '50', total: 25}, {age: '60', total: 15}";
            var together = run(
                    method, "variables: [age], collapse: [['18', '30', '40'], ['50', '60']], cells: [" + cells + "]");
            var recoded = run(method, "variables: [two], cells: [{two: young, total: 60}, {two: old, total: 40}]");
            assertThat(together[0]).as(method).isCloseTo(recoded[0], within(1e-12));
            assertThat(together[1]).as(method).isCloseTo(recoded[1], within(1e-12));
        }
    }

    private static double[] run(String method, String margin) {
        Specification specification = Specification.parse("design: {weights: w}\ncalibrate:\n  - {method: " + method
                + ", margins: [{" + margin + "}]}\nestimates:\n  - {id: y, statistic: mean, variable: y}\n");
        var row = Analysis.run(specification, rows(7, 6, 0, 9, 4)).estimate("y").row();
        return new double[] {row.estimate(), row.se()};
    }

    @Test
    void cellsThatAreNotThereAndCellsInTwoGroupsAreRefused() {
        String cells =
                "cells: [{age: '18', total: 10}, {age: '30', total: 20}, {age: '50', total: 25}, {age: '60', total: 1}]";
        assertThatThrownBy(() -> run("rake", "variables: [age], collapse: [['18', '19']], " + cells))
                .isInstanceOf(AnalysisProblem.class)
                .hasMessageContaining("19");
        assertThatThrownBy(() -> run("rake", "variables: [age], collapse: [['18', '30'], ['30', '50']], " + cells))
                .isInstanceOf(AnalysisProblem.class)
                .hasMessageContaining("two groups");
    }
}
