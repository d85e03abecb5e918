package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.microdata.Extract;

/**
 * Over many seeded draws the whole chain gives the true rate on average: one person of each sampled household, some of unknown
 * eligibility, some not eligible, response by town and sex. Without the steps the rate is off.
 */
class WeightingUnbiasedTest {
    private static final int DRAWS = 200;
    private static final int HOUSEHOLDS = 5000;
    private static final int SAMPLED = 500;
    private static final List<String> TOWNS = List.of("t1", "t2", "t3", "t4", "t5");

    private final int[] town = new int[HOUSEHOLDS];
    private final List<List<Person>> households = new ArrayList<>();
    private final double truth;

    private record Person(int sex, boolean eligible, boolean literate) {}

    WeightingUnbiasedTest() {
        Random random = new Random(20250613);
        int persons = 0;
        int literate = 0;
        for (int h = 0; h < HOUSEHOLDS; h++) {
            town[h] = random.nextInt(TOWNS.size());
            int size = 1 + random.nextInt(4);
            List<Person> members = new ArrayList<>();
            boolean eligible = random.nextDouble() < 0.92;
            for (int k = 0; k < size; k++) {
                int sex = random.nextInt(2);
                boolean can = random.nextDouble() < 0.35 - 0.06 * size + 0.06 * town[h] + 0.05 * sex;
                members.add(new Person(sex, eligible, can));
                persons += eligible ? 1 : 0;
                literate += eligible && can ? 1 : 0;
            }
            households.add(members);
        }
        truth = (double) literate / persons;
    }

    private Extract draw(Random random) {
        List<Integer> order = new ArrayList<>();
        for (int h = 0; h < HOUSEHOLDS; h++) {
            order.add(h);
        }
        java.util.Collections.shuffle(order, random);
        double[] weight = new double[SAMPLED];
        double[] size = new double[SAMPLED];
        double[] y = new double[SAMPLED];
        int[] towns = new int[SAMPLED];
        int[] sex = new int[SAMPLED];
        List<String> status = new ArrayList<>();
        for (int i = 0; i < SAMPLED; i++) {
            List<Person> members = households.get(order.get(i));
            Person person = members.get(random.nextInt(members.size()));
            weight[i] = (double) HOUSEHOLDS / SAMPLED;
            size[i] = members.size();
            towns[i] = town[order.get(i)];
            sex[i] = person.sex();
            boolean found = random.nextDouble() < 0.94 - 0.02 * towns[i];
            boolean answers = random.nextDouble() < 0.85 - 0.12 * towns[i] + 0.08 * sex[i];
            String code = !found ? "U" : !person.eligible() ? "I" : answers ? "R" : "N";
            status.add(code);
            y[i] = code.equals("R") ? (person.literate() ? 1 : 0) : Double.NaN;
        }
        return Extract.builder()
                .numeric("w", weight)
                .numeric("size", size)
                .category("town", TOWNS, towns)
                .category("sex", List.of("f", "m"), sex)
                .category("status", List.of("R", "N", "I", "U"), status)
                .numeric("y", y)
                .build();
    }

    /** How many Monte Carlo standard errors the mean rate is from the truth. */
    private double distance(SpecificationBuilder chain) {
        Specification specification = chain.estimate("rate", Map.of("statistic", "mean", "variable", "y"))
                .build();
        double sum = 0;
        double squares = 0;
        for (int d = 0; d < DRAWS; d++) {
            double rate = Analysis.run(specification, draw(new Random(d)))
                    .estimate("rate")
                    .row()
                    .estimate();
            sum += rate;
            squares += rate * rate;
        }
        double mean = sum / DRAWS;
        double error = Math.sqrt((squares / DRAWS - mean * mean) / DRAWS);
        return (mean - truth) / error;
    }

    private static SpecificationBuilder design() {
        return Specification.builder("unbiased").weights("w");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classes", "propensity", "propensity in classes"})
    void theChainGivesTheTrueRateOnAverage(String method) {
        Map<String, ?> nonresponse = switch (method) {
            case "classes" -> Map.of("step", "nonresponse", "status", "status", "cells", List.of("town", "sex"));
            case "propensity" ->
                Map.of("step", "nonresponse", "status", "status", "method", "propensity", "formula", "~ town * sex");
            default ->
                Map.of(
                        "step",
                        "nonresponse",
                        "status",
                        "status",
                        "method",
                        "propensity",
                        "formula",
                        "~ town * sex",
                        "classes",
                        10,
                        "minimum",
                        5,
                        "collapse",
                        "nearest");
        };
        double distance = distance(design().weight(Map.of("step", "household", "variable", "size"))
                .weight(Map.of("step", "unknown-eligibility", "status", "status", "cells", List.of("town")))
                .weight(nonresponse)
                .weight(Map.of("step", "respondents")));
        assertThat(Math.abs(distance)).as(method).isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"household", "nonresponse"})
    void withoutAStepTheRateIsOff(String without) {
        SpecificationBuilder chain = design();
        if (!without.equals("household")) {
            chain.weight(Map.of("step", "household", "variable", "size"));
        }
        if (!without.equals("nonresponse")) {
            chain.weight(Map.of("step", "unknown-eligibility", "status", "status", "cells", List.of("town")))
                    .weight(Map.of("step", "nonresponse", "status", "status", "cells", List.of("town", "sex")));
        }
        chain.weight(Map.of("step", "respondents", "status", "status"));
        assertThat(Math.abs(distance(chain))).as("without " + without).isGreaterThan(6);
    }
}
