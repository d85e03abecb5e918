package org.suzhi.web.weighting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.suzhi.web.fieldwork.MarginCell;

/**
 * Two margins that no population can have at once: summed up over all that they do not share, they differ.
 *
 * @param first variables of the one
 * @param second variables of the other
 * @param shared variables of both; none where all of the population is meant
 * @param levels of the shared variables
 */
public record Contradiction(
        List<String> first,
        List<String> second,
        List<String> shared,
        List<String> levels,
        double firstTotal,
        double secondTotal) {
    private static final double SAME = 1e-6;

    public Contradiction {
        first = List.copyOf(first);
        second = List.copyOf(second);
        shared = List.copyOf(shared);
        levels = List.copyOf(levels);
    }

    /** Every contradiction between the margins that cells make up, pair by pair. */
    public static List<Contradiction> among(List<MarginCell> cells) {
        Map<List<String>, List<MarginCell>> margins = new LinkedHashMap<>();
        cells.forEach(cell -> margins.computeIfAbsent(cell.variables(), v -> new ArrayList<>())
                .add(cell));
        List<List<String>> names = List.copyOf(margins.keySet());
        List<Contradiction> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                found.addAll(between(names.get(i), names.get(j), margins));
            }
        }
        return found;
    }

    private static List<Contradiction> between(
            List<String> a, List<String> b, Map<List<String>, List<MarginCell>> margins) {
        List<String> shared = a.stream().filter(b::contains).toList();
        Map<List<String>, Double> ofA = sums(margins.getOrDefault(a, List.of()), shared);
        Map<List<String>, Double> ofB = sums(margins.getOrDefault(b, List.of()), shared);
        LinkedHashSet<List<String>> all = new LinkedHashSet<>(ofA.keySet());
        all.addAll(ofB.keySet());
        List<Contradiction> found = new ArrayList<>();
        for (List<String> levels : all) {
            double x = ofA.getOrDefault(levels, 0.0);
            double y = ofB.getOrDefault(levels, 0.0);
            if (Math.abs(x - y) > SAME * Math.max(x, y)) {
                found.add(new Contradiction(a, b, shared, levels, x, y));
            }
        }
        return found;
    }

    private static Map<List<String>, Double> sums(List<MarginCell> cells, List<String> shared) {
        Map<List<String>, Double> sums = new LinkedHashMap<>();
        for (MarginCell cell : cells) {
            List<String> levels = shared.stream()
                    .map(name -> cell.levels().get(cell.variables().indexOf(name)))
                    .toList();
            sums.merge(levels, cell.total(), Double::sum);
        }
        return sums;
    }
}
