package org.suzhi.web.workbench.page;

import org.suzhi.analysis.chart.Chart;
import org.suzhi.analysis.chart.ChartSvg;

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
}
