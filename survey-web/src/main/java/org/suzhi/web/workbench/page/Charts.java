package org.suzhi.web.workbench.page;

import java.util.List;
import java.util.stream.Collectors;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.analysis.chart.ChartSvg;
import org.suzhi.analysis.chart.IntervalChart;
import org.suzhi.web.workbench.Measure;

/** Charts as they stand in a page. */
final class Charts {
    /** CSS pixels on a desk. */
    private static final int WIDE = 820;
    /** CSS pixels on a phone. */
    private static final int NARROW = 350;

    private Charts() {}

    static ResultView.Drawn drawn(Chart chart, String id) {
        return new ResultView.Drawn(
                ChartSvg.inline(chart, WIDE, id + WIDE), ChartSvg.inline(chart, NARROW, id + NARROW));
    }

    /** A chart for those who cannot see it. */
    static String inWords(String title, List<IntervalChart.Row> rows, Measure measure) {
        return title + ": "
                + rows.stream()
                        .filter(IntervalChart.Rate.class::isInstance)
                        .map(IntervalChart.Rate.class::cast)
                        .map(rate -> rate.label() + " " + Numbers.estimate(rate.estimate(), measure.isRate()))
                        .collect(Collectors.joining("; "));
    }
}
