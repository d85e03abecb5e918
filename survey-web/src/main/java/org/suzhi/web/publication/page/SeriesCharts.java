package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.IntervalChart;
import org.suzhi.analysis.chart.PanelsChart;
import org.suzhi.analysis.chart.ReferenceLine;
import org.suzhi.analysis.chart.Scale;
import org.suzhi.analysis.chart.TrendChart;
import org.suzhi.analysis.indicator.Trend;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.SeriesProgress;
import org.suzhi.web.publication.Target;

/** The charts of a series, with their words. */
public record SeriesCharts(SeriesReading reading, Texts texts) {
    public Chart chart(Topic topic) {
        return switch (topic) {
            case TREND -> trend();
            case OUTLOOK -> outlook();
            case GROUP_TRENDS, LEVELS, PARTS -> panels(topic);
            case GROUPS, TOWNS, BREAKDOWN, ITEMS, CHOICES -> intervals(topic);
            case RESPONSE -> response();
        };
    }

    private TrendChart trend() {
        return new TrendChart(
                text(Topic.TREND, "source.trend", trendInWords()),
                reading.group() == null ? whole() : line(headlineName(), reading::headline),
                target(),
                reading.series().target().deadline(),
                reading.group() == null ? context().series() : List.of(whole()),
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
        boolean rates = topic == Topic.GROUP_TRENDS;
        return new PanelsChart(
                text(topic, "source.domains", panelsInWords(topic)),
                panels,
                rates ? whole() : null,
                rates ? target() : null);
    }

    /** Rates of cases, which have no sampling error. */
    private PanelsChart response() {
        List<PanelsChart.Panel> panels = new ArrayList<>();
        for (ResponseRates.Rate rate : ResponseRates.Rate.values()) {
            List<TrendChart.Point> points = ResponseRates.of(reading.series()).stream()
                    .filter(rates -> !Double.isNaN(rates.value(rate)))
                    .map(rates -> TrendChart.Point.exact(rates.year(), rates.value(rate)))
                    .toList();
            panels.add(new PanelsChart.Panel(
                    new TrendChart.Series(texts.of(rate.key()), points), texts.of(rate.key() + ".note")));
        }
        String words = ResponseRates.of(reading.series()).stream()
                .map(rates -> texts.of(
                        "alt.value",
                        Integer.toString(rates.year()),
                        Texts.number("0.0%", rates.value(ResponseRates.Rate.RR1))))
                .collect(Collectors.joining(texts.of("list.separator")));
        return new PanelsChart(
                text(Topic.RESPONSE, "source.response", texts.of("alt.response", words)), panels, null, null);
    }

    private TrendChart.Series whole() {
        return line(texts.of("chart.whole"), PublishedWave::overall);
    }

    /** A figure over the waves; one that is not shown is left out, and the line broken. */
    private TrendChart.Series line(String label, Function<PublishedWave, Figure> figure) {
        List<TrendChart.Point> points = new ArrayList<>();
        List<TrendChart.Break> breaks = new ArrayList<>();
        String criterion = reading.series().waves().get(0).criterion();
        boolean left = false;
        for (PublishedWave wave : reading.series().waves()) {
            Figure rate = figure.apply(wave);
            boolean other = !wave.criterion().equals(criterion);
            if (rate.publishable()) {
                if (other || left) {
                    breaks.add(new TrendChart.Break(wave.year(), other ? texts.of("chart.criterion") : ""));
                }
                points.add(point(wave.year(), rate));
                criterion = wave.criterion();
            }
            left = !rate.publishable();
        }
        return new TrendChart.Series(label, points, breaks);
    }

    private ContextWords context() {
        return new ContextWords(reading.context(), texts);
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
        boolean domains = Topic.DOMAINS.contains(topic);
        References references = References.of(reading.series(), texts);
        List<IntervalChart.Row> rows = new ArrayList<>();
        String dimension = "";
        for (Figure figure : SeriesReading.figures(reading.newest(), topic)) {
            boolean several = topic == Topic.CHOICES || topic.dimensions().size() > 1;
            if (several && !figure.dimension().equals(dimension)) {
                rows.add(new IntervalChart.Heading(texts.dimension(figure.dimension())));
            }
            dimension = figure.dimension();
            rows.add(row(figure, domains, topic == Topic.ITEMS ? references.values(figure.level()) : List.of()));
        }
        double whole = reading.newest().overall().estimate();
        return new IntervalChart(
                text(topic, topic == Topic.ITEMS ? "source.items" : "source.domains", intervalsInWords(topic)),
                Scale.RATE,
                rows,
                domains ? new ReferenceLine(texts.of("chart.whole") + " " + Texts.percent(whole), whole) : null,
                domains ? target() : null,
                topic == Topic.ITEMS ? references.names() : List.of());
    }

    private IntervalChart.Row row(Figure figure, boolean domain, List<Double> others) {
        String label = texts.level(figure.dimension(), figure.level());
        return figure.publishable()
                ? new IntervalChart.Rate(
                        label,
                        figure.estimate(),
                        lower(figure),
                        upper(figure),
                        domain ? "n=" + Texts.count(figure.n()) : "",
                        others)
                : new IntervalChart.Suppressed(label, texts.of("chart.suppressed"));
    }

    /** A rate of 0 or 1 has no interval by linearization: it is drawn as a point. A mean's may leave the scale. */
    private static double lower(Figure figure) {
        return Double.isNaN(figure.lower()) ? figure.estimate() : Math.max(0, figure.lower());
    }

    private static double upper(Figure figure) {
        return Double.isNaN(figure.upper()) ? figure.estimate() : Math.min(1, figure.upper());
    }

    private static TrendChart.Point point(int year, Figure rate) {
        return new TrendChart.Point(year, rate.estimate(), lower(rate), upper(rate));
    }

    private String headlineName() {
        String group = reading.group();
        return group == null ? texts.of("chart.whole") : texts.level("group", group);
    }

    private ReferenceLine target() {
        Target target = reading.series().target();
        return new ReferenceLine(texts.of("chart.target", target.brief()), target.value());
    }

    private ChartText text(Topic topic, String sourceKey, String description) {
        PublishedWave newest = reading.newest();
        String year = Integer.toString(newest.year());
        return new ChartText(
                topic == Topic.TREND && reading.group() != null
                        ? texts.of("topic.trend.chart.group", headlineName())
                        : texts.of("topic." + topic.slug() + ".chart", year),
                reading.howToRead(topic, texts),
                texts.of(
                                sourceKey,
                                reading.series().survey().name(texts.locale()),
                                year,
                                Texts.count(
                                        topic == Topic.TREND
                                                ? reading.headline(newest).n()
                                                : newest.overall().n()))
                        + elsewhere(topic),
                reading.series().synthetic() ? texts.of("synthetic.mark") : "",
                description);
    }

    /** Whose figures are drawn beside ours, and where their sources are told. */
    private String elsewhere(Topic topic) {
        boolean others = topic == Topic.TREND
                ? !reading.context().isEmpty()
                : topic == Topic.ITEMS
                        && !References.of(reading.series(), texts).surveys().isEmpty();
        return others ? texts.of("source.elsewhere") : "";
    }

    private String trendInWords() {
        String waves = reading.series().waves().stream()
                .map(wave -> inWords(Integer.toString(wave.year()), reading.headline(wave)))
                .collect(Collectors.joining(texts.of("list.separator")));
        return texts.of("alt.trend", waves, target().label()) + context().told();
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
        return topic == Topic.GROUP_TRENDS
                ? texts.of("alt.panels", panels, target().label())
                : texts.of("alt.panels.plain", panels);
    }

    private String intervalsInWords(Topic topic) {
        String rows = SeriesReading.figures(reading.newest(), topic).stream()
                .map(figure -> inWords(texts.level(figure.dimension(), figure.level()), figure))
                .collect(Collectors.joining(texts.of("list.separator")));
        if (!Topic.DOMAINS.contains(topic)) {
            return texts.of("alt.shares", rows);
        }
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
