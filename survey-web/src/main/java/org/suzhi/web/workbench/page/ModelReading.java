package org.suzhi.web.workbench.page;

import static org.suzhi.web.workbench.ModelQuestion.MODEL;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.IntervalChart;
import org.suzhi.analysis.chart.ReferenceLine;
import org.suzhi.analysis.chart.Scale;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.ModelQuestion;
import org.suzhi.web.workbench.Words;
import org.suzhi.web.workbench.page.ResultView.Grid;
import org.suzhi.web.workbench.page.ResultView.Line;
import org.suzhi.web.workbench.page.ResultView.Section;
import tools.jackson.databind.JsonNode;

/** Reads a model: odds ratios with their chart, or differences of means; each variable tested as a whole. */
final class ModelReading {
    private static final String INTERCEPT = "(Intercept)";
    private final Asked asked;
    private final Words words;
    private final JsonNode model;
    private final JsonNode tests;
    private final Map<?, ?> request;
    private final boolean logistic;
    private final List<String> variables;

    ModelReading(Asked asked, JsonNode result) {
        this.asked = asked;
        this.words = asked.words();
        this.model = result.path("models").path(MODEL);
        this.tests = result.path("tests");
        this.request = asked.request("models", MODEL).orElseThrow();
        this.logistic = "quasibinomial".equals(request.get("family"));
        String formula = String.valueOf(request.get("formula"));
        this.variables = Pattern.compile(" \\+ ")
                .splitAsStream(formula.substring(formula.indexOf('~') + 1).strip())
                .toList();
    }

    ResultView view(String mark, String source) {
        String title = words.of(
                "workbench.model.title",
                asked.name(measure()),
                String.join(
                        words.of("workbench.and"),
                        variables.stream().map(asked.labels()::label).toList()));
        String refused = model.path("error").path("message").asString("");
        List<Section> sections = new ArrayList<>();
        if (refused.isEmpty()) {
            sections.add(coefficients(title, mark, source));
            sections.add(new Section(
                    words.of("workbench.model.tests"),
                    null,
                    new Outcomes(words, false, false)
                            .grid(
                                    tests,
                                    variables.stream()
                                            .map(ModelQuestion::testOf)
                                            .toList(),
                                    id -> asked.labels()
                                            .label(id.substring(
                                                    ModelQuestion.testOf("").length()))),
                    List.of()));
        }
        return new ResultView(title, asked.population(request), refused, sections);
    }

    private Measure measure() {
        String formula = String.valueOf(request.get("formula"));
        String outcome = formula.substring(0, formula.indexOf('~')).strip();
        if (outcome.equals(Measure.LITERATE)) {
            return new Measure(outcome, null, Measure.Kind.LITERACY);
        }
        for (Object one : asked.specification().get("derive") instanceof List<?> list ? list : List.of()) {
            if (one instanceof Map<?, ?> derived && outcome.equals(derived.get("name"))) {
                String[] parts = String.valueOf(derived.get("expr")).split("[`\"]", -1);
                return new Measure(parts[1], parts[3], Measure.Kind.SHARE);
            }
        }
        return new Measure(outcome, null, Measure.Kind.MEAN);
    }

