package org.suzhi.web.division.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.IntervalChart;
import org.suzhi.analysis.chart.ReferenceLine;
import org.suzhi.analysis.chart.TimelineChart;
import org.suzhi.web.division.Action;
import org.suzhi.web.division.Phase;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;

/** The charts of a plan, with their words. */
public record PlanCharts(PlanReading reading, Words words) {
    /** Whether a rate is published of any group that those actions are to raise. */
    public boolean hasGroups(List<Action> actions) {
        return groups(actions).stream()
                .anyMatch(group -> reading.figure("group", group)
                        .filter(Figure::publishable)
                        .isPresent());
    }

    private static Set<String> groups(List<Action> actions) {
        Set<String> groups = new LinkedHashSet<>();
        actions.forEach(action -> groups.addAll(action.groups()));
        return groups;
    }

    /** The newest rates of the groups that those actions are to raise. */
    public IntervalChart groupsOf(List<Action> actions) {
        List<IntervalChart.Row> rows = new ArrayList<>();
        for (String group : groups(actions)) {
            reading.figure("group", group).ifPresent(figure -> rows.add(row(reading.groupName(group), figure)));
        }
        PublishedWave wave = reading.newestWave().orElseThrow();
        return intervals(
                "division.chart.groups",
                String.valueOf(wave.year()),
                rows,
                words.of("chart.whole") + " " + Decimals.percent(wave.overall().estimate()));
    }

    /** Whether a rate is published of a town in any wave. */
    boolean hasTown(NamedCode town) {
        return reading.series().stream()
                .flatMap(series -> series.waves().stream())
                .flatMap(wave -> PlanReading.figure(wave, "town", town.code()).stream())
                .anyMatch(Figure::publishable);
    }

    /** A town's rate in each wave that has one. */
    IntervalChart town(NamedCode town) {
        List<IntervalChart.Row> rows = new ArrayList<>();
        for (PublishedWave wave : reading.series().orElseThrow().waves()) {
            PlanReading.figure(wave, "town", town.code())
                    .ifPresent(figure -> rows.add(row(String.valueOf(wave.year()), figure)));
        }
        PublishedWave newest = reading.newestWave().orElseThrow();
        return intervals(
                "division.chart.town",
                town.name(words.locale()),
                rows,
                words.of(
                        "division.chart.whole",
                        String.valueOf(newest.year()),
                        Decimals.percent(newest.overall().estimate())));
    }

    private IntervalChart.Row row(String label, Figure figure) {
        return figure.publishable()
                ? new IntervalChart.Rate(
                        label,
                        figure.estimate(),
                        figure.lower(),
                        figure.upper(),
                        "n=" + Decimals.format("#,##0", figure.n()))
                : new IntervalChart.Suppressed(label, words.of("chart.suppressed"));
    }

    private IntervalChart intervals(String title, String about, List<IntervalChart.Row> rows, String wholeLabel) {
        PublishedSeries series = reading.series().orElseThrow();
        PublishedWave wave = reading.newestWave().orElseThrow();
        double whole = wave.overall().estimate();
        ReferenceLine target = new ReferenceLine(
                words.of("chart.target", series.target().brief()),
                series.target().value());
        String inWords = rows.stream().map(this::inWords).collect(Collectors.joining(words.of("list.separator")));
        return new IntervalChart(
                new ChartText(
                        words.of(title, about),
                        words.of("topic.groups.reading"),
                        words.of(
                                "source.domains",
                                series.survey().name(words.locale()),
                                String.valueOf(wave.year()),
                                Decimals.format("#,##0", wave.overall().n())),
                        series.synthetic() ? words.of("synthetic.mark") : "",
                        words.of("alt.intervals", inWords, Decimals.percent(whole), target.label())),
                rows,
                new ReferenceLine(wholeLabel, whole),
                target);
    }

    private String inWords(IntervalChart.Row row) {
        return row instanceof IntervalChart.Rate rate
                ? words.of(
                        "alt.rate",
                        rate.label(),
                        Decimals.percent(rate.estimate()),
                        words.interval(rate.lower(), rate.upper()))
                : words.of("alt.suppressed", row.label());
    }

    /** The phases, with the deadlines of the targets. */
    TimelineChart phases() {
        List<Phase> phases = reading.division().phases();
        TreeMap<Integer, Integer> deadlines = new TreeMap<>();
        reading.division().targets().forEach(target -> {
            if (target.deadline() != null) {
                deadlines.merge(target.deadline(), 1, Integer::sum);
            }
        });
        int first = phases.stream().mapToInt(Phase::startYear).min().orElseThrow();
        int last = phases.stream().mapToInt(Phase::endYear).max().orElseThrow();
        List<TimelineChart.Date> dates = deadlines.entrySet().stream()
                .filter(entry -> first <= entry.getKey() && entry.getKey() <= last)
                .map(entry -> new TimelineChart.Date(
                        words.of("division.chart.deadline", String.valueOf(entry.getKey()), entry.getValue()),
                        entry.getKey() + 1.0))
                .toList();
        LocalDate today = reading.today();
        return new TimelineChart(
                new ChartText(
                        words.of("division.phases"),
                        "",
                        words.of("division.chart.plan-source"),
                        "",
                        words.of(
                                "division.chart.phases-words",
                                phases.stream()
                                        .map(phase -> phase.name().in(words.locale()) + " " + span(phase))
                                        .collect(Collectors.joining(words.of("list.separator"))))),
                phases.stream()
                        .map(phase -> new TimelineChart.Phase(
                                phase.name().in(words.locale()), span(phase), phase.startYear(), phase.endYear() + 1.0))
                        .toList(),
                dates,
                new TimelineChart.Date(
                        words.of("division.chart.today", today.toString()),
                        today.getYear() + (today.getDayOfYear() - 1.0) / today.lengthOfYear()));
    }

    static String span(Phase phase) {
        return phase.startYear() == phase.endYear()
                ? String.valueOf(phase.startYear())
                : phase.startYear() + "–" + phase.endYear();
    }
}
