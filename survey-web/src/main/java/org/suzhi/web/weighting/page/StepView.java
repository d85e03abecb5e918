package org.suzhi.web.weighting.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.chart.ChartSvg;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.HistogramChart;
import org.suzhi.analysis.weighting.WeightFigures;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.weighting.Histogram;
import org.suzhi.web.weighting.Mergers;
import org.suzhi.web.weighting.WeightingRun;

/**
 * A step as its section of the page shows it.
 *
 * @param figures n, sum, smallest, largest, CV, deff and rate after the step, as written
 * @param facts what the step did, a sentence each
 * @param cells its classes with their factors
 * @param mergers classes that were merged, a sentence each
 * @param proposed classes that should be, a sentence each
 */
record StepView(
        String name,
        String title,
        List<String> figures,
        List<String> facts,
        List<Cell> cells,
        List<String> mergers,
        List<String> proposed,
        @Nullable Drawn chart) {
    private static final int WIDE = 820;
    private static final int NARROW = 350;

    /** A class: factor as written, and as a share of the largest. */
    record Cell(
            String name,
            String inClass,
            String respondents,
            String others,
            String rate,
            String factor,
            double share,
            boolean small) {}

    /** The chart on a desk and on a phone. */
    record Drawn(String wide, String narrow) {}

    StepView {
        figures = List.copyOf(figures);
        facts = List.copyOf(facts);
        cells = List.copyOf(cells);
        mergers = List.copyOf(mergers);
        proposed = List.copyOf(proposed);
    }

    /** Whether something is to be seen besides the figures. */
    public boolean isTold() {
        return chart != null || !facts.isEmpty() || !cells.isEmpty();
    }

    static List<StepView> of(WeightingRun run, WeightingDesk desk, WeightingDesk.Names names, boolean synthetic) {
        List<StepView> views = new ArrayList<>();
        for (int k = 0; k < run.steps().size(); k++) {
            views.add(new Reading(run.steps().get(k), desk, names, synthetic).view(k));
        }
        return views;
    }

    private record Reading(WeightingRun.Step step, WeightingDesk desk, WeightingDesk.Names names, boolean synthetic) {
        StepView view(int position) {
            return new StepView(
                    step.name(),
                    text("weights.step." + step.name()),
                    figures(),
                    facts(),
                    cells(),
                    mergers("collapsed", "weights.merged"),
                    mergers("proposed", "weights.proposed"),
                    chart(position));
        }

        private String text(String key, Object... arguments) {
            return desk.text(names.locale(), key, arguments);
        }

        private List<String> figures() {
            WeightFigures w = step.weights();
            return List.of(
                    Decimals.format("#,##0", w.n()),
                    Decimals.format("#,##0", w.sum()),
                    Decimals.format("#,##0.00", w.min()),
                    Decimals.format("#,##0.00", w.max()),
                    Decimals.format("0.000", w.cv()),
                    Decimals.format("0.000", w.deff()),
                    Decimals.percent(step.rate()));
        }

        private List<String> facts() {
            List<String> facts = new ArrayList<>();
            Map<String, Object> own = step.own();
            if (own.get("variable") instanceof String variable) {
                facts.add(text("weights.fact.variable", names.variable(variable)));
            }
            for (Map<?, ?> part : Mergers.rows(own, "frames")) {
                facts.add(text(
                        "weights.fact.frame",
                        names.level("frame", String.valueOf(part.get("frame"))),
                        number("#,##0", part.get("rows")),
                        number("#,##0", part.get("weight")),
                        share(part.get("share"))));
            }
            if (own.get("capped") instanceof Number capped) {
                facts.add(text("weights.fact.capped", capped.intValue()));
            }
            if (own.get("variables") instanceof List<?> variables) {
                facts.add(
                        variables.isEmpty()
                                ? text("weights.fact.one-class")
                                : text(
                                        "weights.fact.classes",
                                        names.margin(variables.stream()
                                                .map(String::valueOf)
                                                .toList())));
            }
            if (own.get("formula") instanceof String formula) {
                facts.add(text(
                        "weights.fact.propensity", formula, share(own.get("minChance")), share(own.get("maxChance"))));
            }
            if (own.get("dropped") instanceof Map<?, ?> dropped) {
                dropped.forEach((code, lost) -> {
                    if (lost instanceof Map<?, ?> figures) {
                        facts.add(text(
                                "weights.fact.dropped." + code,
                                number("#,##0", figures.get("n")),
                                number("#,##0", figures.get("sum"))));
                    }
                });
            }
            if (own.get("above") instanceof Number above && own.get("below") instanceof Number below) {
                facts.add(text(
                        "weights.fact.trimmed",
                        above.intValue(),
                        number("#,##0.00", own.get("upper")),
                        below.intValue(),
                        number("#,##0", own.get("cut"))));
            }
            return facts;
        }

        private List<Cell> cells() {
            List<Map<?, ?>> rows = Mergers.rows(step.own(), "cells");
            double most = rows.stream()
                    .mapToDouble(row -> value(row.get("factor")))
                    .filter(Double::isFinite)
                    .max()
                    .orElse(1);
            return rows.stream()
                    .map(row -> new Cell(
                            label(row.get("cell")),
                            label(row.get("class")),
                            number("#,##0", row.get("respondents")),
                            number("#,##0", row.get("nonrespondents")),
                            share(row.get("rate")),
                            number("0.000", row.get("factor")),
                            value(row.get("factor")) / most,
                            Boolean.TRUE.equals(row.get("small"))))
                    .toList();
        }

        private List<String> mergers(String table, String key) {
            return Mergers.rows(step.own(), table).stream()
                    .map(row -> text(
                            key,
                            label(row.get("cell")),
                            label(row.get("with")),
                            text("weights.reason." + row.get("reason")),
                            number("#,##0", row.get("respondents")),
                            share(row.get("rate")),
                            share(row.get("withRate"))))
                    .toList();
        }

        private String label(@Nullable Object cells) {
            List<String> variables = step.own().get("variables") instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
            return names.classes(variables, String.valueOf(cells));
        }

        private @Nullable Drawn chart(int position) {
            Histogram change = step.change();
            if (change == null) {
                return null;
            }
            String title = text("weights.step." + step.name());
            HistogramChart chart = new HistogramChart(
                    new ChartText(
                            title,
                            text("weights.chart"),
                            "",
                            synthetic ? text("synthetic.mark") : "",
                            text(
                                    "weights.chart.described",
                                    title,
                                    number("#,##0.00", step.weights().min()),
                                    number("#,##0.00", step.weights().max()),
                                    number("0.000", step.weights().cv()))),
                    change.width(),
                    new HistogramChart.Series(text("weights.chart.before"), change.before()),
                    new HistogramChart.Series(text("weights.chart.after"), change.after()),
                    text("weights.chart.axis"));
            return new Drawn(
                    ChartSvg.inline(chart, WIDE, "step" + position + "w"),
                    ChartSvg.inline(chart, NARROW, "step" + position + "n"));
        }

        private static double value(@Nullable Object figure) {
            return figure instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        private static String number(String pattern, @Nullable Object figure) {
            double value = value(figure);
            return Double.isFinite(value) ? Decimals.format(pattern, value) : "–";
        }

        private static String share(@Nullable Object figure) {
            double value = value(figure);
            return Double.isFinite(value) ? Decimals.format("0.0", 100 * value) + "%" : "–";
        }
    }
}
