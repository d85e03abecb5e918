package org.suzhi.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SecondStageTest {
    private static final Unit VILLAGE = new Unit("v1", "", "t01", "a", "rural", 300, 97);

    private static DrawPlan plan(SecondStage stage, long seed, int reserve) {
        return new DrawPlan(
                seed,
                List.of(new StratumPlan("a", 1, Method.SRS, true, new Take.Fixed(20))),
                stage,
                0,
                reserve,
                List.of());
    }

    @ParameterizedTest
    @CsvSource({"97, 20", "100, 20", "7, 7", "1000, 1", "13, 12"})
    void everyHouseholdIsInAsManySystematicSamplesAsTheTakeSays(int population, int take) {
        int[] counts = new int[population];
        // The start is uniform on 0 .. N - 1: going through all of them is the whole distribution.
        for (int start = 0; start < population; start++) {
            int from = start;
            int[] places = IntStream.range(0, take)
                    .map(k -> (int) ((from + (long) k * population) / take))
                    .toArray();
            assertThat(places).isSorted().doesNotHaveDuplicates();
            Arrays.stream(places).forEach(place -> counts[place]++);
        }
        assertThat(counts).containsOnly(take);
        int[] drawn = Visits.systematic(population, take, RandomStream.of(5, "v"));
        assertThat(drawn).hasSize(take).isSorted().doesNotHaveDuplicates();
        assertThat(drawn[take - 1]).isLessThan(population);
    }

    @ParameterizedTest
    @EnumSource
    void visitsAreDrawnFromTheVillageWithEqualChance(SecondStage stage) {
        int population = stage.population(VILLAGE);
        int[] counts = new int[population];
        int draws = 4000;
        for (int seed = 0; seed < draws; seed++) {
            List<Visit> visits = Visits.draw(plan(stage, seed, 0), VILLAGE, 20).get(0);
            assertThat(visits).hasSize(20);
            visits.forEach(visit -> counts[visit.line() - 1]++);
            assertThat(visits).allMatch(v -> (v.kish() != null) == (stage == SecondStage.HOUSEHOLDS_KISH));
        }
        double p = 20.0 / population;
        for (int count : counts) {
            assertThat((double) count / draws).isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / draws)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreReservesChangeNothingElse(SecondStage stage) {
        List<List<Visit>> few = Visits.draw(plan(stage, 3, 2), VILLAGE, 20);
        List<List<Visit>> many = Visits.draw(plan(stage, 3, 40), VILLAGE, 20);
        assertThat(many.get(0)).isEqualTo(few.get(0));
        assertThat(many.get(1).stream().limit(2).map(Visit::line))
                .containsExactlyElementsOf(few.get(1).stream().map(Visit::line).toList());
        assertThat(many.get(1).stream().map(Visit::line))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        many.get(0).stream().map(Visit::line).toList());
    }

    @Test
    void moreReserveUnitsChangeNothingElse() {
        DrawPlan plan = Frames.plan(Method.TILLE, 8);
        Draw none = Draw.of(Frames.two(), plan);
        Draw some = Draw.of(Frames.two(), new DrawPlan(8, plan.strata(), plan.secondStage(), 3, 0, List.of()));
        assertThat(some.sample()).isEqualTo(none.sample());
        assertThat(some.reserves()).extracting(DrawnPsu::reserveRank).containsExactly(1, 2, 3, 1, 2, 3);
        assertThat(some.reserves())
                .extracting(DrawnPsu::unit)
                .doesNotContainAnyElementsOf(
                        some.sample().stream().map(DrawnPsu::unit).toList());
    }

    @Test
    void kishsTablesSelectAsHeWroteThem() {
        Map<KishTable, int[]> published = new EnumMap<>(KishTable.class);
        published.put(KishTable.A, new int[] {1, 1, 1, 1, 1, 1});
        published.put(KishTable.B1, new int[] {1, 1, 1, 1, 2, 2});
        published.put(KishTable.B2, new int[] {1, 1, 1, 2, 2, 2});
        published.put(KishTable.C, new int[] {1, 1, 2, 2, 3, 3});
        published.put(KishTable.D, new int[] {1, 2, 2, 3, 4, 4});
        published.put(KishTable.E1, new int[] {1, 2, 3, 3, 3, 5});
        published.put(KishTable.E2, new int[] {1, 2, 3, 4, 5, 5});
        published.put(KishTable.F, new int[] {1, 2, 3, 4, 5, 6});
        published.forEach((table, adults) -> {
            for (int number = 1; number <= 6; number++) {
                assertThat(table.adult(number)).as("%s %d", table, number).isEqualTo(adults[number - 1]);
            }
            assertThat(table.adult(9)).isEqualTo(adults[5]);
        });
        assertThatThrownBy(() -> KishTable.A.adult(0)).hasMessageContaining("adults: got 0");
    }

    @Test
    void everyAdultHasTheSameChanceExceptInHouseholdsOfFive() {
        for (int adults : new int[] {1, 2, 3, 4, 6}) {
            for (int number = 1; number <= adults; number++) {
                assertThat(KishTable.probability(adults, number)).isCloseTo(1.0 / adults, within(1e-15));
            }
        }
        double[] ofFive = IntStream.rangeClosed(1, 5)
                .mapToDouble(number -> 12 * KishTable.probability(5, number))
                .toArray();
        assertThat(ofFive).containsExactly(2, 2, 3, 2, 3);
        assertThat(KishTable.probability(8, 7)).isZero();
    }

    @Test
    void tablesComeInBlocksOfTwelveInRandomOrder() {
        List<KishTable> tables = KishTable.assign(30, RandomStream.of(1, "kish"));
        for (int block = 0; block < 24; block += 12) {
            assertThat(tables.subList(block, block + 12))
                    .containsExactlyInAnyOrder(
                            KishTable.A,
                            KishTable.A,
                            KishTable.B1,
                            KishTable.B2,
                            KishTable.C,
                            KishTable.C,
                            KishTable.D,
                            KishTable.D,
                            KishTable.E1,
                            KishTable.E2,
                            KishTable.F,
                            KishTable.F);
        }
        assertThat(tables.subList(0, 12)).isNotEqualTo(tables.subList(12, 24));
    }
}
