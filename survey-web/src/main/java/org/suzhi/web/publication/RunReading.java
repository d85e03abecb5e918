package org.suzhi.web.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the published numbers of a wave out of the stored result of its run. */
final class RunReading {
    private static final String ALL = "all";
    private final JsonNode estimates;

    RunReading(JsonNode result) {
        this.estimates = result.path("estimates");
    }

    PublishedWave wave(
            int year, int received, HeadlineSettings settings, List<String> groups, double unweighted, Instant at) {
        Figure overall = figure(ALL, "", row(HeadlineSpecification.RATE));
        List<Figure> figures = new ArrayList<>();
        for (String group : groups) {
            figures.add(figure("group", group, row(HeadlineSpecification.groupId(group))));
        }
        for (HeadlineSettings.Dimension dimension : settings.dimensions()) {
            for (JsonNode row : rows(dimension.name())) {
                figures.add(figure(
                        dimension.name(),
                        row.path("by").path(dimension.column()).asString(),
                        row));
            }
        }
        return new PublishedWave(
                year,
                received,
                overall.n(),
                unweighted,
                overall,
                figure(ALL, "", row(HeadlineSpecification.SCORE)),
                figures,
                at);
    }

    private JsonNode rows(String request) {
        return estimates.path(request).path("rows");
    }

    private JsonNode row(String request) {
        return rows(request).path(0);
    }

    /** A domain without rows, or one that the presentation standard holds back, is not publishable. */
    private static Figure figure(String dimension, String level, JsonNode row) {
        boolean held = row.path("presentation").path("code").asString("").equals("suppress");
        return new Figure(
                dimension,
                level,
                row.path("n").asInt(0),
                number(row, "estimate"),
                number(row, "se"),
                number(row, "ciLower"),
                number(row, "ciUpper"),
                number(row, "df"),
                number(row, "deff"),
                number(row, "effectiveN"),
                !held && row.path("estimate").isNumber());
    }

    private static double number(JsonNode row, String key) {
        JsonNode value = row.path(key);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }
}
