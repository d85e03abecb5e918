package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * @param context published series without intervals, at most {@link #MOST_CONTEXT}; only their years within the axis are drawn
 * @param projection where the waves lead, a point a year: drawn as a fan from its first year to its last; may be empty
 */
public record TrendChart(
        ChartText text, Series waves, ReferenceLine target, int deadline, List<Series> context, List<Point> projection)
        implements Chart {
    /** So many lines of context can be told apart. */
    public static final int MOST_CONTEXT = ContextMark.MOST;

    /** A year from which on a line stands for itself, such as one in which the criterion changed, and why. */
    public record Break(int year, String reason) {}

    /**
     * A labelled line.
     *
     * @param points in order of the years
     * @param notes of years whose figure is no result, such as "target": said beside it; drawn hollow in lines of context
     */
    public record Series(String label, List<Point> points, List<Break> breaks, Map<Integer, String> notes) {
        public Series(String label, List<Point> points, List<Break> breaks) {
            this(label, points, breaks, Map.of());
        }

        public Series(String label, List<Point> points) {
            this(label, points, List.of());
        }

        /** What is said of a point, with the year where asked for. */
        private String named(String before, Point point) {
            String note = notes.getOrDefault(point.year(), "");
            return note.isEmpty() ? before : before + " " + note;
        }

        private Series within(int first, int last) {
            return new Series(
                    label,
                    points.stream()
                            .filter(p -> p.year() >= first && p.year() <= last)
                            .toList(),
                    breaks,
                    notes);
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
            notes = Map.copyOf(notes);
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
        if (context.size() > MOST_CONTEXT) {
            throw new IllegalArgumentException("TrendChart.context: got " + context.size() + ", expected at most "
                    + MOST_CONTEXT + ", told apart by their marks");
        }
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
        plot.setDataset(
                1, dataset(shown.stream().flatMap(s -> s.lines().stream()).toList()));
        plot.setRenderer(
                1,
                Marks.contextLines(IntStream.range(0, shown.size())
                        .boxed()
                        .flatMap(k -> shown.get(k).lines().stream().map(line -> ContextMark.of(k)))
                        .toList()));
        plot.setDataset(2, dataset(List.of(waves.points())));
        plot.setRenderer(2, Marks.intervalBars());
        plot.addRangeMarker(new ValueMarker(target.value(), Theme.TARGET, Theme.DASHED));
        fan(plot);
        PlotRenderingInfo info = new PlotRenderingInfo(new ChartRenderingInfo(null));
        plot.draw(g, (Rectangle2D) area.clone(), null, null, info);
        Scale scale = new Scale(years, rates, info.getDataArea(), narrow);
        LabelRoom room = new LabelRoom(area);
        labelProjection(g, scale, room);
        breaks(g, scale, room);
        scale.legible(waves.points()).forEach(point -> labelEstimate(g, scale, point, shown, room));
        labelEnds(g, scale, ends, room);
        labelContext(g, scale, shown, room);
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

    private void labelProjection(Graphics2D g, Scale scale, LabelRoom room) {
        List<Point> milestones = projection.stream()
                .filter(p -> p.year() > last().year())
                .filter(p -> p.year() == deadline || p.year() % 5 == 0 || p.equals(lastProjected()))
                .toList();
        for (Point p : scale.legible(milestones)) {
            Label label = new Label(Rates.percent(p.estimate()), Theme.bold(scale.narrow() ? 12 : 13), Theme.ESTIMATE);
            double x = Math.min(scale.x(p.year()), scale.data().getMaxX() - label.width() / 2);
            label.draw(g, x, scale.y(p.estimate()) - 9, Label.Anchor.MIDDLE);
            room.take(label.patch(x, scale.y(p.estimate()) - 9, Label.Anchor.MIDDLE));
        }
    }

    private void breaks(Graphics2D g, Scale scale, LabelRoom room) {
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
            room.draw(g, label, new LabelRoom.Place(start, scale.data().getY() + 2, Label.Anchor.START));
        }
    }

    private void tips(Graphics2D g, Scale scale, List<Series> shown) {
        for (Point p : projection) {
            if (p.year() > last().year()) {
                tip(g, scale, waves, p);
            }
        }
        shown.forEach(series -> series.points().forEach(p -> tip(g, scale, series, p)));
        waves.points().forEach(p -> tip(g, scale, waves, p));
    }

    private static void tip(Graphics2D g, Scale scale, Series series, Point p) {
        double top = scale.y(p.upper()) - 8;
        Tip.tell(
                g,
                new Rectangle2D.Double(scale.x(p.year()) - 12, top, 24, scale.y(p.lower()) + 8 - top),
                Rates.told(series.named(series.label() + " " + p.year(), p), p.estimate(), p.lower(), p.upper()));
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
                .map(series -> series.within(firstYear(), lastYear()))
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
    private void labelEstimate(Graphics2D g, Scale scale, Point point, List<Series> shown, LabelRoom room) {
        boolean newest = point.equals(last());
        boolean above = point.estimate() >= target.value() && !contextAbove(point, shown);
        double below = scale.y(point.lower()) + (newest ? 23 : 20);
        double y = above || below > scale.data().getMaxY() ? scale.y(point.upper()) - 8 : below;
        Label label = new Label(
                Rates.percent(point.estimate()), Theme.bold(valueSize(newest, scale.narrow())), Theme.ESTIMATE);
        room.draw(g, label, new LabelRoom.Place(scale.x(point.year()), y, Label.Anchor.MIDDLE));
    }

    private static int valueSize(boolean newest, boolean narrow) {
        return narrow ? newest ? 14 : 12 : newest ? 16 : 13;
    }

    private static boolean contextAbove(Point point, List<Series> shown) {
        return shown.stream()
                .flatMap(series -> series.points().stream())
                .anyMatch(p -> Math.abs(p.year() - point.year()) <= 1 && p.estimate() > point.estimate());
    }

    /** Each line's name at its last point, then as many of its values as there is room for; tips and tables have all. */
    private void labelContext(Graphics2D g, Scale scale, List<Series> shown, LabelRoom room) {
        for (Point wave : waves.points()) {
            double top = scale.y(wave.upper());
            room.keepOff(new Rectangle2D.Double(scale.x(wave.year()) - 5, top, 10, scale.y(wave.lower()) - top + 1));
        }
        for (int k = 0; k < shown.size(); k++) {
            for (Point point : shown.get(k).points()) {
                double x = scale.x(point.year());
                double y = scale.y(point.estimate());
                room.keepOff(new Rectangle2D.Double(x - 4, y - 4, 8, 8));
                if (shown.get(k).notes().containsKey(point.year())) {
                    ContextMark.of(k).hollow(g, x, y);
                }
            }
        }
        for (int k = 0; k < shown.size(); k++) {
            List<Point> points = shown.get(k).points();
            Point last = points.get(points.size() - 1);
            String value = shown.get(k).named(shown.get(k).label(), last) + " " + Rates.percent(last.estimate());
            List<LabelRoom.Place> places = new ArrayList<>(places(scale, last));
            double x = scale.x(last.year());
            double y = scale.y(last.estimate()) + 4;
            places.add(new LabelRoom.Place(x + 8, y, Label.Anchor.START));
            places.add(new LabelRoom.Place(x - 8, y, Label.Anchor.END));
            places.add(new LabelRoom.Place(x, places.get(0).y() - LINE_HEIGHT, Label.Anchor.MIDDLE));
            places.add(new LabelRoom.Place(x, places.get(1).y() + LINE_HEIGHT, Label.Anchor.MIDDLE));
            room.drawAnyway(g, contextLabel(value, k, scale), places);
        }
        for (int k = 0; k < shown.size(); k++) {
            List<Point> points = shown.get(k).points();
            for (Point point : scale.legible(points.subList(0, points.size() - 1))) {
                String value = shown.get(k).named("", point).strip() + " " + Rates.percent(point.estimate());
                room.drawIfFree(
                        g,
                        contextLabel(value.strip(), k, scale),
                        places(scale, point).subList(0, 1));
            }
        }
    }

    private static Label contextLabel(String text, int k, Scale scale) {
        return new Label(
                text, Theme.regular(scale.narrow() ? 11 : 12), ContextMark.of(k).text());
    }

    /** Above and below a point, clear of the estimate's interval of the same year; the side away from the estimate first. */
    private List<LabelRoom.Place> places(Scale scale, Point point) {
        Optional<Point> estimate = waves.points().stream()
                .filter(wave -> wave.year() == point.year())
                .findFirst();
        double x = scale.x(point.year());
        double upper =
                estimate.map(wave -> Math.max(wave.upper(), point.estimate())).orElse(point.estimate());
        double lower =
                estimate.map(wave -> Math.min(wave.lower(), point.estimate())).orElse(point.estimate());
        LabelRoom.Place above = new LabelRoom.Place(x, scale.y(upper) - 9, Label.Anchor.MIDDLE);
        LabelRoom.Place below = new LabelRoom.Place(x, scale.y(lower) + 19, Label.Anchor.MIDDLE);
        boolean under = estimate.isPresent() && estimate.get().estimate() > point.estimate();
        return under ? List.of(below, above) : List.of(above, below);
    }

    private List<Label> endLabels() {
        return List.of(
                new Label(target.label(), Theme.bold(13), Theme.TARGET_TEXT),
                new Label(waves.label(), Theme.bold(13), Theme.ESTIMATE));
    }

    /** Names of the target and the estimate to the right of their lines, pushed apart where they would touch. */
    private void labelEnds(Graphics2D g, Scale scale, List<Label> ends, LabelRoom room) {
        double targetY = scale.y(target.value());
        double estimateY = scale.y((projection.isEmpty() ? last() : lastProjected()).estimate());
        double right = scale.data().getMaxX() + 8;
        boolean ended = projection.isEmpty() && last().year() < lastYear();
        double push = ended ? 0 : Math.max(0, LINE_HEIGHT - Math.abs(targetY - estimateY)) / 2;
        double down = estimateY >= targetY ? push : -push;
        end(g, ends.get(0), right, targetY - down, room);
        end(g, ends.get(1), ended ? scale.x(last().year()) + 12 : right, estimateY + down, room);
    }

    private static void end(Graphics2D g, Label label, double x, double y, LabelRoom room) {
        label.drawCentred(g, x, y, Label.Anchor.START);
        room.take(label.patch(x, y + 5, Label.Anchor.START));
    }
}
