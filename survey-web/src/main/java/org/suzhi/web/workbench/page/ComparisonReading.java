package org.suzhi.web.workbench.page;

import static org.suzhi.web.workbench.ComparisonQuestion.CELLS;
import static org.suzhi.web.workbench.ComparisonQuestion.CHANGE;
import static org.suzhi.web.workbench.ComparisonQuestion.CHANGE_STANDARDIZED;
import static org.suzhi.web.workbench.ComparisonQuestion.PARTS;
import static org.suzhi.web.workbench.ComparisonQuestion.STANDARDIZED;
import static org.suzhi.web.workbench.ComparisonQuestion.WAVES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.IntervalChart;
import org.suzhi.analysis.chart.ReferenceLine;
import org.suzhi.analysis.chart.Scale;
import org.suzhi.web.extract.Stack;
import org.suzhi.web.workbench.ComparisonQuestion;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.Words;
import org.suzhi.web.workbench.page.ResultView.Drawn;
import org.suzhi.web.workbench.page.ResultView.Grid;
import org.suzhi.web.workbench.page.ResultView.Line;
import org.suzhi.web.workbench.page.ResultView.Section;
import tools.jackson.databind.JsonNode;

/** Reads a comparison of waves: the series and its change, the parts of the change, every category's change. */
final class ComparisonReading {
    private final Asked asked;
    private final Words words;
    private final JsonNode estimates;
    private final JsonNode tests;
    private final JsonNode parts;
    private final Set<String> withheld;
    private final Map<?, ?> request;
    private final Measure measure;
    private final String by;

    ComparisonReading(Asked asked, JsonNode result, Set<String> withheld) {
        this.asked = asked;
        this.words = asked.words();
        this.estimates = result.path("estimates");
        this.tests = result.path("tests");
        this.parts = result.path("decompositions").path(PARTS);
        this.withheld = withheld;
        this.request = asked.request("estimates", WAVES).orElseThrow();
        this.measure = asked.measure(request);
        this.by = asked.request("estimates", CELLS)
                .map(asked::by)
                .map(b -> b.get(1))
                .orElse("");
    }

    ResultView view(String mark, String source) {
        List<Estimated> waves = Estimated.rows(estimates, WAVES, withheld);
        String refused = estimates.path(WAVES).path("error").path("message").asString("");
        String title = words.of("workbench.table.by", asked.name(measure), words.of("workbench.variable.wave"));
        List<Section> sections = new ArrayList<>();
        if (refused.isEmpty()) {
            sections.add(series(title, waves, mark, source));
            sections.add(changes());
            if (!parts.isMissingNode()) {
                sections.add(decomposition(mark, source));
            }
            if (!by.isEmpty()) {
                sections.add(new Section(
                        words.of(
                                "workbench.comparison.categories",
                                asked.labels().label(by)),
                        null,
                        new Figures(asked, measure, List.of(by, Stack.WAVE))
                                .grid(categoryByCategory(Estimated.rows(estimates, CELLS, withheld))),
                        List.of()));
            }
        }
        return new ResultView(title, asked.population(request), refused, sections);
    }

    /** Results have the categories outermost only by chance of the order of variables; here they must. */
    private List<Estimated> categoryByCategory(List<Estimated> cells) {
        List<String> order = cells.stream().map(e -> e.levelOf(by)).distinct().toList();
        return cells.stream()
                .sorted(java.util.Comparator.comparingInt(e -> order.indexOf(e.levelOf(by))))
                .toList();
    }

    private Section series(String title, List<Estimated> waves, String mark, String source) {
        List<IntervalChart.Row> rows = new ArrayList<>();
        waves.forEach(e -> rows.add(row(e.levelOf(Stack.WAVE), e)));
        Drawn chart = drawn(title, rows, measure.isRate() ? Scale.RATE : Scale.NUMBER, mark, source, "series", null);
        return new Section("", chart, new Figures(asked, measure, List.of(Stack.WAVE)).grid(waves), List.of());
    }

    private static IntervalChart.Row row(String label, Estimated e) {
        return e.exists() && e.hasInterval()
                ? new IntervalChart.Rate(label, e.estimate(), e.lower(), e.upper(), "n=" + Numbers.count(e.n()))
                : new IntervalChart.Suppressed(label, Numbers.NONE);
    }

    private Drawn drawn(
            String title,
            List<IntervalChart.Row> rows,
            Scale scale,
            String mark,
            String source,
            String id,
            @org.jspecify.annotations.Nullable ReferenceLine line) {
        ChartText text = new ChartText(
                title,
                words.of(line == null ? "workbench.chart.reading-plain" : "workbench.chart.reading-zero"),
                source,
                mark,
                Charts.inWords(title, rows, measure));
        return Charts.drawn(new IntervalChart(text, scale, rows, line, null), id);
    }

