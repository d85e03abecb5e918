package org.suzhi.web.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.indicator.Interval;
import org.suzhi.analysis.indicator.WaveRate;
import org.suzhi.analysis.specification.Specification;
import tools.jackson.databind.JsonNode;

/** Reads the published numbers of a wave out of the stored result of its run. */
final class RunReading {
    private static final String ALL = "all";
    private final AnalysisRun run;
    private final JsonNode estimates;
    private final HeadlineSettings settings;
    private final Set<String> withheld;

    /** @param withheld figures not to be shown, by their {@link Release#figure} names */
    RunReading(AnalysisRun run, JsonNode result, HeadlineSettings settings, Set<String> withheld) {
        this.run = run;
        this.estimates = result.path("estimates");
        this.settings = settings;
        this.withheld = withheld;
    }

    PublishedWave wave(int year, List<String> groups, @Nullable Long publication) {
        Figure overall = figure(ALL, "", HeadlineSpecification.RATE, row(HeadlineSpecification.RATE));
        List<Figure> figures = new ArrayList<>();
        for (String group : groups) {
            String request = HeadlineSpecification.groupId(group);
            figures.add(figure("group", group, request, row(request)));
        }
        for (HeadlineSettings.Dimension dimension : settings.dimensions()) {
            for (JsonNode row : rows(dimension.name())) {
                figures.add(figure(
                        dimension.name(),
                        row.path("by").path(dimension.column()).asString(),
                        dimension.name(),
                        row));
            }
        }
        return new PublishedWave(
                year,
                run.received(),
                overall.n(),
                run.incomplete(),
                run.unweighted(),
                overall,
                figure(ALL, "", HeadlineSpecification.SCORE, row(HeadlineSpecification.SCORE)),
                figures,
                run.createdAt(),
                HowWeighted.of(Specification.parse(run.specification())),
                publication,
                HeadlineSpecification.criterion(run.specification()),
                measures(),
                Map.of());
    }

    private List<Figure> measures() {
        List<Figure> measures = new ArrayList<>();
        estimates.properties().forEach(request -> {
            String id = request.getKey();
            String dimension = Measures.dimension(id);
            if (!dimension.isEmpty() && id.length() > dimension.length()) {
                measures.add(figure(dimension, id.substring(dimension.length() + 1), id, row(id)));
            }
        });
        return measures;
    }

    private JsonNode rows(String request) {
        return estimates.path(request).path("rows");
    }

    private JsonNode row(String request) {
        return rows(request).path(0);
    }

    /**
     * A cell of few respondents could be told apart by their neighbours, and says little: it is held back. A rate of 0 or 1 has no
     * interval on the log-odds scale and gets that of its count.
     */
    private Figure figure(String dimension, String level, String request, JsonNode row) {
        int n = row.path("n").asInt(0);
        double estimate = number(row, "estimate");
        Interval interval = new Interval(number(row, "ciLower"), number(row, "ciUpper"));
        if (Double.isNaN(interval.lower()) && (estimate == 0 || estimate == 1)) {
            interval = Interval.of(new WaveRate(0, estimate, Double.NaN, Double.NaN, n));
        }
        return new Figure(
                dimension,
                level,
                n,
                estimate,
                number(row, "se"),
                interval.lower(),
                interval.upper(),
                number(row, "df"),
                number(row, "deff"),
                number(row, "effectiveN"),
                n >= settings.smallestCell()
                        && row.path("estimate").isNumber()
                        && !withheld.contains(Release.figure(request, FigureRows.by(row))));
    }

    private static double number(JsonNode row, String key) {
        JsonNode value = row.path(key);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }
}
