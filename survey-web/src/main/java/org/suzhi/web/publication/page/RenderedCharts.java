package org.suzhi.web.publication.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.analysis.chart.ChartPng;
import org.suzhi.analysis.chart.ChartSvg;
import org.suzhi.web.publication.PublishedSeries;

/** Charts as text or bytes, drawn once for each published series and language. */
@Component
class RenderedCharts {
    /** CSS pixels on a desk, and in downloads. */
    static final int WIDE = 820;
    /** CSS pixels on a phone. */
    static final int NARROW = 350;

    private static final int DOWNLOAD = 960;

    private record Key(Topic topic, String language, String form) {}

    private record Drawn(PublishedSeries series, Map<Key, byte[]> images) {}

    private final AtomicReference<Drawn> drawn = new AtomicReference<>();

    String inline(SeriesReading reading, Topic topic, Texts texts, int width) {
        byte[] svg = image(
                reading,
                topic,
                texts,
                "inline" + width,
                chart -> ChartSvg.inline(chart, width, topic.slug() + width).getBytes(StandardCharsets.UTF_8));
        return new String(svg, StandardCharsets.UTF_8);
    }

    byte[] svg(SeriesReading reading, Topic topic, Texts texts) {
        return image(
                reading,
                topic,
                texts,
                "svg",
                chart -> ChartSvg.standalone(chart, DOWNLOAD).getBytes(StandardCharsets.UTF_8));
    }

    byte[] png(SeriesReading reading, Topic topic, Texts texts) {
        return image(reading, topic, texts, "png", chart -> ChartPng.of(chart, DOWNLOAD, 2));
    }

    private byte[] image(
            SeriesReading reading, Topic topic, Texts texts, String form, Function<Chart, byte[]> rendering) {
        return drawnOf(reading.series())
                .images()
                .computeIfAbsent(
                        new Key(topic, texts.language(), form),
                        key -> rendering.apply(new SeriesCharts(reading, texts).chart(topic)));
    }

    /** Forgets the charts of an earlier series. */
    private Drawn drawnOf(PublishedSeries series) {
        return drawn.updateAndGet(
                old -> old != null && old.series().equals(series) ? old : new Drawn(series, new ConcurrentHashMap<>()));
    }
}
