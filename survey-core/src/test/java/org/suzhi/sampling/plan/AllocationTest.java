package org.suzhi.sampling.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.sampling.SamplingProblem;
import org.suzhi.sampling.SamplingProblems;

class AllocationTest {
    private static final List<AllocationRule> RULES = List.of(
            AllocationRule.proportional(),
            AllocationRule.equal(),
            AllocationRule.neyman(),
            AllocationRule.neymanWithCosts(),
            AllocationRule.power(0.5));

    static Stream<Arguments> cases() throws IOException {
        Map<String, List<String[]>> cases = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AllocationTest.class.getResourceAsStream("/golden/allocations.csv")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(2)
                    .map(line -> line.split(",", -1))
                    .forEach(row -> cases.computeIfAbsent(row[0], key -> new ArrayList<>())
                            .add(row));
        }
        return cases.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void allocationsAreTheOptimaThatRFinds(String name, List<String[]> rows) {
        List<PlannedStratum> strata = rows.stream()
                .map(r -> PlannedStratum.of(r[1], Long.parseLong(r[2]), Double.parseDouble(r[3]))
                        .withDeff(Double.parseDouble(r[4]))
                        .withCost(Double.parseDouble(r[5]))
                        .withMinimum(Integer.parseInt(r[6])))
                .toList();
        int total = Integer.parseInt(rows.get(0)[7]);
        Allocation allocation = switch (name.replaceAll("-.*", "")) {
            case "neyman" -> Allocation.ofInterviews(total, strata, AllocationRule.neyman());
            case "power" -> Allocation.ofInterviews(total, strata, AllocationRule.power(0.5));
            case "proportional" -> Allocation.ofInterviews(total, strata, AllocationRule.proportional());
            default -> Allocation.ofBudget(total, strata, AllocationRule.neymanWithCosts());
        };
        for (int h = 0; h < rows.size(); h++) {
            assertThat(allocation.strata().get(h).exact())
                    .as(rows.get(h)[1])
                    .isCloseTo(Double.parseDouble(rows.get(h)[8]), within(1e-4));
        }
    }

    @Test
    void largestRemaindersMakeWholeNumbersAndTheFirstWinsATie() {
        Allocation allocation = Allocation.ofInterviews(
                10,
                List.of(
                        PlannedStratum.of("a", 2500, 0.1),
                        PlannedStratum.of("b", 2500, 0.1),
                        PlannedStratum.of("c", 5000, 0.1)),
                AllocationRule.proportional());
        assertThat(interviews(allocation)).containsExactly(3, 2, 5);
    }

    @Test
    void neymanByHand() {
        // Cochran's rule with N = 100, 300 and S = 0.5, 0.3: shares 50 and 90 of 140.
        Allocation allocation = Allocation.ofInterviews(
                70,
                List.of(PlannedStratum.of("a", 100, 0.5), PlannedStratum.of("b", 300, 0.1)),
                AllocationRule.neyman());
        assertThat(interviews(allocation)).containsExactly(25, 45);
        assertThat(allocation.rate()).isCloseTo(0.2, within(1e-12));
        double variance = 0.25 * 0.25 * 0.25 / 25 * 75 / 99 + 0.75 * 0.75 * 0.09 / 45 * 255 / 299;
        assertThat(allocation.variance()).isCloseTo(variance, within(1e-15));
        assertThat(allocation.margin(0.95, Double.POSITIVE_INFINITY))
                .isCloseTo(1.959963984540054 * Math.sqrt(variance), within(1e-12));
        assertThat(allocation.deff()).isCloseTo(variance * 70 / 0.16, within(1e-12));
    }

