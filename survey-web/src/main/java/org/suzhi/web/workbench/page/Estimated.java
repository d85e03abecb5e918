package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.web.publication.Release;
import tools.jackson.databind.JsonNode;

/**
 * A row of estimates as a result has it. Numbers that do not exist, or that the reader must not see, are NaN.
 *
 * @param by level of every variable
 * @param level of the measure where shares of all answers were asked, else ""
 * @param n rows; 0 where hidden
 * @param code {@code present}, {@code review} or {@code suppress}; "" where it is no rate
 * @param reasons why a rate is not simply shown
 * @param hidden whether it is withheld from this reader
 */
record Estimated(
        Map<String, String> by,
        String level,
        int n,
        double estimate,
        double se,
        double lower,
        double upper,
        double df,
        double deff,
        String code,
        List<String> reasons,
        boolean hidden) {
    /**
     * The rows of a request; none where it was refused or not asked.
     *
     * @param estimates all requests
     * @param withheld figures that the reader must not see, by their {@link Release#figure} names
     */
    static List<Estimated> rows(JsonNode estimates, String id, Set<String> withheld) {
        List<Estimated> rows = new ArrayList<>();
        for (JsonNode row : estimates.path(id).path("rows")) {
            rows.add(row(row, id, withheld));
        }
        return rows;
    }

    private static Estimated row(JsonNode row, String id, Set<String> withheld) {
        Map<String, String> by = new LinkedHashMap<>();
        row.path("by").properties().forEach(e -> by.put(e.getKey(), e.getValue().asString("")));
        String level = row.path("level").asString("");
        int n = row.path("n").asInt();
        if (withheld.contains(Release.figure(id, by))) {
            double none = Double.NaN;
            return new Estimated(by, level, 0, none, none, none, none, none, none, "", List.of(), true);
        }
        List<String> reasons = new ArrayList<>();
        row.path("presentation").path("reasons").forEach(reason -> reasons.add(reason.asString("")));
        return new Estimated(
                by,
                level,
                n,
                number(row, "estimate"),
                number(row, "se"),
                number(row, "ciLower"),
                number(row, "ciUpper"),
                number(row, "df"),
                number(row, "deff"),
                row.path("presentation").path("code").asString(""),
                List.copyOf(reasons),
                false);
    }

    static double number(JsonNode row, String key) {
        JsonNode value = row.path(key);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }

    String levelOf(String variable) {
        return by.getOrDefault(variable, "");
    }

    boolean exists() {
        return !Double.isNaN(estimate);
    }

    /** Whether it is too thin to be published on its own. */
    boolean isWeak() {
        return code.equals("suppress");
    }

    boolean hasInterval() {
        return Double.isFinite(lower) && Double.isFinite(upper) && lower <= estimate && estimate <= upper;
    }
}
