package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

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
}