    @Test
    void bankiersPowerRunsFromSmallestCvsToNeyman() {
        List<PlannedStratum> strata = List.of(PlannedStratum.of("a", 90_000, 0.1), PlannedStratum.of("b", 10_000, 0.2));
        // Standard deviation over mean: 3 and 2.
        Allocation free = Allocation.ofInterviews(1000, strata, AllocationRule.power(0));
        assertThat(interviews(free)).containsExactly(600, 400);
        assertThat(Allocation.ofInterviews(1000, strata, AllocationRule.power(0.5))
                        .strata()
                        .get(0)
                        .exact())
                .isCloseTo(1000 * 3 * Math.sqrt(9000) / (3 * Math.sqrt(9000) + 2 * Math.sqrt(2000)), within(1e-9));
        assertThat(interviews(Allocation.ofInterviews(1000, strata, AllocationRule.power(1))))
                .isEqualTo(interviews(Allocation.ofInterviews(1000, strata, AllocationRule.neyman())));
    }

    @Test
    void boundsAreKeptAndNamed() {
        List<PlannedStratum> strata = List.of(
                PlannedStratum.of("small", 60, 0.5).withResponseRate(0.5),
                PlannedStratum.of("large", 10_000, 0.1),
                PlannedStratum.of("rare", 100, 0.01).withMinimum(20));
        Allocation allocation = Allocation.ofInterviews(1000, strata, AllocationRule.equal());
        assertThat(interviews(allocation)).containsExactly(30, 870, 100);
        assertThat(allocation.strata())
                .extracting(AllocatedStratum::bound)
                .containsExactly(
                        AllocatedStratum.Bound.EVERYBODY,
                        AllocatedStratum.Bound.NONE,
                        AllocatedStratum.Bound.EVERYBODY);
        assertThat(allocation.strata().get(0).invitations()).isEqualTo(60);
        Allocation neyman = Allocation.ofInterviews(200, strata, AllocationRule.neyman());
        assertThat(neyman.strata().get(2).bound()).isEqualTo(AllocatedStratum.Bound.MINIMUM);
        assertThat(neyman.strata().get(2).interviews()).isEqualTo(20);
        assertThat(neyman.strata().get(2).psus(8)).isEqualTo(3);
    }

