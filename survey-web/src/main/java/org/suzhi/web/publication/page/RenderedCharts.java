package org.suzhi.web.publication.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.analysis.chart.ChartPng;
import org.suzhi.analysis.chart.ChartSvg;

/**
 * Charts as text or bytes. Those for pages are kept by what they show, so that a series published anew, of which few figures
 * have changed, has few charts to draw.
 */
@Component
class RenderedCharts {
    /** CSS pixels on a desk, and in downloads. */
    static final int WIDE = 820;
    /** CSS pixels on a phone. */
    static final int NARROW = 350;

    /** CSS pixels that a chart {@link #WIDE} wide may be high on an A4 page, with a heading above and its source below. */
    private static final int SHEET = 900;

    /** CSS pixels that a chart {@link #WIDE} wide may be high on a wall screen, to be read from afar. */
    private static final int WALL = 520;

    private static final int DOWNLOAD = 960;
    /** A few views in two languages; a chart takes 10 to 60 KiB. */
    private static final int MOST = 300;

    /** How a chart becomes text, see {@link ChartSvg#inline}. */
    private interface Inline {
        String draw(Chart chart, int width, String id);
    }

    private record Key(Chart chart, int width, String id) {}

    private final Map<Key, String> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > MOST;
        }
    };

    /** For the page. */
    DashboardPage.Drawing drawing(SeriesReading reading, Texts texts, Topic topic) {
        return drawing(
                new SeriesCharts(reading, texts).chart(topic),
                topic.slug(),
                new SeriesTables(reading, texts).table(topic),
                this::inline);
    }

    /** For a wall screen, one panel each. */
    List<String> panels(SeriesReading reading, Texts texts, Topic topic) {
        return inline(
                new SeriesCharts(reading, texts).chart(topic).pieces(WIDE, WALL), topic.slug() + "-wall", this::inline);
    }

    /** At both widths, and in pieces for paper where it is too long for a page; nothing of it is kept. */
    static DashboardPage.Drawing drawing(Chart chart, String slug, Table table) {
        return drawing(chart, slug, table, ChartSvg::inline);
    }

    private static DashboardPage.Drawing drawing(Chart chart, String slug, Table table, Inline inline) {
        List<Chart> pieces = chart.pieces(WIDE, SHEET);
        return DashboardPage.Drawing.of(
                inline.draw(chart, WIDE, slug + WIDE),
                inline.draw(chart, NARROW, slug + NARROW),
                pieces.size() == 1 ? List.of() : inline(pieces, slug + "-sheet", inline),
                table);
    }

    private static List<String> inline(List<Chart> pieces, String id, Inline inline) {
        return IntStream.range(0, pieces.size())
                .mapToObj(i -> inline.draw(pieces.get(i), WIDE, id + i))
                .toList();
    }

    private String inline(Chart chart, int width, String id) {
        Key key = new Key(chart, width, id);
        synchronized (kept) {
            String there = kept.get(key);
            if (there != null) {
                return there;
            }
        }
        String made = ChartSvg.inline(chart, width, id);
        synchronized (kept) {
            kept.put(key, made);
        }
        return made;
    }

    static String svg(SeriesReading reading, Texts texts, Topic topic) {
        return ChartSvg.standalone(new SeriesCharts(reading, texts).chart(topic), DOWNLOAD);
    }

    static byte[] png(SeriesReading reading, Texts texts, Topic topic) {
        return ChartPng.of(new SeriesCharts(reading, texts).chart(topic), DOWNLOAD, 2);
    }
}
