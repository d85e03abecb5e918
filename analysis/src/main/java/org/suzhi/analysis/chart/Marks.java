package org.suzhi.analysis.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.renderer.xy.XYErrorRenderer;

/** How estimates, intervals and context are drawn: dots, bars with blunt ends at the very bounds, lines. */
final class Marks {
    private Marks() {}

    static XYErrorRenderer estimateLines(int lines) {
        XYErrorRenderer renderer = line();
        for (int i = 0; i < lines; i++) {
            renderer.setSeriesPaint(i, Theme.ESTIMATE);
            renderer.setSeriesStroke(i, Theme.solid(2.4f));
            renderer.setSeriesShape(i, dot(9));
        }
        return renderer;
    }

    static XYErrorRenderer intervalBars() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDefaultShapesVisible(false);
        renderer.setDrawXError(false);
        renderer.setCapLength(0);
        renderer.setErrorPaint(Theme.INTERVAL);
        renderer.setErrorStroke(bar(5));
        return renderer;
    }

    /** @param marks of each piece of a line */
    static XYErrorRenderer contextLines(List<ContextMark> marks) {
        XYErrorRenderer renderer = line();
        for (int i = 0; i < marks.size(); i++) {
            renderer.setSeriesPaint(i, marks.get(i).line());
            renderer.setSeriesStroke(i, marks.get(i).stroke());
            renderer.setSeriesShape(i, marks.get(i).shape());
        }
        return renderer;
    }

    static XYErrorRenderer dashedLine() {
        XYErrorRenderer renderer = line();
        renderer.setDefaultShapesVisible(false);
        renderer.setSeriesPaint(0, Theme.ESTIMATE);
        renderer.setSeriesStroke(0, Theme.DASHED);
        return renderer;
    }

    private static XYErrorRenderer line() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDefaultLinesVisible(true);
        renderer.setDrawXError(false);
        renderer.setDrawYError(false);
        return renderer;
    }

    /** Series 0 is filled, series 1 hollow. */
    static XYErrorRenderer dots() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setCapLength(0);
        renderer.setErrorPaint(Theme.INTERVAL);
        renderer.setErrorStroke(bar(4));
        renderer.setUseFillPaint(true);
        renderer.setDrawOutlines(true);
        renderer.setUseOutlinePaint(true);
        for (int series = 0; series < 2; series++) {
            renderer.setSeriesShape(series, dot(9));
            renderer.setSeriesFillPaint(series, series == 0 ? Theme.ESTIMATE : Theme.PAPER);
            renderer.setSeriesOutlinePaint(series, Theme.ESTIMATE);
            renderer.setSeriesOutlineStroke(series, Theme.solid(2));
        }
        return renderer;
    }

    private static Stroke bar(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }

    static Shape dot(double diameter) {
        return new Ellipse2D.Double(-diameter / 2, -diameter / 2, diameter, diameter);
    }
}
