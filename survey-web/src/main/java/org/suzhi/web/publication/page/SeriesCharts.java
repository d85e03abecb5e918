package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.IntervalChart;
import org.suzhi.analysis.chart.PanelsChart;
import org.suzhi.analysis.chart.ReferenceLine;
import org.suzhi.analysis.chart.TrendChart;
import org.suzhi.analysis.indicator.Trend;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.SeriesProgress;

/** The charts of a series, with their words. */
public record SeriesCharts(SeriesReading reading, Texts texts) {
    public Chart chart(Topic topic) {
        return switch (topic) {
            case TREND -> trend();
            case OUTLOOK -> outlook();
            case GROUP_TRENDS -> panels(topic);
            case GROUPS, TOWNS, BREAKDOWN -> intervals(topic);
        };
    }

    private TrendChart trend() {
        return new TrendChart(
                text(Topic.TREND, "source.trend", trendInWords()),
                reading.group() == null ? whole() : line(headlineName(), reading::headline),
                target(),
                reading.series().target().deadline(),
                reading.group() == null
                        ? national()
                        : Stream.concat(Stream.of(whole()), national().stream()).toList(),
                reading.group() == null ? projection(reading.series().target().deadline()) : List.of());
    }

    /** The whole population's rate, and where it leads beyond the deadline. */
    private TrendChart outlook() {
        return new TrendChart(
                text(Topic.OUTLOOK, "source.trend", outlookInWords()),
                whole(),
                target(),
                reading.series().target().deadline(),
                List.of(),
                projection(Collections.max(SeriesProgress.LATER)));
    }

    private PanelsChart panels(Topic topic) {
        List<PanelsChart.Panel> panels = SeriesReading.figures(reading.newest(), topic).stream()
                .map(newest -> new PanelsChart.Panel(
                        line(
                                texts.level(newest.dimension(), newest.level()),
                                wave -> SeriesReading.shown(wave, newest.dimension(), newest.level())),
                        newest.publishable() ? "n=" + Texts.count(newest.n()) : texts.of("chart.suppressed.short")))
                .toList();
        return new PanelsChart(text(topic, "source.domains", panelsInWords(topic)), panels, whole(), target());
    }

    private TrendChart.Series whole() {
        return line(texts.of("chart.whole"), PublishedWave::overall);
    }

    /** A figure over the waves; one that is not shown is left out, and the line broken. */
    private TrendChart.Series line(String label, Function<PublishedWave, Figure> figure) {
        List<TrendChart.Point> points = new ArrayList<>();
        List<TrendChart.Break> breaks = new ArrayList<>();
        boolean left = false;
        for (PublishedWave wave : reading.series().waves()) {
            Figure rate = figure.apply(wave);
            if (!rate.publishable()) {
                left = true;
                continue;
            }
            if (left) {
                breaks.add(new TrendChart.Break(wave.year(), ""));
            }
            points.add(point(wave.year(), rate));
            left = false;
        }
        return new TrendChart.Series(label, points, breaks);
    }

    private List<TrendChart.Series> national() {
        List<TrendChart.Point> points = reading.series().national().stream()
                .map(point -> TrendChart.Point.exact(point.year(), point.percent() / 100))
                .toList();
        return points.isEmpty() ? List.of() : List.of(new TrendChart.Series(texts.of("chart.national"), points));
    }

    /** The fan from the newest wave on; empty where the waves give no trend or the year is not ahead of them. */
    private List<TrendChart.Point> projection(int to) {
        int from = reading.newest().year();
        return reading.progress().logit().stream()
                .filter(trend -> to > from)
                .flatMap(trend -> IntStream.rangeClosed(from, to).mapToObj(year -> {
                    Trend.Estimated rate = trend.at(year);
                    return new TrendChart.Point(year, rate.value(), rate.lower(), rate.upper());
                }))
                .toList();
    }

    private IntervalChart intervals(Topic topic) {
        List<IntervalChart.Row> rows = new ArrayList<>();
        String dimension = "";
        for (Figure figure : SeriesReading.figures(reading.newest(), topic)) {
            if (topic.dimensions().size() > 1 && !figure.dimension().equals(dimension)) {
                rows.add(new IntervalChart.Heading(texts.of("dimension." + figure.dimension())));
            }
            dimension = figure.dimension();
            rows.add(row(figure));
        }
        double whole = reading.newest().overall().estimate();
        return new IntervalChart(
                text(topic, "source.domains", intervalsInWords(topic)),
                rows,
                new ReferenceLine(texts.of("chart.whole") + " " + Texts.percent(whole), whole),
                target());
    }

