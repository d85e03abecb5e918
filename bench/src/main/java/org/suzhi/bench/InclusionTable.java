package org.suzhi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.suzhi.sampling.Draw;
import org.suzhi.sampling.DrawnPsu;
import org.suzhi.sampling.Method;
import org.suzhi.sampling.StratumDesign;
import org.suzhi.sampling.Visit;

/** Empirical inclusion of every method against the intended, as Markdown. */
final class InclusionTable {
    private static final String FIRST = "first order: %d villages";
    private static final String SECOND = "second order: %d pairs";

    private final StringBuilder text = new StringBuilder("""
        | method | what | too rare | impossible, drawn | largest z | p | chi-square / df | df | p |
        | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
        """);
    private boolean holds = true;

    void add(Method method, List<Draw> draws) {
        add(method, FIRST, units(draws));
        pairs(draws).ifPresent(pairs -> add(method, SECOND, pairs));
    }

    private void add(Method method, String what, InclusionCheck check) {
        holds &= check.holds();
        text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.2f | %.2f | %.3f | %d | %.2f |%n",
                method.code(),
                what.formatted(check.things()),
                check.rare(),
                check.impossible(),
                check.largestZ(),
                check.pOfLargest(),
                check.all().perDf(),
                check.all().df(),
                check.all().p()));
    }

    /** Whether every row is within simulation error. */
    boolean holds() {
        return holds;
    }

    String markdown() {
        return text.toString();
    }

    static InclusionCheck units(List<Draw> draws) {
        return designs(draws).entrySet().stream()
                .map(design -> InclusionCheck.units(
                        places(draws, design),
                        IntStream.range(0, design.getValue().units().size())
                                .mapToDouble(design.getValue()::inclusionProbability)
                                .toArray()))
                .reduce(InclusionCheck.together())
                .orElseThrow();
    }

    /** Empty where the method has no joint probabilities. */
    static Optional<InclusionCheck> pairs(List<Draw> draws) {
        List<InclusionCheck> strata = new ArrayList<>();
        for (Map.Entry<String, StratumDesign> design : designs(draws).entrySet()) {
            int[] all = IntStream.range(0, design.getValue().units().size()).toArray();
            design.getValue()
                    .joint(all)
                    .ifPresent(joint -> strata.add(InclusionCheck.pairs(places(draws, design), joint)));
        }
        return strata.stream().reduce(InclusionCheck.together());
    }

    private static Map<String, StratumDesign> designs(List<Draw> draws) {
        return draws.get(0).designs();
    }

    private static List<int[]> places(List<Draw> draws, Map.Entry<String, StratumDesign> design) {
        return draws.stream()
                .map(draw -> draw.sample(design.getKey()).stream()
                        .mapToInt(psu -> design.getValue().units().indexOf(psu.unit()))
                        .toArray())
                .toList();
    }

    /**
     * Persons within the drawn villages: how often each was drawn, given how often the village was. In a village of N with m
     * drawn each of D times, \( \frac{N-1}{N} \sum (c - Dm/N)^2 / (D \frac{m}{N}(1 - \frac{m}{N})) \) is about chi-square
     * with N - 1 degrees of freedom.
     */
    static MeanTest persons(CountyDraws county, List<Draw> draws) {
        int villages = county.frame().units().size();
        int[][] counts = new int[villages][];
        double[] times = new double[villages];
        double[] share = new double[villages];
        for (Draw draw : draws) {
            for (DrawnPsu psu : draw.sample()) {
                int v = county.village(psu.unit().code());
                counts[v] = counts[v] == null ? new int[psu.population()] : counts[v];
                times[v]++;
                share[v] = psu.secondInclusionProbability();
                for (Visit visit : psu.visits()) {
                    counts[v][visit.line() - 1]++;
                }
            }
        }
        MeanTest all = new MeanTest(0, 0);
        for (int v = 0; v < villages; v++) {
            if (times[v] > 0) {
                double expected = times[v] * share[v];
                double sum = 0;
                for (int count : counts[v]) {
                    sum += (count - expected) * (count - expected);
                }
                int n = counts[v].length;
                all = all.and(new MeanTest((n - 1.0) / n * sum / (expected * (1 - share[v])), n - 1));
            }
        }
        return all;
    }
}
