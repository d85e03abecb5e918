package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.IntervalChart;
import org.suzhi.analysis.chart.ReferenceLine;
import org.suzhi.analysis.chart.TrendChart;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedWave;

/** The charts of a series, with their words. */
public record SeriesCharts(SeriesReading reading, Texts texts) {
    public Chart chart(Topic topic) {
        return topic == Topic.TREND ? trend() : intervals(topic);
    }

    private TrendChart trend() {
        List<TrendChart.Point> waves =
                reading.series().waves().stream().map(SeriesCharts::point).toList();
        List<TrendChart.Point> national = reading.series().national().stream()
                .map(point -> TrendChart.Point.exact(point.year(), point.percent() / 100))
                .toList();
        return new TrendChart(
                text(Topic.TREND, "source.trend", trendInWords()),
                new TrendChart.Series(texts.of("chart.whole"), waves),
                target(),
                reading.series().target().deadline(),
                national.isEmpty() ? List.of() : List.of(new TrendChart.Series(texts.of("chart.national"), national)));
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
                        label, figure.estimate(), figure.lower(), figure.upper(), "n=" + Texts.count(figure.n()))
                : new IntervalChart.Suppressed(label, texts.of("chart.suppressed"));
    }

    private static TrendChart.Point point(PublishedWave wave) {
        Figure rate = wave.overall();
        return new TrendChart.Point(wave.year(), rate.estimate(), rate.lower(), rate.upper());
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
                texts.of("topic." + topic.slug() + ".chart", year),
                texts.of("topic." + topic.slug() + ".reading"),
                texts.of(
                        sourceKey,
                        reading.series().survey().name(texts.locale()),
                        year,
                        Texts.count(newest.overall().n())),
                reading.series().synthetic() ? texts.of("synthetic.mark") : "",
                description);
    }

    private String trendInWords() {
        String waves = reading.series().waves().stream()
                .map(wave -> inWords(Integer.toString(wave.year()), wave.overall()))
                .collect(Collectors.joining(texts.of("list.separator")));
        String national = reading.series().national().stream()
                .filter(point -> point.year() >= reading.first().year())
                .map(point ->
                        texts.of("alt.value", Integer.toString(point.year()), Texts.percent(point.percent() / 100)))
                .collect(Collectors.joining(texts.of("list.separator")));
        String own = texts.of("alt.trend", waves, target().label());
        return national.isEmpty() ? own : own + texts.of("alt.national", national);
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
