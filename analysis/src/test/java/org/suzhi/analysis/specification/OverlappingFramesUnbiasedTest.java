package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.microdata.Extract;

/**
 * Over many seeded draws from villages and from a list of cadres, some of whom live outside the villages, the weights of both
 * samples together count everybody once and give the true rates, by multiplicity as by shares. Left as they are, those in both
 * frames count twice.
 */
class OverlappingFramesUnbiasedTest {
    private static final int DRAWS = 400;
    private static final int VILLAGES = 40;
    private static final int OUTSIDE = 60;
    private static final int DRAWN_VILLAGES = 10;
    private static final int TAKE = 20;
    private static final int DRAWN_CADRES = 60;

    private final List<Person> people = new ArrayList<>();
    private final List<List<Person>> villages = new ArrayList<>();

    private record Person(boolean cadre, boolean literate, boolean inAreas) {}

    OverlappingFramesUnbiasedTest() {
        Random random = new Random(20250613);
        for (int v = 0; v < VILLAGES; v++) {
            List<Person> village = new ArrayList<>();
            for (int i = 0; i < 60 + random.nextInt(80); i++) {
                boolean cadre = random.nextDouble() < 0.02 + 0.004 * v;
                village.add(new Person(cadre, random.nextDouble() < (cadre ? 0.4 : 0.12), true));
            }
            villages.add(village);
            people.addAll(village);
        }
        for (int i = 0; i < OUTSIDE; i++) {
            people.add(new Person(true, random.nextDouble() < 0.6, false));
        }
    }

    private Extract draw(Random random) {
        List<Person> drawn = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int v : sample(VILLAGES, DRAWN_VILLAGES, random)) {
            List<Person> village = villages.get(v);
            for (int i : sample(village.size(), TAKE, random)) {
                drawn.add(village.get(i));
                weights.add((double) VILLAGES / DRAWN_VILLAGES * village.size() / TAKE);
            }
        }
        List<Person> list = people.stream().filter(Person::cadre).toList();
        for (int i : sample(list.size(), DRAWN_CADRES, random)) {
            drawn.add(list.get(i));
            weights.add((double) list.size() / DRAWN_CADRES);
        }
        int fromAreas = DRAWN_VILLAGES * TAKE;
        return Extract.builder()
                .numeric("w", weights.stream().mapToDouble(w -> w).toArray())
                .category(
                        "frame",
                        List.of("areas", "cadres"),
                        IntStream.range(0, drawn.size())
                                .map(i -> i < fromAreas ? 0 : 1)
                                .toArray())
                .numeric(
                        "frames",
                        drawn.stream()
                                .mapToDouble(p -> p.cadre() && p.inAreas() ? 2 : 1)
                                .toArray())
                .numeric(
                        "cadre",
                        drawn.stream().mapToDouble(p -> p.cadre() ? 1 : 0).toArray())
                .numeric(
                        "y",
                        drawn.stream().mapToDouble(p -> p.literate() ? 1 : 0).toArray())
                .numeric("one", drawn.stream().mapToDouble(p -> 1).toArray())
                .build();
    }

    private static int[] sample(int size, int take, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        java.util.Collections.shuffle(order, random);
        return order.stream().limit(take).mapToInt(i -> i).toArray();
    }

    /** How many Monte Carlo standard errors the mean of an estimate over the draws is from the truth. */
    private double distance(Specification specification, String estimate, double truth) {
        double sum = 0;
        double squares = 0;
        for (int d = 0; d < DRAWS; d++) {
            double value = Analysis.run(specification, draw(new Random(d)))
                    .estimate(estimate)
                    .row()
                    .estimate();
            sum += value;
            squares += value * value;
        }
        double mean = sum / DRAWS;
        return (mean - truth) / Math.sqrt((squares / DRAWS - mean * mean) / DRAWS);
    }

    private static Specification specification(String how) {
        SpecificationBuilder builder = Specification.builder("frames").weights("w");
        Map<String, Object> compose = Map.of("step", "compose", "frame", "frame", "overlap", "frames >= 2");
        switch (how) {
            case "multiplicity" -> builder.weight(Map.of("step", "multiplicity", "variable", "frames"));
            case "shares" -> {
                Map<String, Object> step = new java.util.LinkedHashMap<>(compose);
                step.put("shares", Map.of("areas", 0.25, "cadres", 0.75));
                builder.weight(step);
            }
            default -> {}
        }
        return builder.estimate("people", Map.of("statistic", "total", "variable", "one"))
                .estimate("literate", Map.of("statistic", "total", "variable", "y"))
                .estimate("cadres", Map.of("statistic", "total", "variable", "cadre"))
                .estimate("rate", Map.of("statistic", "mean", "variable", "y", "subset", "cadre == 1"))
                .build();
    }

    private double literate(boolean cadresOnly) {
        return people.stream()
                .filter(Person::literate)
                .filter(p -> !cadresOnly || p.cadre())
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multiplicity", "shares"})
    void everybodyCountsOnceAndRatesAreRightOnAverage(String how) {
        Specification specification = specification(how);
        double cadres = people.stream().filter(Person::cadre).count();
        assertThat(Math.abs(distance(specification, "people", people.size()))).isLessThan(3);
        assertThat(Math.abs(distance(specification, "literate", literate(false))))
                .isLessThan(3);
        assertThat(Math.abs(distance(specification, "cadres", cadres))).isLessThan(3);
        assertThat(Math.abs(distance(specification, "rate", literate(true) / cadres)))
                .isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"people", "literate", "cadres"})
    void leftAsTheyAreTheFramesCountSomePeopleTwice(String estimate) {
        double truth = switch (estimate) {
            case "people" -> people.size();
            case "literate" -> literate(false);
            default -> people.stream().filter(Person::cadre).count();
        };
        assertThat(distance(specification("none"), estimate, truth)).isGreaterThan(6);
    }
}
