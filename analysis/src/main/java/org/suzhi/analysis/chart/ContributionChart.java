package org.suzhi.analysis.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * What each category adds to a change, one row each: two bars from zero, one for its rate and one for its share, and a dot
 * with the interval of both together, filled where that leaves out zero. All are differences of proportions.
 *
 * @param rows at least one
 * @param legend names of the rate's bar, the share's bar and the dot
 * @param alike rows that axis and columns have room for, so that pieces of one chart are alike; none of a chart by itself
 */
public record ContributionChart(ChartText text, List<Row> rows, Legend legend, List<Row> alike) implements Chart {
    /**
     * A category.
     *
     * @param total rate and composition together
     * @param lower lower bound of the total's interval
     * @param upper upper bound of the total's interval
     */
    public record Row(String label, double rate, double composition, double total, double lower, double upper) {
        private IntervalChart.Row dot() {
            return new IntervalChart.Rate(label, total, lower, upper, "");
        }
    }

    /** Names of the marks. */
    public record Legend(String rate, String composition, String total) {}

    private static final Scale SCALE = Scale.CHANGE;
    private static final int PHONE = 560;
    private static final int ROW_HEIGHT = 36;
    private static final int STACKED_ROW_HEIGHT = 52;
    private static final int BAR = 8;
    private static final int LEGEND_LINE = 20;
    private static final int BOTTOM = 24;