    private Section changes() {
        List<String> ids = new ArrayList<>(List.of(CHANGE, CHANGE_STANDARDIZED));
        List<String> categories = by.isEmpty() || anyWithheld() ? List.of() : levels();
        for (int c = 0; c < categories.size(); c++) {
            ids.add(ComparisonQuestion.changeOf(c));
        }
        Grid grid = new Outcomes(words, measure.isRate(), true).grid(tests, ids, id -> switch (id) {
            case CHANGE -> words.of("workbench.all");
            case CHANGE_STANDARDIZED ->
                words.of("workbench.comparison.standardized", asked.labels().label(by));
            default ->
                asked.labels().level(by, categories.get(Integer.parseInt(id.substring(CHANGE.length() + 1)) - 1));
        });
        List<String> notes = new ArrayList<>();
        String verdict = Outcomes.verdict(words, tests.path(CHANGE));
        if (!verdict.isEmpty()) {
            notes.add(verdict);
        }
        List<Estimated> standardized = Estimated.rows(estimates, STANDARDIZED, withheld);
        if (!standardized.isEmpty()) {
            notes.add(words.of(
                    "workbench.comparison.standardized-series",
                    String.join(
                            words.of("list.separator"),
                            standardized.stream()
                                    .map(e -> e.levelOf(Stack.WAVE) + " "
                                            + Numbers.estimate(e.estimate(), measure.isRate()) + " ("
                                            + Numbers.error(e.se(), measure.isRate()) + ")")
                                    .toList())));
        } else if (!by.isEmpty()) {
            notes.add(
                    words.of("workbench.comparison.no-standard", asked.labels().label(by)));
        }
        return new Section(words.of("workbench.comparison.changes"), null, grid, notes);
    }

    /** Where a category is withheld, what all of them add up to would tell about it. */
    private boolean anyWithheld() {
        return Estimated.rows(estimates, CELLS, withheld).stream().anyMatch(Estimated::hidden);
    }

    private List<String> levels() {
        List<String> levels = new ArrayList<>();
        for (Estimated e : Estimated.rows(estimates, CELLS, Set.of())) {
            if (!levels.contains(e.levelOf(by))) {
                levels.add(e.levelOf(by));
            }
        }
        return levels;
    }

    private Section decomposition(String mark, String source) {
        String title = words.of("workbench.comparison.parts", asked.labels().label(by));
        String refused = parts.path("error").path("message").asString("");
        if (!refused.isEmpty()) {
            return new Section(title, null, null, List.of(words.of("workbench.refused", refused)));
        }
        boolean rate = measure.isRate();
        List<Line> lines = new ArrayList<>();
        List<IntervalChart.Row> rows = new ArrayList<>();
        for (JsonNode part : parts.path("rows")) {
            String component =
                    words.of("workbench.component." + part.path("component").asString(""));
            String category = part.path("by").path(by).asString("");
            if (!category.isEmpty() && anyWithheld()) {
                continue;
            }
            String name = category.isEmpty()
                    ? words.of("workbench.all")
                    : asked.labels().level(by, category);
            double value = Estimated.number(part, "estimate");
            double lower = Estimated.number(part, "ciLower");
            double upper = Estimated.number(part, "ciUpper");
            lines.add(new Line(
                    List.of(
                            component,
                            name,
                            fromTo(part, "share", true),
                            fromTo(part, "rate", rate),
                            Numbers.plain("+0.00;−0.00", rate ? 100 * value : value),
                            Numbers.error(Estimated.number(part, "se"), rate),
                            Numbers.plain("+0.00;−0.00", rate ? 100 * lower : lower) + " – "
                                    + Numbers.plain("+0.00;−0.00", rate ? 100 * upper : upper)),
                    category.isEmpty() ? "sum" : ""));
            if (category.isEmpty() && Double.isFinite(lower) && Double.isFinite(upper)) {
                rows.add(new IntervalChart.Rate(component, value, lower, upper, ""));
            }
        }
        List<String> head = List.of(
                words.of("workbench.component"),
                asked.labels().label(by),
                words.of("workbench.component.shares"),
                words.of(rate ? "workbench.component.rates" : "workbench.component.means"),
                words.of("workbench.difference"),
                words.of("workbench.se"),
                words.of("workbench.interval"));
        Drawn chart = rows.isEmpty()
                ? null
                : drawn(
                        title,
                        rows,
                        rate ? Scale.CHANGE : Scale.NUMBER,
                        mark,
                        source,
                        "parts",
                        new ReferenceLine("0", 0));
        return new Section(
                title,
                chart,
                new Grid(head, 2, lines),
                List.of(words.of("workbench.chart.reading-zero"), words.of("workbench.comparison.parts-note")));
    }

    private static String fromTo(JsonNode part, String key, boolean rate) {
        double from = Estimated.number(part, key + "From");
        double to = Estimated.number(part, key + "To");
        return Double.isNaN(from) ? "" : Numbers.estimate(from, rate) + " → " + Numbers.estimate(to, rate);
    }
}