    private IntervalChart.Row row(Figure figure) {
        String label = texts.level(figure.dimension(), figure.level());
        return figure.publishable()
                ? new IntervalChart.Rate(
                        label,
                        figure.estimate(),
                        Double.isNaN(figure.lower()) ? figure.estimate() : figure.lower(),
                        Double.isNaN(figure.upper()) ? figure.estimate() : figure.upper(),
                        "n=" + Texts.count(figure.n()))
                : new IntervalChart.Suppressed(label, texts.of("chart.suppressed"));
    }

    /** A rate of 0 or 1 has no interval by linearization: it is drawn as a point. */
    private static TrendChart.Point point(int year, Figure rate) {
        return Double.isNaN(rate.lower())
                ? TrendChart.Point.exact(year, rate.estimate())
                : new TrendChart.Point(year, rate.estimate(), rate.lower(), rate.upper());
    }

    private String headlineName() {
        String group = reading.group();
        return group == null ? texts.of("chart.whole") : texts.level("group", group);
    }

    private ReferenceLine target() {
        double value = reading.series().target().value();
        return new ReferenceLine(
                texts.of("chart.target", reading.series().target().operator() + Texts.shortPercent(value)), value);
    }

    private ChartText text(Topic topic, String sourceKey, String description) {
        PublishedWave newest = reading.newest();
        String year = Integer.toString(newest.year());
        return new ChartText(
                topic == Topic.TREND && reading.group() != null
                        ? texts.of("topic.trend.chart.group", headlineName())
                        : texts.of("topic." + topic.slug() + ".chart", year),
                texts.of("topic." + topic.slug() + ".reading"),
                texts.of(
                        sourceKey,
                        reading.series().survey().name(texts.locale()),
                        year,
                        Texts.count(
                                topic == Topic.TREND
                                        ? reading.headline(newest).n()
                                        : newest.overall().n())),
                reading.series().synthetic() ? texts.of("synthetic.mark") : "",
                description);
    }

    private String trendInWords() {
        String waves = reading.series().waves().stream()
                .map(wave -> inWords(Integer.toString(wave.year()), reading.headline(wave)))
                .collect(Collectors.joining(texts.of("list.separator")));
        String national = reading.series().national().stream()
                .filter(point -> point.year() >= reading.first().year())
                .map(point ->
                        texts.of("alt.value", Integer.toString(point.year()), Texts.percent(point.percent() / 100)))
                .collect(Collectors.joining(texts.of("list.separator")));
        String own = texts.of("alt.trend", waves, target().label());
        return national.isEmpty() ? own : own + texts.of("alt.national", national);
    }

    private String outlookInWords() {
        String years = projection(Collections.max(SeriesProgress.LATER)).stream()
                .filter(p -> p.year() > reading.newest().year())
                .filter(p ->
                        p.year() == reading.series().target().deadline() || SeriesProgress.LATER.contains(p.year()))
                .map(p -> texts.of(
                        "alt.rate",
                        Integer.toString(p.year()),
                        Texts.percent(p.estimate()),
                        texts.interval(p.lower(), p.upper())))
                .collect(Collectors.joining(texts.of("list.separator")));
        return texts.of("alt.outlook", years, target().label());
    }

    private String panelsInWords(Topic topic) {
        String panels = SeriesReading.figures(reading.newest(), topic).stream()
                .map(newest -> texts.of(
                        "alt.panel",
                        texts.level(newest.dimension(), newest.level()),
                        reading.series().waves().stream()
                                .map(wave -> SeriesReading.figure(wave, newest.dimension(), newest.level())
                                        .map(figure -> inWords(Integer.toString(wave.year()), figure))
                                        .orElse(texts.of("alt.missing", Integer.toString(wave.year()))))
                                .collect(Collectors.joining(texts.of("list.comma")))))
                .collect(Collectors.joining(texts.of("list.separator")));
        return texts.of("alt.panels", panels, target().label());
    }

    private String intervalsInWords(Topic topic) {
        String rows = SeriesReading.figures(reading.newest(), topic).stream()
                .map(figure -> inWords(texts.level(figure.dimension(), figure.level()), figure))
                .collect(Collectors.joining(texts.of("list.separator")));
        return texts.of(
                "alt.intervals", rows, Texts.percent(reading.newest().overall().estimate()), target().label());
    }

    private String inWords(String name, Figure figure) {
        return figure.publishable()
                ? texts.of(
                        "alt.rate",
                        name,
                        Texts.percent(figure.estimate()),
                        texts.interval(figure.lower(), figure.upper()))
                : texts.of("alt.suppressed", name);
    }
}