    static List<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(200).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void totalsAndBoundsHoldWhateverTheStrata(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PlannedStratum> strata = IntStream.range(0, random.nextInt(1, 30))
                .mapToObj(h -> PlannedStratum.of("s" + h, random.nextLong(10, 50_000), random.nextDouble(0.01, 0.99))
                        .withDeff(random.nextDouble(0.5, 4))
                        .withCost(random.nextDouble(5, 200))
                        .withResponseRate(random.nextDouble(0.3, 1))
                        .withMinimum(random.nextInt(1, 4)))
                .toList();
        int fewest = strata.stream().mapToInt(PlannedStratum::minimum).sum();
        int most = strata.stream().mapToInt(PlannedStratum::maximum).sum();
        for (AllocationRule rule : RULES) {
            int n = random.nextInt(fewest, most + 1);
            Allocation fixed = Allocation.ofInterviews(n, strata, rule);
            assertThat(fixed.interviews()).isEqualTo(n);
            double budget = random.nextDouble(1.0, 1.5) * AllocationCheck.price(strata, PlannedStratum::minimum)
                    + random.nextDouble() * AllocationCheck.price(strata, PlannedStratum::maximum);
            Allocation priced = Allocation.ofBudget(budget, strata, rule);
            assertThat(priced.cost()).isLessThanOrEqualTo(budget * (1 + 1e-12));
            double dearest =
                    strata.stream().mapToDouble(PlannedStratum::cost).max().orElseThrow();
            boolean everybody = priced.interviews() == most;
            assertThat(everybody || budget - priced.cost() < dearest * strata.size())
                    .isTrue();
            Stream.concat(fixed.strata().stream(), priced.strata().stream()).forEach(s -> {
                assertThat(s.interviews())
                        .isBetween(s.stratum().minimum(), s.stratum().maximum());
                assertThat(Math.abs(s.interviews() - s.exact())).isLessThan(1 + 1e-9);
                assertThat((long) s.invitations())
                        .isLessThanOrEqualTo(s.stratum().population());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noOtherAllocationIsBetterThanNeymans(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PlannedStratum> strata = IntStream.range(0, 6)
                .mapToObj(h -> PlannedStratum.of("s" + h, random.nextLong(500, 50_000), random.nextDouble(0.02, 0.5)))
                .toList();
        double best =
                Allocation.ofInterviews(1500, strata, AllocationRule.neyman()).variance();
        for (AllocationRule other : RULES) {
            assertThat(Allocation.ofInterviews(1500, strata, other).variance()).isGreaterThanOrEqualTo(best * 0.9999);
        }
    }

    @Test
    void oneClearMessageForEachThingThatCannotBe() {
        List<PlannedStratum> strata = List.of(
                PlannedStratum.of("t01", 100, 0.1),
                PlannedStratum.of("t02", 400, 0.2).withResponseRate(0.5));
        AllocationRule rule = AllocationRule.proportional();
        assertThatThrownBy(() -> Allocation.ofInterviews(600, strata, rule))
                .hasMessage("allocation, size: 600 interviews are to be made, but of 500 people 300 would answer; "
                        + "ask for fewer.");
        assertThatThrownBy(() -> Allocation.ofInterviews(3, strata, rule))
                .hasMessageContaining("the minima of the strata add up to 4");
        assertThatThrownBy(() -> Allocation.ofBudget(3, strata, rule))
                .hasMessageContaining("the budget is 3, but the minima of the strata cost 4");
        assertThatThrownBy(() -> Allocation.given(Map.of("t01", 101, "t02", 201), strata))
                .hasMessage("allocation, t01: 101 interviews fall to stratum “t01”, which has 100 people; "
                        + "ask for fewer.\nallocation, t02: 201 interviews fall to stratum “t02”, but of its 400 "
                        + "people 200 would answer; ask for fewer.");
        assertThatThrownBy(() -> Allocation.given(Map.of("t01", 50, "t3", 2), strata))
                .isInstanceOfSatisfying(
                        SamplingProblems.class,
                        e -> assertThat(e.problems())
                                .extracting(SamplingProblem::code)
                                .containsExactly("no-such-stratum", "at-least"));
        assertThatThrownBy(() -> Allocation.ofInterviews(
                        10, List.of(PlannedStratum.of("a", 5, 0.1).withMinimum(6)), rule))
                .hasMessageContaining("allocation, a.minimum: 6 interviews fall to stratum “a”, which has 5 people");
        assertThatThrownBy(() -> Allocation.ofInterviews(10, List.of(), rule)).hasMessageContaining("strata");
        assertThatThrownBy(() -> Allocation.ofInterviews(
                        10,
                        List.of(PlannedStratum.of("a", 50, 0).withCost(-1), PlannedStratum.of("a", 0, Double.NaN)),
                        rule))
                .isInstanceOfSatisfying(
                        SamplingProblems.class,
                        e -> assertThat(e.problems())
                                .extracting(SamplingProblem::column)
                                .containsExactly("a.rate", "a.cost", "strata", "a.population", "a.rate"));
        assertThatThrownBy(() -> AllocationRule.power(2)).hasMessageContaining("exponent: got 2");
    }

    private static int[] interviews(Allocation allocation) {
        return allocation.strata().stream()
                .mapToInt(AllocatedStratum::interviews)
                .toArray();
    }

    @Test
    void numbersMadeByHandAreTaken() {
        List<PlannedStratum> strata = List.of(PlannedStratum.of("a", 50, 0.1), PlannedStratum.of("b", 50, 0.1));
        Allocation given = Allocation.given(Map.of("a", 20, "b", 30), strata);
        assertThat(interviews(given)).containsExactly(20, 30);
        assertThat(given.invitations()).isEqualTo(50);
        assertThat(Arrays.stream(interviews(given)).sum()).isEqualTo(given.interviews());
    }
}
