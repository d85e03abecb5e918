package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suzhi.web.workbench.Labels;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.Words;
import org.suzhi.web.workbench.page.ResultView.Grid;
import org.suzhi.web.workbench.page.ResultView.Line;
import org.suzhi.web.workbench.page.ResultView.Section;
import tools.jackson.databind.JsonNode;

/**
 * Reads a wave's headline figures: every request for estimates with its figures; together those of the groups, of the
 * levels of the score, of its dimensions, of the items, and of the choices of a question.
 */
final class HeadlineReading {
    private static final String FIRST = "rate";
    private static final Pattern FLAG = Pattern.compile("(\\w+) == 1");
    private final Asked asked;
    private final JsonNode estimates;
    private final Set<String> withheld;
    /** Of one share a line: also a part's points are told as one, of all that can be had. */
    private final Figures shares;

    HeadlineReading(Asked asked, JsonNode result, Set<String> withheld) {
        this.asked = asked;
        this.estimates = result.path("estimates");
        this.withheld = withheld;
        this.shares = new Figures(asked, new Measure(Measure.LITERATE, null, Measure.Kind.LITERACY), List.of());
    }

    /** The section that a figure stands in with others, and what its line is called. */
    private record Place(String section, String line) {}

    ResultView view() {
        List<Section> sections = new ArrayList<>();
        Map<String, List<Line>> together = new LinkedHashMap<>();
        for (Object one : asked.specification().get("estimates") instanceof List<?> list ? list : List.of()) {
            if (one instanceof Map<?, ?> request) {
                place(request)
                        .ifPresentOrElse(
                                place -> together.computeIfAbsent(place.section(), title -> new ArrayList<>())
                                        .addAll(lines(place.line(), request)),
                                () -> section(request).ifPresent(sections::add));
            }
        }
        Map<?, ?> first = asked.request("estimates", FIRST).orElse(Map.of());
        together.values().removeIf(List::isEmpty);
        together.forEach((title, lines) -> {
            List<String> head = new ArrayList<>(shares.head());
            head.set(0, title);
            sections.add(new Section(title, null, new Grid(head, 1, lines), List.of()));
        });
        return new ResultView(asked.words().of("workbench.measure.literate"), asked.population(first), "", sections);
    }

    /** Empty for a figure, or figures, of a section of their own. */
    private Optional<Place> place(Map<?, ?> request) {
        Words words = asked.words();
        Labels labels = asked.labels();
        Matcher flag = FLAG.matcher(String.valueOf(request.get("subset")));
        if (flag.matches()) {
            return Optional.of(new Place(words.of("workbench.topic.group"), labels.label(flag.group(1))));
        }
        String[] id = String.valueOf(request.get("id")).split("\\.", 3);
        return Optional.ofNullable(
                switch (id[0] + id.length) {
                    case "level2" -> new Place(words.of("topic.levels.title"), words.of("measure.level", id[1]));
                    case "part2" -> new Place(words.of("topic.parts.title"), words.or("level.part." + id[1], id[1]));
                    case "item2" -> new Place(words.of("topic.items.title"), labels.label(id[1]));
                    case "choice3" -> new Place(labels.label(id[1]), labels.label(id[1] + "_" + id[2]));
                    default -> null;
                });
    }

    /** The line of a share among those of the others. */
    private List<Line> lines(String name, Map<?, ?> request) {
        return rows(request).stream()
                .map(row -> {
                    Line line = shares.line(row, "");
                    List<String> cells = new ArrayList<>(line.cells());
                    cells.set(0, name);
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
