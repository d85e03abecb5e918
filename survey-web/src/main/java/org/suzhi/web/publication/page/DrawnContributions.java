package org.suzhi.web.publication.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.analysis.chart.ChartSvg;
import org.suzhi.web.publication.PublishedSeries;

/** Charts of contributions, drawn once for each published series, pair of waves and language. */
@Component
class DrawnContributions {
    private record Key(String waves, String slug, String language, int width) {}

    private record Drawn(PublishedSeries series, Map<Key, String> images) {}

    private final AtomicReference<Drawn> drawn = new AtomicReference<>();

    String inline(PublishedSeries series, String waves, String slug, Texts texts, int width, Supplier<Chart> chart) {
        return drawnOf(series)
                .images()
                .computeIfAbsent(
                        new Key(waves, slug, texts.language(), width),
                        key -> ChartSvg.inline(chart.get(), width, "c-" + slug + width));
    }

    /** Forgets the charts of an earlier series. */
    private Drawn drawnOf(PublishedSeries series) {
        return drawn.updateAndGet(
                old -> old != null && old.series().equals(series) ? old : new Drawn(series, new ConcurrentHashMap<>()));
    }
}