    public ContributionChart {
        rows = List.copyOf(rows);
        alike = List.copyOf(alike);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("ContributionChart.rows: got none, expected at least one");
        }
        for (Row row : rows) {
            SCALE.requireInterval("ContributionChart.Row " + row.label(), row.total(), row.lower(), row.upper());
            SCALE.require("ContributionChart.Row " + row.label() + ".rate", row.rate());
            SCALE.require("ContributionChart.Row " + row.label() + ".composition", row.composition());
        }
    }

    /** A chart by itself. */
    public ContributionChart(ChartText text, List<Row> rows, Legend legend) {
        this(text, rows, legend, List.of());
    }

    @Override
    public List<Chart> pieces(int width, int height) {
        return Pieces.of(
                this,
                plotHeight(width),
                height,
                rows,
                row -> false,
                (words, some) -> new ContributionChart(words, some, legend, rows));
    }

    private List<Row> measured() {
        return alike.isEmpty() ? rows : alike;
    }

    private List<IntervalChart.Row> dots() {
        return measured().stream().map(Row::dot).toList();
    }

    @Override
    public int plotHeight(int width) {
        return top(width) + rows.size() * rowHeight(width) + BOTTOM;
    }

    /** The legend stands in one line where there is room, else in three. */
    private static int top(double width) {
        return (width >= PHONE ? 1 : 3) * LEGEND_LINE + 8;
    }

    private Columns columns(double width) {
        return Columns.of(SCALE, dots(), width, width >= PHONE);
    }

    private int rowHeight(double width) {
        return columns(width).stacked() ? STACKED_ROW_HEIGHT : ROW_HEIGHT;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        double width = area.getWidth();
        Columns columns = columns(width);
        ValueAxis changes = SCALE.axis(extreme(false), extreme(true));
        NumberAxis order = new NumberAxis();
        order.setRange(-0.5, rows.size() - 0.5);
        order.setInverted(true);
        order.setVisible(false);
        XYPlot plot = new XYPlot(new XYIntervalSeriesCollection(), changes, order, Marks.dots());
        Theme.clear(plot);
        plot.setDomainGridlinesVisible(true);
        plot.setInsets(new RectangleInsets(top(width), columns.left(), 0, columns.right()));
        plot.setAxisOffset(new RectangleInsets(0, 0, 2, 0));
        PlotRenderingInfo info = new PlotRenderingInfo(null);
        plot.draw(g, (Rectangle2D) area.clone(), null, null, info);
        Rectangle2D data = info.getDataArea();
        double zero = changes.valueToJava2D(0, data, RectangleEdge.BOTTOM);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = order.valueToJava2D(i, data, RectangleEdge.LEFT) + (columns.stacked() ? 8 : 0);
            bar(g, zero, changes.valueToJava2D(row.rate(), data, RectangleEdge.BOTTOM), y - BAR - 1, Theme.INTERVAL);
            bar(g, zero, changes.valueToJava2D(row.composition(), data, RectangleEdge.BOTTOM), y + 1, Theme.SHARE);
        }
        g.setPaint(Theme.MUTED);
        g.setStroke(Theme.HAIR);
        g.draw(new Line2D.Double(zero, data.getY(), zero, data.getMaxY()));
        for (int i = 0; i < rows.size(); i++) {
            double middle = order.valueToJava2D(i, data, RectangleEdge.LEFT);
            columns.draw(g, rows.get(i).dot(), area.getX(), middle, data);
            dot(g, rows.get(i), changes, data, middle + (columns.stacked() ? 8 : 0));
            Tip.tellAt(g, area.getCenterX(), middle, area.getWidth() / 2, rowHeight(width) / 2.0, inWords(rows.get(i)));
        }
        legend(g, area);
    }

    private String inWords(Row row) {
        return row.label() + ": " + legend.total() + " " + SCALE.value(row.total()) + " ("
                + SCALE.bounds(row.lower(), row.upper()) + "); " + legend.rate() + " " + SCALE.value(row.rate()) + "; "
                + legend.composition() + " " + SCALE.value(row.composition());
    }

    private static void bar(Graphics2D g, double zero, double end, double top, Color paint) {
        g.setPaint(paint);
        g.fill(new Rectangle2D.Double(Math.min(zero, end), top, Math.abs(end - zero), BAR));
    }

    private static void dot(Graphics2D g, Row row, ValueAxis axis, Rectangle2D data, double y) {
        double x = axis.valueToJava2D(row.total(), data, RectangleEdge.BOTTOM);
        g.setPaint(Theme.INK);
        g.setStroke(Theme.solid(1.4f));
        g.draw(new Line2D.Double(
                axis.valueToJava2D(row.lower(), data, RectangleEdge.BOTTOM),
                y,
                axis.valueToJava2D(row.upper(), data, RectangleEdge.BOTTOM),
                y));
        mark(g, x, y, row.lower() > 0 || row.upper() < 0);
    }

    private static void mark(Graphics2D g, double x, double y, boolean filled) {
        var circle = new java.awt.geom.Ellipse2D.Double(x - 4, y - 4, 8, 8);
        g.setPaint(filled ? Theme.INK : Theme.PAPER);
        g.fill(circle);
        g.setPaint(Theme.INK);
        g.draw(circle);
    }

    private void legend(Graphics2D g, Rectangle2D area) {
        double x = area.getX();
        double y = area.getY() + LEGEND_LINE / 2.0;
        List<String> names = List.of(legend.rate(), legend.composition(), legend.total());
        for (int i = 0; i < names.size(); i++) {
            Label name = new Label(names.get(i), Theme.regular(12), Theme.INK);
            if (i < 2) {
                bar(g, x, x + 14, y - BAR / 2.0, i == 0 ? Theme.INTERVAL : Theme.SHARE);
            } else {
                g.setStroke(Theme.solid(1.4f));
                g.setPaint(Theme.INK);
                g.draw(new Line2D.Double(x, y, x + 14, y));
                mark(g, x + 7, y, true);
            }
            name.drawCentred(g, x + 20, y, Label.Anchor.START);
            if (area.getWidth() >= PHONE) {
                x += 20 + name.width() + 22;
            } else {
                y += LEGEND_LINE;
            }
        }
    }

    private double extreme(boolean highest) {
        double extreme = 0;
        for (Row row : measured()) {
            for (double value : new double[] {row.rate(), row.composition(), row.lower(), row.upper()}) {
                extreme = highest ? Math.max(extreme, value) : Math.min(extreme, value);
            }
        }
        return extreme;
    }
}
