package org.suzhi.web.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The population that rates are directly standardized to: what the newest wave's margins say of a variable. */
final class StandardPopulation {
    private StandardPopulation() {}

    /**
     * Persons of each category.
     *
     * @param sections how the wave is weighted
     * @return empty where no margin holds the variable or all its categories
     */
    static List<Double> of(Map<String, Object> sections, Variable variable) {
        for (Object step : StackedSections.list(sections.get("calibrate"))) {
            for (Object one : StackedSections.list(StackedSections.map(step).get("margins"))) {
                Map<String, Object> margin = StackedSections.map(one);
                if (StackedSections.list(margin.get("variables")).contains(variable.name())) {
                    Map<String, Double> totals = totals(margin, variable.name());
                    if (totals.keySet().containsAll(variable.codes())) {
                        return variable.codes().stream()
                                .map(code -> totals.getOrDefault(code, 0.0))
                                .toList();
                    }
                }
            }
        }
        return List.of();
    }

    private static Map<String, Double> totals(Map<String, Object> margin, String variable) {
        Map<String, Double> totals = new LinkedHashMap<>();
        for (Object one : StackedSections.list(margin.get("cells"))) {
            Map<String, Object> cell = StackedSections.map(one);
            if (cell.get("total") instanceof Number total) {
                totals.merge(String.valueOf(cell.get(variable)), total.doubleValue(), Double::sum);
            }
        }
        return totals;
    }
}
