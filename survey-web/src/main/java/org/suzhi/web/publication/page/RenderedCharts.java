package org.suzhi.web.publication.page;

import org.suzhi.analysis.chart.ChartPng;
import org.suzhi.analysis.chart.ChartSvg;

/** The charts of a reading as text or bytes. */
record RenderedCharts(SeriesReading reading, Texts texts) {
    /** CSS pixels on a desk, and in downloads. */
    static final int WIDE = 820;
    /** CSS pixels on a phone. */
    static final int NARROW = 350;

    private static final int DOWNLOAD = 960;

    /** For the page, at both widths. */
    DashboardPage.Drawing drawing(Topic topic) {
        var chart = new SeriesCharts(reading, texts).chart(topic);
        return new DashboardPage.Drawing(
                ChartSvg.inline(chart, WIDE, topic.slug() + WIDE),
                ChartSvg.inline(chart, NARROW, topic.slug() + NARROW),
                new SeriesTables(reading, texts).table(topic));
    }

    String svg(Topic topic) {
        return ChartSvg.standalone(new SeriesCharts(reading, texts).chart(topic), DOWNLOAD);
    }

    byte[] png(Topic topic) {
        return ChartPng.of(new SeriesCharts(reading, texts).chart(topic), DOWNLOAD, 2);
    }
}
