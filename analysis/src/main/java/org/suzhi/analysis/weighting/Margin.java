package org.suzhi.analysis.weighting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Population totals by the cells of one or several crossed variables.
 *
 * @param variables names of categorical columns
 * @param totals total of every cell, keyed by the levels in the order of the variables
 * @param collapsed groups of cells that are met together, by their levels joined by a comma; a cell stands in one at most
 */
public record Margin(List<String> variables, Map<List<String>, Double> totals, List<List<String>> collapsed) {
    public Margin {
        variables = List.copyOf(variables);
        collapsed = collapsed.stream().map(List::copyOf).toList();
        Map<List<String>, Double> copy = new LinkedHashMap<>();
        totals.forEach((levels, total) -> copy.put(List.copyOf(levels), total));
        totals = java.util.Collections.unmodifiableMap(copy);
    }

    /** A margin whose cells are each met. */
    public Margin(List<String> variables, Map<List<String>, Double> totals) {
        this(variables, totals, List.of());
    }

    /** The name of a cell in {@link #collapsed}. */
    static String name(List<String> levels) {
        return String.join(", ", levels);
    }

    /** A margin of one variable. */
    public static Margin of(String variable, Map<String, ? extends Number> totals) {
        Map<List<String>, Double> cells = new LinkedHashMap<>();
        totals.forEach((level, total) -> cells.put(List.of(level), total.doubleValue()));
        return new Margin(List.of(variable), cells);
    }

    /** The variables joined, for messages. */
    public String name() {
        return String.join(" x ", variables);
    }

    /** Sum of all totals. */
    double sum() {
        double sum = 0;
        for (double t : new ArrayList<>(totals.values())) {
            sum += t;
        }
        return sum;
    }
}
