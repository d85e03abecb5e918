package org.suzhi.web.publication.page;

import java.util.Comparator;
import java.util.List;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;

/** How a series with at least one wave is read by charts, tables and sentences alike. */
public record SeriesReading(PublishedSeries series) {
    public PublishedWave newest() {
        return series.waves().get(series.waves().size() - 1);
    }

    public PublishedWave first() {
        return series.waves().get(0);
    }

    /** The wave before the newest; of one wave, that wave. */
    public PublishedWave previous() {
        return series.waves().get(Math.max(0, series.waves().size() - 2));
    }

    public boolean oneWave() {
        return series.waves().size() == 1;
    }

    public boolean has(Topic topic) {
        return topic == Topic.TREND || !figures(newest(), topic).isEmpty();
    }

    /** A topic's figures in the order in which they are shown; those not published come last where rates give the order. */
    public static List<Figure> figures(PublishedWave wave, Topic topic) {
        List<Figure> figures = topic.dimensions().stream()
                .flatMap(dimension -> wave.figures().stream()
                        .filter(figure -> figure.dimension().equals(dimension)))
                .toList();
        if (!topic.sortedByRate()) {
            return figures;
        }
        return figures.stream()
                .sorted(Comparator.comparing((Figure figure) -> !figure.publishable())
                        .thenComparing(figure -> figure.publishable() ? -figure.estimate() : 0))
                .toList();
    }
}
