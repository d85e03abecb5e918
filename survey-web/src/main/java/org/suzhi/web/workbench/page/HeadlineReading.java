package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.page.ResultView.Grid;
import org.suzhi.web.workbench.page.ResultView.Line;
import org.suzhi.web.workbench.page.ResultView.Section;
import tools.jackson.databind.JsonNode;

/** Reads a wave's headline figures: every request for estimates with its figures, the groups together. */
final class HeadlineReading {
    private static final String FIRST = "rate";
    private static final Pattern FLAG = Pattern.compile("(\\w+) == 1");
    private final Asked asked;
    private final JsonNode estimates;
    private final Set<String> withheld;

    HeadlineReading(Asked asked, JsonNode result, Set<String> withheld) {
        this.asked = asked;
        this.estimates = result.path("estimates");
        this.withheld = withheld;
    }

    ResultView view() {
        List<Section> sections = new ArrayList<>();
        List<Line> groups = new ArrayList<>();
        for (Object one : asked.specification().get("estimates") instanceof List<?> list ? list : List.of()) {
            if (one instanceof Map<?, ?> request) {
                Matcher flag = FLAG.matcher(String.valueOf(request.get("subset")));
                if (flag.matches()) {
                    groups.addAll(group(flag.group(1), request));
                } else {
                    section(request).ifPresent(sections::add);
                }
            }
        }
        Map<?, ?> first = asked.request("estimates", FIRST).orElse(Map.of());
        if (!groups.isEmpty()) {
            String title = asked.words().of("workbench.topic.group");
            List<String> head = new ArrayList<>(new Figures(asked, asked.measure(first), List.of()).head());
            head.set(0, title);
            sections.add(new Section(title, null, new Grid(head, 1, groups), List.of()));
        }
        return new ResultView(asked.words().of("workbench.measure.literate"), asked.population(first), "", sections);
    }

    /** The line of a group among those of the others. */
    private List<Line> group(String name, Map<?, ?> request) {
        Figures figures = new Figures(asked, asked.measure(request), List.of());
        return rows(request).stream()
                .map(row -> {
                    Line line = figures.line(row, "");
                    List<String> cells = new ArrayList<>(line.cells());
                    cells.set(0, asked.labels().label(name));
                    return new Line(cells, line.tone());
                })
                .toList();
    }

    private Optional<Section> section(Map<?, ?> request) {
        Measure measure = asked.measure(request);
        List<String> by = asked.by(request);
        List<Estimated> rows = rows(request);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String title = by.isEmpty() ? asked.name(measure) : asked.labels().label(by.get(0));
        String interval = by.isEmpty() && request.get("ci") instanceof Map<?, ?> ci
                ? " · " + asked.words().of("workbench.method." + ci.get("method"))
                : "";
        return Optional.of(new Section(title + interval, null, new Figures(asked, measure, by).grid(rows), List.of()));
    }

    private List<Estimated> rows(Map<?, ?> request) {
        return Estimated.rows(estimates, String.valueOf(request.get("id")), withheld);
    }
}
