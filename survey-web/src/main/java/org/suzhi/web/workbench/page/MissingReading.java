package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.IntervalChart;
import org.suzhi.analysis.chart.Scale;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.MissingQuestion;
import org.suzhi.web.workbench.Words;
import org.suzhi.web.workbench.page.ResultView.Grid;
import org.suzhi.web.workbench.page.ResultView.Line;
import org.suzhi.web.workbench.page.ResultView.Section;
import tools.jackson.databind.JsonNode;

/** Reads what was left without an answer: item by item, then what it does to the literacy rate. */
final class MissingReading {
    private static final Measure RATE = new Measure(Measure.LITERATE, null, Measure.Kind.LITERACY);
    private static final List<String> OUTCOMES =
            List.of("answered", "do-not-know", "refused", "not-answered", "not-reached");
    private static final int LONGEST = 46;

    /** What a share that is nought may come to. */
    private static final double ROUNDING = 1e-12;

    private final Asked asked;
    private final Words words;
    private final JsonNode result;
    private final int incomplete;
    private final Map<?, ?> request;
    private final Map<String, Map<String, JsonNode>> items = new LinkedHashMap<>();

    MissingReading(Asked asked, JsonNode result, int incomplete) {
        this.asked = asked;
        this.words = asked.words();
        this.result = result;
        this.incomplete = incomplete;
        this.request = asked.request("itemNonresponse", MissingQuestion.ITEMS).orElseThrow();
        for (JsonNode row : table().path("rows")) {
            items.computeIfAbsent(row.path("item").asString(""), item -> new LinkedHashMap<>())
                    .put(row.path("outcome").asString(""), row);
        }
    }

    private JsonNode table() {
        return result.path("itemNonresponse").path(MissingQuestion.ITEMS);
    }

    ResultView view(String mark, String source) {
        String title = words.of("workbench.missing.title");
        String refused = table().path("error").path("message").asString("");
        List<Section> sections = new ArrayList<>();
        if (refused.isEmpty()) {
            for (String outcome : List.of("no-answer", "do-not-know")) {
                chart(outcome, mark, source).ifPresent(sections::add);
            }
            sections.add(new Section(
                    words.of("workbench.missing.items"),
                    null,
                    grid(),
                    List.of(words.of("workbench.missing.items.note"))));
            if (result.path("estimates").has(MissingQuestion.COLLECTED)) {
                sections.add(rates());
            }
        }
        return new ResultView(title, asked.population(request), refused, sections);
    }

    private Optional<Section> chart(String outcome, String mark, String source) {
        String title = words.of("workbench.missing.chart." + outcome);
        List<IntervalChart.Row> rows = items.entrySet().stream()
                .map(item -> row(label(item.getKey()), item.getValue(), outcome))
                .filter(rate -> rate.estimate() > ROUNDING)
                .sorted(Comparator.comparingDouble(rate -> -rate.estimate()))
                .<IntervalChart.Row>map(rate -> rate)
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        ChartText text = new ChartText(
                title, words.of("workbench.chart.reading-plain"), source, mark, Charts.inWords(title, rows, RATE));
        return Optional.of(new Section(
                title, Charts.drawn(new IntervalChart(text, Scale.RATE, rows, null, null), outcome), null, List.of()));
    }

    /** The share without an answer is what is left of the share with one. */
    private static IntervalChart.Rate row(String label, Map<String, JsonNode> item, String outcome) {
        boolean rest = outcome.equals("no-answer");
        String from = rest ? "answered" : outcome;
        double estimate = number(item, from, "estimate");
        double lower = number(item, from, rest ? "ciUpper" : "ciLower");
        double upper = number(item, from, rest ? "ciLower" : "ciUpper");
        return new IntervalChart.Rate(
                label,
                within(rest ? 1 - estimate : estimate),
                within(rest ? 1 - lower : lower),
                within(rest ? 1 - upper : upper),
                "n=" + Numbers.count((int) number(item, from, "n")));
    }

    private static double within(double share) {
        return Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
    }

    private String label(String item) {
        String label = item + " · " + asked.labels().label(item);
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST) + "…";
    }

    private Grid grid() {
        List<String> head =
                new ArrayList<>(List.of(words.of("workbench.missing.item"), words.of("workbench.missing.asked")));
        OUTCOMES.forEach(outcome -> head.add(words.of("workbench.missing.outcome." + outcome)));
        List<Line> lines = new ArrayList<>();
        items.forEach((name, item) -> {
            List<String> cells =
                    new ArrayList<>(List.of(label(name), Numbers.count((int) number(item, "answered", "n"))));
            for (String outcome : OUTCOMES) {
                double share = number(item, outcome, "estimate");
                cells.add(
                        Double.isNaN(share)
                                ? Numbers.NONE
                                : Numbers.estimate(share, true) + " ("
                                        + Numbers.count((int) number(item, outcome, "count")) + ")");
            }
            lines.add(new Line(cells, ""));
        });
        return new Grid(head, 1, lines);
    }

    private Section rates() {
        JsonNode estimates = result.path("estimates");
        Grid grid = new Figures(asked, RATE, List.of())
                .grid(Stream.of(MissingQuestion.COLLECTED, MissingQuestion.COMPLETE)
                        .flatMap(id -> Estimated.rows(estimates, id, Set.of()).stream())
                        .toList());
        List<Line> named = new ArrayList<>();
        List<String> names = List.of("workbench.missing.way.COLLECTED", "workbench.missing.way.COMPLETE");
        for (int i = 0; i < grid.lines().size(); i++) {
            List<String> cells = new ArrayList<>(grid.lines().get(i).cells());
            cells.set(0, words.of(names.get(i)));
            named.add(new Line(cells, grid.lines().get(i).tone()));
        }
        return new Section(
                words.of("workbench.missing.rate"),
                null,
                new Grid(grid.head(), 1, named),
                List.of(words.of("workbench.missing.rate.note", Numbers.count(incomplete))));
    }

    private static double number(Map<String, JsonNode> item, String outcome, String figure) {
        JsonNode row = item.get(outcome);
        return row == null ? Double.NaN : Estimated.number(row, figure);
    }
}
