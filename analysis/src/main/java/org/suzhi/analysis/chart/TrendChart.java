package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
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
 * @param projection where the waves lead, a point a year: drawn as a fan from its first year to its last; may be empty
 */
public record TrendChart(
        ChartText text, Series waves, ReferenceLine target, int deadline, List<Series> context, List<Point> projection)
        implements Chart {
    /** A year from which on a line stands for itself, such as one in which the criterion changed, and why. */
    public record Break(int year, String reason) {}

    /** A labelled line; its points are in order of the years. */
    public record Series(String label, List<Point> points, List<Break> breaks) {
        public Series(String label, List<Point> points) {
            this(label, points, List.of());
        }

        /** The points that are joined, one list a line. */
        List<List<Point>> lines() {
            List<List<Point>> lines = new ArrayList<>();
            for (Point point : points) {
                if (lines.isEmpty() || breaks.stream().anyMatch(b -> b.year() == point.year())) {
                    lines.add(new ArrayList<>());
                }
                lines.get(lines.size() - 1).add(point);
            }
            return lines;
        }

        public Series {
            points = List.copyOf(points);
            breaks = List.copyOf(breaks);
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
    private static final double TOP = 20;
    private static final double LINE_HEIGHT = 17;
    private static final double VALUE_WIDTH = 54;

    /** A chart without a projection. */
    public TrendChart(ChartText text, Series waves, ReferenceLine target, int deadline, List<Series> context) {
        this(text, waves, target, deadline, context, List.of());
    }

    public TrendChart {
        context = List.copyOf(context);
        projection = List.copyOf(projection);
        Rates.requireProportion("TrendChart " + target.label(), target.value());
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
        boolean narrow = area.getWidth() < PHONE;
        NumberAxis years = yearAxis(narrow);
        List<List<Point>> lines = waves.lines();
        XYPlot plot = new XYPlot(dataset(lines), years, rates, Marks.estimateLines(lines.size()));
        Theme.clear(plot);
        plot.setRangeGridlinesVisible(true);
        plot.setInsets(new RectangleInsets(TOP, 0, 0, gutter));
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        List<Series> shown = visibleContext();
        plot.setDataset(1, dataset(shown.stream().map(Series::points).toList()));
        plot.setRenderer(1, Marks.contextLines(shown.size()));
        plot.setDataset(2, dataset(List.of(waves.points())));
        plot.setRenderer(2, Marks.intervalBars());
        plot.addRangeMarker(new ValueMarker(target.value(), Theme.TARGET, Theme.DASHED));
        fan(plot);
        PlotRenderingInfo info = new PlotRenderingInfo(new ChartRenderingInfo(null));
        plot.draw(g, (Rectangle2D) area.clone(), null, null, info);
        Scale scale = new Scale(years, rates, info.getDataArea(), narrow);
        labelProjection(g, scale);
        breaks(g, scale);
        for (Series series : shown) {
            scale.legible(series.points()).forEach(point -> labelContext(g, scale, series, point));
        }
        scale.legible(waves.points()).forEach(point -> labelEstimate(g, scale, point, shown));
        labelEnds(g, scale, ends);
        tips(g, scale, shown);
    }

    /** The band of the projection's interval, under everything else, and its middle, dashed since nobody has measured it. */
    private void fan(XYPlot plot) {
        if (projection.size() < 2) {
            return;
        }
        int k = projection.size();
        double[] band = new double[4 * k];
        for (int i = 0; i < k; i++) {
            band[2 * i] = projection.get(i).year();
            band[2 * i + 1] = projection.get(i).upper();
            band[4 * k - 2 - 2 * i] = projection.get(i).year();
            band[4 * k - 1 - 2 * i] = projection.get(i).lower();
        }
        plot.getRenderer().addAnnotation(new XYPolygonAnnotation(band, null, null, Theme.FAN), Layer.BACKGROUND);
        plot.setDataset(3, dataset(List.of(projection)));
        plot.setRenderer(3, Marks.dashedLine());
    }

    private void labelProjection(Graphics2D g, Scale scale) {
        List<Point> milestones = projection.stream()
                .filter(p -> p.year() > last().year())
                .filter(p -> p.year() == deadline || p.year() % 5 == 0 || p.equals(lastProjected()))
                .toList();
        for (Point p : scale.legible(milestones)) {
            Label label = new Label(Rates.percent(p.estimate()), Theme.bold(scale.narrow() ? 12 : 13), Theme.ESTIMATE);
            double x = Math.min(scale.x(p.year()), scale.data().getMaxX() - label.width() / 2);
            label.draw(g, x, scale.y(p.estimate()) - 9, Label.Anchor.MIDDLE);
        }
    }

    private void breaks(Graphics2D g, Scale scale) {
        for (Break change : waves.breaks()) {
            double x = scale.x(change.year() - 0.5);
            if (x <= scale.data().getX() || change.reason().isEmpty()) {
                continue;
            }
            g.setPaint(Theme.MUTED);
            g.setStroke(Theme.DOTTED);
            g.draw(new Line2D.Double(x, scale.data().getY(), x, scale.data().getMaxY()));
            Label label = new Label(change.reason(), Theme.regular(scale.narrow() ? 11 : 12), Theme.MUTED);
            double start = Math.max(
                    scale.data().getX(),
                    Math.min(x - label.width() / 2, scale.data().getMaxX() - label.width()));
            label.drawOnPaper(g, start, scale.data().getY() + 2, Label.Anchor.START);
        }
    }

    private void tips(Graphics2D g, Scale scale, List<Series> shown) {
        for (Point p : projection) {
            if (p.year() > last().year()) {
                tip(g, scale, waves.label(), p);
            }
        }
        shown.forEach(series -> series.points().forEach(p -> tip(g, scale, series.label(), p)));
        waves.points().forEach(p -> tip(g, scale, waves.label(), p));
    }

    private static void tip(Graphics2D g, Scale scale, String label, Point p) {
        double top = scale.y(p.upper()) - 8;
        Tip.tell(
                g,
                new Rectangle2D.Double(scale.x(p.year()) - 12, top, 24, scale.y(p.lower()) + 8 - top),
                Rates.told(label + " " + p.year(), p.estimate(), p.lower(), p.upper()));
    }

    private record Scale(NumberAxis years, NumberAxis rates, Rectangle2D data, boolean narrow) {
        double x(double year) {
            return years.valueToJava2D(year, data, RectangleEdge.BOTTOM);
        }

        double y(double rate) {
            return rates.valueToJava2D(rate, data, RectangleEdge.LEFT);
        }

        /** The newest point and each earlier one whose value does not touch the next one's. */
        List<Point> legible(List<Point> points) {
            List<Point> chosen = new ArrayList<>();
            for (int i = points.size() - 1; i >= 0; i--) {
                if (chosen.isEmpty()
                        || x(chosen.get(chosen.size() - 1).year())
                                        - x(points.get(i).year())
                                >= VALUE_WIDTH) {
                    chosen.add(points.get(i));
                }
            }
            return chosen;
        }
    }

    private int firstYear() {
        int first = waves.points().get(0).year();
        return first == lastYear() ? first - 1 : first;
    }

    private int lastYear() {
        return Math.max(
                deadline, projection.isEmpty() ? last().year() : lastProjected().year());
    }

    private Point lastProjected() {
        return projection.get(projection.size() - 1);
    }

    private Point last() {
        return waves.points().get(waves.points().size() - 1);
    }

    private double highest() {
        return Stream.concat(
                        projection.stream(),
                        Stream.concat(Stream.of(waves), visibleContext().stream())
                                .flatMap(series -> series.points().stream()))
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
        int least = (int) Math.ceil((lastYear() - firstYear()) / (narrow ? 5.0 : 12.0));
        int step = IntStream.of(1, 2, 5, 10, 20, 50)
                .filter(s -> s >= least)
                .findFirst()
                .orElse(least);
        axis.setTickUnit(new NumberTickUnit(step, new DecimalFormat("0")));
        axis.setAxisLinePaint(Theme.CONTEXT);
        axis.setAxisLineStroke(Theme.HAIR);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(Theme.regular(13));
        axis.setTickLabelPaint(Theme.MUTED);
        return axis;
    }

    private static XYIntervalSeriesCollection dataset(List<List<Point>> lines) {
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        IntStream.range(0, lines.size()).forEach(i -> {
            XYIntervalSeries series = new XYIntervalSeries(i);
            for (Point p : lines.get(i)) {
                series.add(p.year(), p.year(), p.year(), p.estimate(), p.lower(), p.upper());
            }
            dataset.addSeries(series);
        });
        return dataset;
    }

    /** The higher of two lines carries its values above, the lower one below, so that they never lie on each other. */
    private void labelEstimate(Graphics2D g, Scale scale, Point point, List<Series> shown) {
        boolean newest = point.equals(last());
        boolean above = point.estimate() >= target.value() && !contextAbove(point, shown);
        double below = scale.y(point.lower()) + (newest ? 23 : 20);
        double y = above || below > scale.data().getMaxY() ? scale.y(point.upper()) - 8 : below;
        new Label(Rates.percent(point.estimate()), Theme.bold(valueSize(newest, scale.narrow())), Theme.ESTIMATE)
                .drawOnPaper(g, scale.x(point.year()), y, Label.Anchor.MIDDLE);
    }

    private static int valueSize(boolean newest, boolean narrow) {
        return narrow ? newest ? 14 : 12 : newest ? 16 : 13;
    }

    private static boolean contextAbove(Point point, List<Series> shown) {
        return shown.stream()
                .flatMap(series -> series.points().stream())
                .anyMatch(p -> Math.abs(p.year() - point.year()) <= 1 && p.estimate() > point.estimate());
    }

    /** A value clear of the estimate's interval of the same year; the last one bears the name of the line. */
    private void labelContext(Graphics2D g, Scale scale, Series series, Point point) {
        Optional<Point> estimate = waves.points().stream()
                .filter(wave -> wave.year() == point.year())
                .findFirst();
        boolean below = estimate.isPresent() && estimate.get().estimate() > point.estimate();
        double clear = estimate.map(wave ->
                        below ? Math.min(wave.lower(), point.estimate()) : Math.max(wave.upper(), point.estimate()))
                .orElse(point.estimate());
        String value = Rates.percent(point.estimate());
        boolean named = point.equals(series.points().get(series.points().size() - 1));
        new Label(named ? series.label() + " " + value : value, Theme.regular(scale.narrow() ? 11 : 12), Theme.MUTED)
                .drawOnPaper(g, scale.x(point.year()), scale.y(clear) + (below ? 19 : -9), Label.Anchor.MIDDLE);
    }

    private List<Label> endLabels() {
        return List.of(
                new Label(target.label(), Theme.bold(13), Theme.TARGET_TEXT),
                new Label(waves.label(), Theme.bold(13), Theme.ESTIMATE));
    }

    /** Names of the target and the estimate to the right of their lines, pushed apart where they would touch. */
    private void labelEnds(Graphics2D g, Scale scale, List<Label> ends) {
        double targetY = scale.y(target.value());
        double estimateY = scale.y((projection.isEmpty() ? last() : lastProjected()).estimate());
        double right = scale.data().getMaxX() + 8;
        boolean ended = projection.isEmpty() && last().year() < lastYear();
        double push = ended ? 0 : Math.max(0, LINE_HEIGHT - Math.abs(targetY - estimateY)) / 2;
        double down = estimateY >= targetY ? push : -push;
        ends.get(0).drawCentred(g, right, targetY - down, Label.Anchor.START);
        ends.get(1).drawCentred(g, ended ? scale.x(last().year()) + 12 : right, estimateY + down, Label.Anchor.START);
    }
}
