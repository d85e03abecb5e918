package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How numbers were distributed before and after something was done to them: after as bars, before as an outline.
 *
 * @param binWidth width of a bin; the first begins at 0
 * @param before what came before
 * @param after what came of it, in the same bins
 * @param axis what the numbers are
 */
public record HistogramChart(ChartText text, double binWidth, Series before, Series after, String axis)
        implements Chart {
    /** Counts by bin with the name of the line. */
    public record Series(String label, List<Integer> counts) {
        public Series {
            counts = List.copyOf(counts);
        }

        private double share(int bin) {
            int all = counts.stream().mapToInt(Integer::intValue).sum();
            return all == 0 ? 0 : (double) counts.get(bin) / all;
        }

        private double most() {
            double most = 0;
            for (int b = 0; b < counts.size(); b++) {
                most = Math.max(most, share(b));
            }
            return most;
        }
    }

    private static final int HEAD = 26;
    private static final int FOOT = 18;

    public HistogramChart {
        if (before.counts().isEmpty()
                || before.counts().size() != after.counts().size()) {
            throw new IllegalArgumentException("HistogramChart: got "
                    + before.counts().size() + " and " + after.counts().size()
                    + " bins, expected the same number of them, at least one");
        }
        if (!(binWidth > 0) || Double.isInfinite(binWidth)) {
            throw new IllegalArgumentException(
                    "HistogramChart.binWidth: got " + binWidth + ", expected a finite number above 0");
        }
    }

    @Override
    public int plotHeight(int width) {
        return HEAD + (width < 560 ? 170 : 210) + FOOT;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        ValueAxis numbers = Scale.NUMBER.axis(0, binWidth * before.counts().size());
        NumberAxis shares = Rates.axis(Math.max(before.most(), after.most()) * 1.02);
        XYPlot plot = new XYPlot(new XYSeriesCollection(), numbers, shares, null);
        Theme.clear(plot);
        plot.setRangeGridlinesVisible(true);
        plot.setInsets(new RectangleInsets(HEAD, 0, FOOT, 14));
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        PlotRenderingInfo info = new PlotRenderingInfo(null);
        plot.draw(g, (Rectangle2D) area.clone(), null, null, info);
        Rectangle2D data = info.getDataArea();
        g.setPaint(Theme.INTERVAL);
        for (int b = 0; b < after.counts().size(); b++) {
            double left = x(numbers, data, b);
            double top = y(shares, data, after.share(b));
            g.fill(new Rectangle2D.Double(
                    left, top, Math.max(0.5, x(numbers, data, b + 1) - left - 1), data.getMaxY() - top));
        }
        g.setPaint(Theme.INK);
        g.setStroke(Theme.solid(1.4f));
        g.draw(outline(numbers, shares, data));
        g.setPaint(Theme.CONTEXT);
        g.setStroke(Theme.HAIR);
        g.draw(new Line2D.Double(data.getX(), data.getMaxY(), data.getMaxX(), data.getMaxY()));
        legend(g, area);
        new Label(axis, Theme.regular(12), Theme.MUTED).draw(g, data.getMaxX(), area.getMaxY() - 2, Label.Anchor.END);
    }

    private Path2D outline(ValueAxis numbers, NumberAxis shares, Rectangle2D data) {
        Path2D line = new Path2D.Double();
        line.moveTo(x(numbers, data, 0), data.getMaxY());
        for (int b = 0; b < before.counts().size(); b++) {
            double y = y(shares, data, before.share(b));
            line.lineTo(x(numbers, data, b), y);
            line.lineTo(x(numbers, data, b + 1), y);
        }
        line.lineTo(x(numbers, data, before.counts().size()), data.getMaxY());
        return line;
    }

    private double x(ValueAxis numbers, Rectangle2D data, int bin) {
        return numbers.valueToJava2D(bin * binWidth, data, RectangleEdge.BOTTOM);
    }

    private static double y(NumberAxis shares, Rectangle2D data, double share) {
        return shares.valueToJava2D(share, data, RectangleEdge.LEFT);
    }

    private void legend(Graphics2D g, Rectangle2D area) {
        double y = area.getY() + 8;
        g.setPaint(Theme.INK);
        g.setStroke(Theme.solid(1.4f));
        g.draw(new Rectangle2D.Double(area.getX() + 1, y - 5, 14, 10));
        Label first = new Label(before.label(), Theme.regular(12), Theme.INK);
        first.drawCentred(g, area.getX() + 21, y, Label.Anchor.START);
        double second = area.getX() + 21 + first.width() + 22;
        g.setPaint(Theme.INTERVAL);
        g.fill(new Rectangle2D.Double(second, y - 5, 15, 10));
        new Label(after.label(), Theme.regular(12), Theme.INK).drawCentred(g, second + 21, y, Label.Anchor.START);
    }
}
