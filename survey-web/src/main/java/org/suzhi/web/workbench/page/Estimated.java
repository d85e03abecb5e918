package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A row of estimates as a result has it. Numbers that do not exist are NaN.
 *
 * @param by level of every variable
 * @param level of the measure where shares of all answers were asked, else ""
 * @param code {@code present}, {@code review} or {@code suppress}; "" where it is no rate
 * @param reasons why a rate is not simply shown
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
        List<String> reasons) {
    /** The rows of a request; none where it was refused or not asked. */
    static List<Estimated> rows(JsonNode request) {
        List<Estimated> rows = new ArrayList<>();
        for (JsonNode row : request.path("rows")) {
            Map<String, String> by = new LinkedHashMap<>();
            row.path("by")
                    .properties()
                    .forEach(e -> by.put(e.getKey(), e.getValue().asString("")));
            rows.add(new Estimated(
                    by,
                    row.path("level").asString(""),
                    row.path("n").asInt(),
                    number(row, "estimate"),
                    number(row, "se"),
                    number(row, "ciLower"),
                    number(row, "ciUpper"),
                    number(row, "df"),
                    number(row, "deff"),
                    row.path("presentation").path("code").asString(""),
                    Stream.iterate(0, i -> i + 1)
                            .limit(row.path("presentation").path("reasons").size())
                            .map(i -> row.path("presentation")
                                    .path("reasons")
                                    .path(i)
                                    .asString(""))
                            .toList()));
        }
        return rows;
    }

    static double number(JsonNode row, String key) {
        JsonNode value = row.path(key);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }

    boolean exists() {
        return !Double.isNaN(estimate);
    }

    boolean hasInterval() {
        return Double.isFinite(lower) && Double.isFinite(upper) && lower <= estimate && estimate <= upper;
    }
}
