package org.suzhi.analysis.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * A rate over the years with its interval, the target line and other series for context. The axis starts at zero.
 *
 * @param waves the estimated rate, one point a wave, at least one
 * @param target the line to be passed
 * @param deadline year up to which the axis runs
 * @param context published series without intervals; only their years within the axis are drawn
 */
public record TrendChart(ChartText text, Series waves, ReferenceLine target, int deadline, List<Series> context)
        implements Chart {
    /** A labelled line; its points are in order of the years. */
    public record Series(String label, List<Point> points) {
        public Series {
            points = List.copyOf(points);
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).year() <= points.get(i - 1).year()) {
                    throw new IllegalArgumentException("TrendChart.Series.points: got year "
                            + points.get(i).year() + " after "
                            + points.get(i - 1).year()
                            + ", expected rising years");
                }
            }
        }
    }

    /** A rate and its interval, as proportions; an exact figure has lower = estimate = upper. */
    public record Point(int year, double estimate, double lower, double upper) {
        public Point {
            Rates.requireInterval("TrendChart.Point " + year, estimate, lower, upper);
        }

        public static Point exact(int year, double value) {
            return new Point(year, value, value, value);
        }
    }

    private static final int PHONE = 560;
    private static final double LINE_HEIGHT = 17;

    public TrendChart {
        context = List.copyOf(context);
        if (waves.points().isEmpty()) {
            throw new IllegalArgumentException("TrendChart.waves: got no point, expected at least one wave");
        }
    }

    @Override
    public int plotHeight(int width) {
        return width < PHONE ? 300 : 400;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        List<Label> ends = endLabels();
        double gutter = ends.stream().mapToDouble(Label::width).max().orElse(0) + 16;
        NumberAxis rates = Rates.axis(highest() * 1.12);
        NumberAxis years = yearAxis(area.getWidth() < PHONE);
        XYPlot plot = new XYPlot(dataset(List.of(waves)), years, rates, estimateRenderer());
        Theme.clear(plot);
        plot.setRangeGridlinesVisible(true);
        plot.setInsets(new RectangleInsets(8, 0, 0, gutter));
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        List<Series> shown = visibleContext();
        plot.setDataset(1, dataset(shown));
        plot.setRenderer(1, contextRenderer(shown.size()));
        plot.addRangeMarker(new ValueMarker(target.value(), Theme.TARGET, Theme.DASHED));
        PlotRenderingInfo info = new PlotRenderingInfo(null);
        plot.draw(g, (Rectangle2D) area.clone(), null, null, info);
        Scale scale = new Scale(years, rates, info.getDataArea());
        shown.forEach(series -> labelContext(g, scale, series));
        waves.points().forEach(point -> labelEstimate(g, scale, point, shown));
        labelEnds(g, scale, ends);
    }

    private record Scale(NumberAxis years, NumberAxis rates, Rectangle2D data) {
        double x(double year) {
            return years.valueToJava2D(year, data, RectangleEdge.BOTTOM);
        }

        double y(double rate) {
            return rates.valueToJava2D(rate, data, RectangleEdge.LEFT);
        }

        Point2D at(Point point) {
            return new Point2D.Double(x(point.year()), y(point.estimate()));
        }
    }

    private int firstYear() {
        int first = waves.points().get(0).year();
        return first == lastYear() ? first - 1 : first;
    }

    private int lastYear() {
        return Math.max(deadline, last().year());
    }

    private Point last() {
        return waves.points().get(waves.points().size() - 1);
    }

    private double highest() {
        return Stream.concat(Stream.of(waves), visibleContext().stream())
                .flatMap(series -> series.points().stream())
                .mapToDouble(Point::upper)
                .reduce(target.value(), Math::max);
    }

    private List<Series> visibleContext() {
        return context.stream()
                .map(series -> new Series(
                        series.label(),
                        series.points().stream()
                                .filter(p -> p.year() >= firstYear() && p.year() <= lastYear())
                                .toList()))
                .filter(series -> !series.points().isEmpty())
                .toList();
    }

    private NumberAxis yearAxis(boolean narrow) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(firstYear() - 0.3, lastYear() + 0.3);
        int step = Math.max(1, (lastYear() - firstYear()) / (narrow ? 5 : 10));
        axis.setTickUnit(new NumberTickUnit(step, new DecimalFormat("0")));
        axis.setAxisLinePaint(Theme.CONTEXT);
        axis.setAxisLineStroke(Theme.HAIR);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(Theme.regular(13));
        axis.setTickLabelPaint(Theme.MUTED);
        return axis;
    }

    private static XYIntervalSeriesCollection dataset(List<Series> lines) {
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        IntStream.range(0, lines.size()).forEach(i -> {
            XYIntervalSeries series = new XYIntervalSeries(i);
            for (Point p : lines.get(i).points()) {
                series.add(p.year(), p.year(), p.year(), p.estimate(), p.lower(), p.upper());
            }
            dataset.addSeries(series);
        });
        return dataset;
    }

    private static XYErrorRenderer estimateRenderer() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDefaultLinesVisible(true);
        renderer.setDrawXError(false);
        renderer.setCapLength(0);
        renderer.setErrorPaint(Theme.INTERVAL);
        renderer.setErrorStroke(new BasicStroke(9, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        renderer.setSeriesPaint(0, Theme.ESTIMATE);
        renderer.setSeriesStroke(0, Theme.solid(2.4f));
        renderer.setSeriesShape(0, new Ellipse2D.Double(-4.5, -4.5, 9, 9));
        return renderer;
    }

    private static XYErrorRenderer contextRenderer(int lines) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDefaultLinesVisible(true);
        renderer.setDrawXError(false);
        renderer.setDrawYError(false);
        for (int i = 0; i < lines; i++) {
            renderer.setSeriesPaint(i, Theme.CONTEXT);
            renderer.setSeriesStroke(i, Theme.solid(1.3f));
            renderer.setSeriesShape(i, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
        }
        return renderer;
    }

    /** Below the interval where a context line or the target would cross the text above it. */
    private void labelEstimate(Graphics2D g, Scale scale, Point point, List<Series> shown) {
        boolean contextAbove = shown.stream()
                .flatMap(series -> series.points().stream())
                .anyMatch(p -> Math.abs(p.year() - point.year()) <= 1 && p.estimate() > point.estimate());
        boolean newest = point.equals(last());
        double y = contextAbove || point.estimate() < target.value()
                ? scale.y(point.lower()) + (newest ? 23 : 20)
                : scale.y(point.upper()) - 10;
        new Label(Rates.percent(point.estimate()), Theme.bold(newest ? 16 : 13), Theme.ESTIMATE)
                .drawOnPaper(g, scale.x(point.year()), y, Label.Anchor.MIDDLE);
    }

    private static void labelContext(Graphics2D g, Scale scale, Series series) {
        List<Point> points = series.points();
        for (int i = 0; i < points.size(); i++) {
            Point2D at = scale.at(points.get(i));
            String value = Rates.percent(points.get(i).estimate());
            boolean named = i == points.size() - 1;
            new Label(named ? series.label() + " " + value : value, Theme.regular(12), Theme.MUTED)
                    .drawOnPaper(g, at.getX(), at.getY() - 9, Label.Anchor.MIDDLE);
        }
    }

    private List<Label> endLabels() {
        return List.of(
                new Label(target.label(), Theme.bold(13), Theme.TARGET_TEXT),
                new Label(waves.label(), Theme.bold(13), Theme.ESTIMATE));
    }

    /** Names of the target and the estimate to the right of the plot, pushed apart where they would touch. */
    private void labelEnds(Graphics2D g, Scale scale, List<Label> ends) {
        double targetY = scale.y(target.value());
        double estimateY = scale.y(last().estimate());
        double push = Math.max(0, LINE_HEIGHT - Math.abs(targetY - estimateY)) / 2;
        double down = estimateY >= targetY ? push : -push;
        double x = scale.data().getMaxX() + 8;
        List<Double> heights = new ArrayList<>(List.of(targetY - down, estimateY + down));
        for (int i = 0; i < ends.size(); i++) {
            ends.get(i).drawCentred(g, x, heights.get(i), Label.Anchor.START);
        }
    }
}
