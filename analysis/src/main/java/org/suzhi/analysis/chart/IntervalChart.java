package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;

/**
 * Rates, means, changes or ratios of many domains, one row each: a dot with its interval against the value of the whole and
 * the target. The dot is filled where the interval lies wholly on one side of the target and hollow where it holds the
 * target, so that the sample cannot tell. Where there is no target, dots are read against the value of the whole. Rows keep
 * the caller's order.
 *
 * @param scale what the numbers are
 * @param rows at least one
 * @param whole the value of the whole population, or another that rows are read against; null where there is none
 * @param target the line to be passed, null where there is none
 * @param others names of what rows are compared with by marks of their own, such as other countries; at most four
 * @param alike rows that axis and columns have room for, so that pieces of one chart are alike; none of a chart by itself
 */
public record IntervalChart(
        ChartText text,
        Scale scale,
        List<Row> rows,
        @Nullable ReferenceLine whole,
        @Nullable ReferenceLine target,
        List<String> others,
        List<Row> alike)
        implements Chart {
    /** A line of the chart. */
    public sealed interface Row permits Heading, Rate, Suppressed {
        String label();
    }

    /** Opens a block of rows. */
    public record Heading(String label) implements Row {}

    /**
     * A rate, or another number by the scale of the chart.
     *
     * @param note what else to say of it where there is room, such as its n
     * @param others published values to compare with, each in the place of its name in the chart's {@code others}; NaN or
     *     missing where there is none
     */
    public record Rate(String label, double estimate, double lower, double upper, String note, List<Double> others)
            implements Row {
        public Rate {
            others = List.copyOf(others);
        }

        /** The interval in words; a dash where it is a point, as of a rate without an error. */
        String bounds(Scale scale) {
            return lower < upper ? scale.bounds(lower, upper) : "–";
        }

        public Rate(String label, double estimate, double lower, double upper, String note) {
            this(label, estimate, lower, upper, note, List.of());
        }
    }

    /** A row whose rate is not published; {@code reason} stands in its place. */
    public record Suppressed(String label, String reason) implements Row {}

    private static final int PHONE = 560;
    private static final int ROW_HEIGHT = 30;
    private static final int STACKED_ROW_HEIGHT = 46;
    private static final int TOP = 30;
    private static final int LABEL_GAP = 5;
    private static final int BOTTOM = 24;

    public IntervalChart {
        rows = List.copyOf(rows);
        others = List.copyOf(others);
        alike = List.copyOf(alike);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("IntervalChart.rows: got none, expected at least one");
        }
        for (Row row : rows) {
            if (row instanceof Rate rate) {
                scale.requireInterval(
                        "IntervalChart.Rate " + rate.label(), rate.estimate(), rate.lower(), rate.upper());
            }
        }
        for (ReferenceLine line : new @Nullable ReferenceLine[] {whole, target}) {
            if (line != null) {
                scale.require("IntervalChart " + line.label(), line.value());
            }
        }
    }

    /** A chart of rates. */
    public IntervalChart(ChartText text, List<Row> rows, ReferenceLine whole, @Nullable ReferenceLine target) {
        this(text, Scale.RATE, rows, whole, target);
    }

    /** A chart without values of others. */
    public IntervalChart(
            ChartText text,
            Scale scale,
            List<Row> rows,
            @Nullable ReferenceLine whole,
            @Nullable ReferenceLine target) {
        this(text, scale, rows, whole, target, List.of());
    }

    /** A chart by itself. */
    public IntervalChart(
            ChartText text,
            Scale scale,
            List<Row> rows,
            @Nullable ReferenceLine whole,
            @Nullable ReferenceLine target,
            List<String> others) {
        this(text, scale, rows, whole, target, others, List.of());
    }

    @Override
    public List<Chart> pieces(int width, int height) {
        return Pieces.of(
                this,
                plotHeight(width),
                height,
                rows,
                Heading.class::isInstance,
                (words, some) -> new IntervalChart(words, scale, some, whole, target, others, rows));
    }

    private List<Row> measured() {
        return alike.isEmpty() ? rows : alike;
    }

    @Override
    public int plotHeight(int width) {
        return legend(width).height() + TOP + rows.size() * rowHeight(columns(width)) + BOTTOM;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Columns columns = columns(area.getWidth());
        ValueAxis rates = scale.axis(extreme(false), extreme(true));
        NumberAxis order = new NumberAxis();
        order.setRange(-0.5, rows.size() - 0.5);
        order.setInverted(true);
        order.setVisible(false);
        XYPlot plot = new XYPlot(dataset(), rates, order, Marks.dots());
        Theme.clear(plot);
        plot.setDomainGridlinesVisible(true);
        OtherMarks legend = legend(area.getWidth());
        legend.draw(g, area.getX(), area.getY());
        plot.setInsets(new RectangleInsets(legend.height() + TOP, columns.left(), 0, columns.right()));
        plot.setAxisOffset(new RectangleInsets(0, 0, 2, 0));
        if (whole != null) {
            plot.addDomainMarker(new ValueMarker(whole.value(), Theme.ESTIMATE, Theme.solid(1.2f)));
        }
        if (target != null) {
            plot.addDomainMarker(new ValueMarker(target.value(), Theme.TARGET, Theme.DASHED));
        }
        PlotRenderingInfo info = new PlotRenderingInfo(null);
        plot.draw(g, (Rectangle2D) area.clone(), null, null, info);
        Rectangle2D data = info.getDataArea();
        if (whole != null && target != null) {
            labelLines(g, rates, data, area, whole, target);
        } else if (whole != null) {
            labelOne(g, rates, data, area, new Label(whole.label(), Theme.bold(12), Theme.ESTIMATE), whole);
        } else if (target != null) {
            labelOne(g, rates, data, area, new Label(target.label(), Theme.bold(12), Theme.TARGET_TEXT), target);
        }
        for (int i = 0; i < rows.size(); i++) {
            double y = order.valueToJava2D(i, data, RectangleEdge.LEFT);
            columns.draw(g, rows.get(i), area.getX(), y, data);
            if (rows.get(i) instanceof Rate rate) {
                OtherMarks.draw(g, rate.others(), v -> rates.valueToJava2D(v, data, RectangleEdge.BOTTOM), y);
                tip(g, rate, area, y, rowHeight(columns));
            }
            if (rows.get(i) instanceof Heading) {
                g.setPaint(Theme.GRID);
                g.setStroke(Theme.HAIR);
                double top = y - rowHeight(columns) / 2.0 + 1;
                g.draw(new Line2D.Double(area.getX(), top, area.getMaxX(), top));
            }
        }
    }

    private OtherMarks legend(double width) {
        return new OtherMarks(others, width);
    }

    private void tip(Graphics2D g, Rate rate, Rectangle2D area, double y, int height) {
        StringBuilder told =
                new StringBuilder(rate.label() + ": " + scale.value(rate.estimate()) + " (" + rate.bounds(scale) + ")");
        if (!rate.note().isEmpty()) {
            told.append(" ").append(rate.note());
        }
        for (int k = 0; k < rate.others().size(); k++) {
            if (!Double.isNaN(rate.others().get(k))) {
                told.append("; ")
                        .append(others.get(k))
                        .append(" ")
                        .append(scale.value(rate.others().get(k)));
            }
        }
        Tip.tellAt(g, area.getCenterX(), y, area.getWidth() / 2, height / 2.0, told.toString());
    }

    /** What dots are held against. */
    private @Nullable ReferenceLine mark() {
        return target == null ? whole : target;
    }

    private Columns columns(double width) {
        return Columns.of(scale, measured(), width, width >= PHONE);
    }

    private static int rowHeight(Columns columns) {
        return columns.stacked() ? STACKED_ROW_HEIGHT : ROW_HEIGHT;
    }

    private double extreme(boolean highest) {
        double extreme = scale.origin();
        for (Row row : measured()) {
            if (row instanceof Rate rate) {
                extreme = highest ? Math.max(extreme, rate.upper()) : Math.min(extreme, rate.lower());
                for (double other : rate.others()) {
                    if (!Double.isNaN(other)) {
                        extreme = highest ? Math.max(extreme, other) : Math.min(extreme, other);
                    }
                }
            }
        }
        for (ReferenceLine line : new @Nullable ReferenceLine[] {whole, target}) {
            if (line != null) {
                extreme = highest ? Math.max(extreme, line.value()) : Math.min(extreme, line.value());
            }
        }
        return extreme;
    }

    /** Series 0: on one side of the target; series 1: holds it. */
    private XYIntervalSeriesCollection dataset() {
        XYIntervalSeries clear = new XYIntervalSeries("clear");
        XYIntervalSeries open = new XYIntervalSeries("open");
        ReferenceLine mark = mark();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Rate rate) {
                boolean holds = mark != null && rate.lower() <= mark.value() && mark.value() <= rate.upper();
                (holds ? open : clear).add(rate.estimate(), rate.lower(), rate.upper(), i, i, i);
            }
        }
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        dataset.addSeries(clear);
        dataset.addSeries(open);
        return dataset;
    }

    /**
     * The lower line's label ends at its line and the higher one's begins there, so the two never meet; a label that
     * would leave the chart is moved in, and pushes the other aside.
     */
    private static void labelLines(
            Graphics2D g,
            ValueAxis rates,
            Rectangle2D data,
            Rectangle2D area,
            ReferenceLine whole,
            ReferenceLine passed) {
        boolean wholeIsLower = whole.value() <= passed.value();
        Label wholeLabel = new Label(whole.label(), Theme.bold(12), Theme.ESTIMATE);
        Label targetLabel = new Label(passed.label(), Theme.bold(12), Theme.TARGET_TEXT);
        Label left = wholeIsLower ? wholeLabel : targetLabel;
        Label right = wholeIsLower ? targetLabel : wholeLabel;
        double lower = rates.valueToJava2D(Math.min(whole.value(), passed.value()), data, RectangleEdge.BOTTOM);
        double higher = rates.valueToJava2D(Math.max(whole.value(), passed.value()), data, RectangleEdge.BOTTOM);
        double leftStart = Math.max(area.getX(), lower - LABEL_GAP - left.width());
        double rightStart = Math.max(higher + LABEL_GAP, leftStart + left.width() + 2 * LABEL_GAP);
        rightStart = Math.min(rightStart, area.getMaxX() - right.width());
        leftStart = Math.min(leftStart, rightStart - 2 * LABEL_GAP - left.width());
        tick(g, left, lower, data);
        tick(g, right, higher, data);
        left.drawOnPaper(g, leftStart, data.getY() - 10, Label.Anchor.START);
        right.drawOnPaper(g, rightStart, data.getY() - 10, Label.Anchor.START);
    }

    private static void labelOne(
            Graphics2D g, ValueAxis rates, Rectangle2D data, Rectangle2D area, Label label, ReferenceLine line) {
        double x = rates.valueToJava2D(line.value(), data, RectangleEdge.BOTTOM);
        double start = Math.max(area.getX(), Math.min(x - label.width() / 2, area.getMaxX() - label.width()));
        tick(g, label, x, data);
        label.drawOnPaper(g, start, data.getY() - 10, Label.Anchor.START);
    }

    private static void tick(Graphics2D g, Label label, double x, Rectangle2D data) {
        g.setPaint(label.paint());
        g.setStroke(Theme.HAIR);
        g.draw(new Line2D.Double(x, data.getY() - 20, x, data.getY()));
    }
}
