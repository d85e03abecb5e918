package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A chart that can be drawn at any width; sizes are CSS pixels. */
public sealed interface Chart
        permits TrendChart,
                PanelsChart,
                IntervalChart,
                ContributionChart,
                TimelineChart,
                HistogramChart,
                SizeChart,
                PrecisionChart {
    ChartText text();

    /** Height that the chart's own area, without words around it, needs at a width. */
    int plotHeight(int width);

    /** Draws the chart's own area, without the words around it. */
    void draw(Graphics2D g, Rectangle2D area);

    /**
     * The chart in pieces of one scale, each no higher than a page has room for; itself where it fits.
     *
     * @param height that the chart's own area may have at {@code width}
     */
    default List<Chart> pieces(int width, int height) {
        return List.of(this);
    }
}