    private Section coefficients(String title, String mark, String source) {
        List<Line> lines = new ArrayList<>();
        Map<String, List<IntervalChart.Row>> rows = new LinkedHashMap<>();
        for (JsonNode c : model.path("coefficients")) {
            String term = c.path("term").asString("");
            String variable = variable(term);
            double estimate = Estimated.number(c, "estimate");
            double lower = Estimated.number(c, "ciLower");
            double upper = Estimated.number(c, "ciUpper");
            double shown = logistic ? Math.exp(estimate) : estimate;
            double from = logistic ? Math.exp(lower) : lower;
            double to = logistic ? Math.exp(upper) : upper;
            List<String> cells = new ArrayList<>(List.of(
                    variable.isEmpty()
                            ? words.of("workbench.model.intercept")
                            : asked.labels().label(variable),
                    level(term, variable)));
            cells.add(Numbers.plain("0.000;−0.000", shown));
            cells.add(Numbers.plain("0.000;−0.000", from) + " – " + Numbers.plain("0.000;−0.000", to));
            if (logistic) {
                cells.add(Numbers.plain("0.0000;−0.0000", estimate));
            }
            cells.add(Numbers.plain("0.0000", Estimated.number(c, "se")));
            cells.add(Numbers.plain("0.00;−0.00", Estimated.number(c, "t")));
            cells.add(Numbers.p(Estimated.number(c, "pValue")));
            lines.add(new Line(cells, ""));
            if (!variable.isEmpty() && Double.isFinite(to) && from <= shown && shown <= to && (!logistic || from > 0)) {
                String label = level(term, variable);
                rows.computeIfAbsent(variable, v -> new ArrayList<>())
                        .add(new IntervalChart.Rate(
                                label.isEmpty() ? asked.labels().label(variable) : label, shown, from, to, ""));
            }
        }
        List<String> head = new ArrayList<>(List.of(
                words.of("workbench.model.variable"),
                words.of("workbench.model.level"),
                words.of(logistic ? "workbench.model.odds-ratio" : "workbench.model.effect"),
                words.of("workbench.interval")));
        if (logistic) {
            head.add(words.of("workbench.model.log-odds"));
        }
        head.addAll(List.of(words.of("workbench.se"), words.of("workbench.model.t"), words.of("workbench.p")));
        String note = words.of(
                "workbench.model.note",
                Numbers.count(model.path("n").asInt()),
                Numbers.plain("0.#", Estimated.number(model, "dfResidual")));
        return new Section(
                "", chart(title, rows, mark, source), new Grid(head, 2, lines), List.of(reading(), note, references()));
    }

    private ResultView.@org.jspecify.annotations.Nullable Drawn chart(
            String title, Map<String, List<IntervalChart.Row>> byVariable, String mark, String source) {
        List<IntervalChart.Row> rows = new ArrayList<>();
        byVariable.forEach((variable, ofIt) -> {
            rows.add(new IntervalChart.Heading(asked.labels().label(variable)));
            rows.addAll(ofIt);
        });
        if (rows.isEmpty()) {
            return null;
        }
        ChartText text = new ChartText(title, reading(), source, mark, title);
        ReferenceLine none = logistic ? new ReferenceLine("1", 1) : new ReferenceLine("0", 0);
        Scale scale = logistic ? Scale.RATIO : Scale.NUMBER;
        return Charts.drawn(new IntervalChart(text, scale, rows, none, null), "model");
    }

    private String reading() {
        return words.of(logistic ? "workbench.model.reading-odds" : "workbench.model.reading-effects");
    }

    /** What each category is held against: the first of its variable. */
    private String references() {
        Map<?, ?> factors = asked.specification().get("factors") instanceof Map<?, ?> map ? map : Map.of();
        List<String> first = new ArrayList<>();
        for (String variable : variables) {
            if (factors.get(variable) instanceof List<?> levels && !levels.isEmpty()) {
                first.add(asked.labels().label(variable)
                        + words.of("workbench.is")
                        + asked.labels().level(variable, String.valueOf(levels.get(0))));
            }
        }
        return words.of("workbench.model.references", String.join(words.of("list.separator"), first));
    }

    /** The variable of a coefficient: the longest name that it begins with. */
    private String variable(String term) {
        return term.equals(INTERCEPT)
                ? ""
                : variables.stream()
                        .filter(term::startsWith)
                        .max(java.util.Comparator.comparingInt(String::length))
                        .orElse("");
    }

    private String level(String term, String variable) {
        return variable.isEmpty() || term.length() == variable.length()
                ? ""
                : asked.labels().level(variable, term.substring(variable.length()));
    }
}
