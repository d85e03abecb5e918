package org.suzhi.web.publication.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.indicator.Progress;
import org.suzhi.web.publication.ContextLine;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.SeriesProgress;

/**
 * How a series with at least one wave is read by charts, tables and sentences alike.
 *
 * @param group code of the priority group that the headline and the trend are about; null for the whole population
 */
public record SeriesReading(
        PublishedSeries series, @Nullable String group) {
    /** The whole population's. */
    public SeriesReading(PublishedSeries series) {
        this(series, null);
    }

    /** The rate of a wave that headline and trend are about: the whole population's, or the group's. */
    public Figure headline(PublishedWave wave) {
        return group == null ? wave.overall() : shown(wave, "group", group);
    }

    /** A figure of a wave by its dimension and level; where the wave has none, one that is not published. */
    static Figure shown(PublishedWave wave, String dimension, String level) {
        return figure(wave, dimension, level).orElseGet(() -> withheld(dimension, level));
    }

    /** A figure of a wave by its dimension and level. */
    public static Optional<Figure> figure(PublishedWave wave, String dimension, String level) {
        return all(wave)
                .filter(f -> f.dimension().equals(dimension) && f.level().equals(level))
                .findFirst();
    }

    private static Figure withheld(String dimension, String level) {
        double none = Double.NaN;
        return new Figure(dimension, level, 0, none, none, none, none, none, none, none, false);
    }

    /** Where the series leads; only of the whole population, for which the target is. */
    public Progress progress() {
        return SeriesProgress.of(series);
    }

    /** The lines beside the trend of the whole population, in the years that it is drawn for. */
    public List<ContextLine> context() {
        int from = series.waves().get(0).year();
        int to = Math.max(newest().year(), series.target().deadline());
        int first = from == to ? from - 1 : from;
        return group != null
                ? List.of()
                : series.context().stream()
                        .map(line -> line.within(first, to))
                        .filter(line -> !line.points().isEmpty())
                        .toList();
    }

    /** How a topic's chart is to be read. */
    String howToRead(Topic topic, Texts texts) {
        String reading = "topic." + topic.slug() + ".reading";
        if (topic != Topic.TREND) {
            return texts.of(reading);
        }
        if (group != null) {
            return texts.of(reading + ".group");
        }
        boolean hollow = context().stream()
                .flatMap(line -> line.points().stream())
                .anyMatch(point -> point.status() != ContextLine.Status.PUBLISHED);
        return texts.of(reading)
                + (context().isEmpty() ? "" : texts.of(reading + ".context"))
                + (hollow ? texts.of(reading + ".hollow") : "");
    }

    public PublishedWave newest() {
        return series.waves().get(series.waves().size() - 1);
    }

    /** The waves that can be compared with the newest: those of the same criterion. */
    public List<PublishedWave> comparable() {
        return series.waves().stream()
                .filter(wave -> wave.criterion().equals(newest().criterion()))
                .toList();
    }

    /** The oldest wave that the newest can be compared with; it may be the newest itself. */
    public PublishedWave first() {
        return comparable().get(0);
    }

    /** The wave before the newest that can be compared with it; where there is none, the newest itself. */
    public PublishedWave previous() {
        return comparable().get(Math.max(0, comparable().size() - 2));
    }

    /** A published headline rate and the year of its wave. */
    record Dated(int year, Figure rate) {}

    /** The published headline rates that can be compared, the oldest first. */
    List<Dated> headlines() {
        return comparable().stream()
                .filter(wave -> headline(wave).publishable())
                .map(wave -> new Dated(wave.year(), headline(wave)))
                .toList();
    }

    /** Whether there is nothing to compare the newest wave with. */
    public boolean oneWave() {
        return comparable().size() == 1;
    }

    public boolean has(Topic topic) {
        return switch (topic) {
            case TREND ->
                series.waves().stream().anyMatch(wave -> headline(wave).publishable());
            case OUTLOOK -> group == null && progress().logit().isPresent();
            case RESPONSE ->
                series.waves().stream().anyMatch(wave -> !wave.outcomes().isEmpty());
            case GROUP_TRENDS ->
                series.waves().size() > 1 && !figures(newest(), topic).isEmpty();
            default -> !figures(newest(), topic).isEmpty();
        };
    }

    /** A topic's figures in the order in which they are shown; those not published come last where rates give the order. */
    public static List<Figure> figures(PublishedWave wave, Topic topic) {
        return dimensions(wave, topic)
                .flatMap(dimension -> {
                    Stream<Figure> figures =
                            all(wave).filter(figure -> figure.dimension().equals(dimension));
                    return topic.sortedByRate()
                            ? figures.sorted(Comparator.comparing((Figure figure) -> !figure.publishable())
                                    .thenComparing(figure -> figure.publishable() ? -figure.estimate() : 0))
                            : figures;
                })
                .toList();
    }

    private static Stream<Figure> all(PublishedWave wave) {
        return Stream.concat(wave.figures().stream(), wave.measures().stream());
    }

    private static Stream<String> dimensions(PublishedWave wave, Topic topic) {
        return topic == Topic.CHOICES
                ? wave.measures().stream()
                        .map(Figure::dimension)
                        .filter(dimension -> dimension.startsWith("choice."))
                        .distinct()
                : topic.dimensions().stream();
    }
}
