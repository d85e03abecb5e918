package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.chart.TrendChart.Point;
import org.suzhi.analysis.chart.TrendChart.Series;

/**
 * Rates of several domains over the same years, each in a panel of its own, all panels on the same scale from zero: an area
 * for the interval, a line, and the rate of the whole in grey for comparison.
 *
 * @param panels at least one
 * @param whole the rate of the whole, drawn into every panel; null where there is none
 * @param target the line to be passed; null where there is none
 */
public record PanelsChart(
        ChartText text,
        List<Panel> panels,
        @Nullable Series whole,
        @Nullable ReferenceLine target) implements Chart {
    /**
     * A domain. Years that are not shown have no point, and a break in the first year after them.
     *
     * @param note what else to say of it, such as its n
     */
    public record Panel(Series series, String note) {}

    private static final int PHONE = 560;
    private static final int GAP = 22;
    private static final int FOOT = 34;
    private static final double TITLE_LINE = 17;
    private static final double YEAR_ROOM = 38;

    public PanelsChart {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("PanelsChart.panels: got none, expected at least one");
        }
        if (target != null) {
            Rates.requireProportion("PanelsChart " + target.label(), target.value());
        }
    }

    /** Where panels lie. */
    private record Grid(int columns, double width, double ticks, double head, double plot) {
        double rowHeight() {
            return head + plot + FOOT;
        }
    }

    private Grid grid(double width) {
        boolean phone = width < PHONE;
        int columns = Math.min(panels.size(), phone ? 2 : panels.size() == 4 ? 4 : 3);
        double ticks = 36;
        double panel = (width - ticks - (columns - 1) * GAP) / columns;
        int lines = panels.stream().mapToInt(p -> title(p, panel).size()).max().orElse(1);
        return new Grid(columns, panel, ticks, lines * TITLE_LINE + 18 + 14, phone ? 110 : 150);
    }

    private static List<String> title(Panel panel, double width) {
        return Label.wrap(panel.series().label(), Theme.bold(13), width);
    }

    @Override
    public int plotHeight(int width) {
        Grid grid = grid(width);
        int rows = (panels.size() + grid.columns() - 1) / grid.columns();
        return (int) Math.ceil(legendHeight() + rows * grid.rowHeight());
    }

    private double legendHeight() {
        return whole == null && target == null ? 0 : 24;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Grid grid = grid(area.getWidth());
        legend(g, area);
        NumberAxis axis = Rates.axis(highest() * 1.04);
        for (int i = 0; i < panels.size(); i++) {
            int column = i % grid.columns();
            double left = area.getX() + grid.ticks() + column * (grid.width() + GAP);
            int row = i / grid.columns();
            double top = area.getY() + legendHeight() + row * grid.rowHeight();
            Rectangle2D plot = new Rectangle2D.Double(left, top + grid.head(), grid.width(), grid.plot());
            head(g, panels.get(i), grid, left, top);
            scale(g, axis, plot, column == 0);
            panel(g, panels.get(i).series(), new Places(plot, first(), last(), axis.getUpperBound()));
        }
    }

    private void legend(Graphics2D g, Rectangle2D area) {
        double x = area.getX();
        double y = area.getY() + 8;
        if (target != null) {
            g.setPaint(Theme.TARGET);
            g.setStroke(Theme.DASHED);
            g.draw(new Line2D.Double(x, y, x + 22, y));
            Label label = new Label(target.label(), Theme.bold(12), Theme.TARGET_TEXT);
            label.drawCentred(g, x + 28, y, Label.Anchor.START);
            x += 28 + label.width() + GAP;
        }
        if (whole != null) {
            g.setPaint(Theme.CONTEXT);
            g.setStroke(Theme.solid(1.3f));
            g.draw(new Line2D.Double(x, y, x + 22, y));
            new Label(whole.label(), Theme.regular(12), Theme.MUTED).drawCentred(g, x + 28, y, Label.Anchor.START);
        }
    }

    private static void head(Graphics2D g, Panel panel, Grid grid, double left, double top) {
        double y = top + 13;
        for (String line : title(panel, grid.width())) {
            new Label(line, Theme.bold(13), Theme.INK).draw(g, left, y, Label.Anchor.START);
            y += TITLE_LINE;
        }
        new Label(panel.note(), Theme.regular(11), Theme.MUTED).draw(g, left, y, Label.Anchor.START);
    }

    private static void scale(Graphics2D g, NumberAxis axis, Rectangle2D plot, boolean labelled) {
        double step = axis.getTickUnit().getSize();
        for (double tick = 0; tick <= axis.getUpperBound() + 1e-9; tick += step) {
            double y = plot.getMaxY() - tick / axis.getUpperBound() * plot.getHeight();
            g.setPaint(tick == 0 ? Theme.CONTEXT : Theme.GRID);
            g.setStroke(Theme.HAIR);
            g.draw(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
            if (labelled) {
                new Label(axis.getTickUnit().valueToString(tick), Theme.regular(11), Theme.MUTED)
                        .drawCentred(g, plot.getX() - 6, y, Label.Anchor.END);
            }
        }
    }

    private record Places(Rectangle2D plot, int first, int last, double top) {
        double x(int year) {
            double share = first == last ? 0.5 : (double) (year - first) / (last - first);
            return plot.getX() + 14 + share * (plot.getWidth() - 28);
        }

        double y(double rate) {
            return plot.getMaxY() - rate / top * plot.getHeight();
        }
    }

    private void panel(Graphics2D g, Series series, Places places) {
        years(g, places);
        if (target != null) {
            g.setPaint(Theme.TARGET);
            g.setStroke(Theme.DASHED);
            double y = places.y(target.value());
            g.draw(new Line2D.Double(places.plot().getX(), y, places.plot().getMaxX(), y));
        }
        if (whole != null) {
            g.setPaint(Theme.CONTEXT);
            g.setStroke(Theme.solid(1.3f));
            whole.lines().forEach(line -> g.draw(path(line, places)));
        }
        for (List<Point> line : series.lines()) {
            g.setPaint(Theme.BAND);
            g.fill(band(line, places));
        }
        for (List<Point> line : series.lines()) {
            g.setPaint(Theme.ESTIMATE);
            g.setStroke(Theme.solid(2.2f));
            g.draw(path(line, places));
            line.forEach(p -> g.fill(new Ellipse2D.Double(places.x(p.year()) - 3, places.y(p.estimate()) - 3, 6, 6)));
        }
        values(g, series.points(), places);
        for (Point p : series.points()) {
            Tip.tell(
                    g,
                    new Rectangle2D.Double(
                            places.x(p.year()) - 10,
                            places.plot().getY(),
                            20,
                            places.plot().getHeight()),
                    Rates.told(series.label() + " " + p.year(), p.estimate(), p.lower(), p.upper()));
        }
    }

    /** The first and the newest value. */
    private static void values(Graphics2D g, List<Point> points, Places places) {
        if (points.isEmpty()) {
            return;
        }
        Point newest = points.get(points.size() - 1);
        value(g, newest, places, Theme.bold(13).getSize2D(), true);
        if (places.x(newest.year()) - places.x(points.get(0).year()) > 2 * YEAR_ROOM) {
            value(g, points.get(0), places, 11, false);
        }
    }

    private static void value(Graphics2D g, Point p, Places places, float size, boolean newest) {
        Label label = newest
                ? new Label(Rates.percent(p.estimate()), Theme.bold(size), Theme.ESTIMATE)
                : new Label(Rates.percent(p.estimate()), Theme.regular(size), Theme.MUTED);
        double half = label.width() / 2;
        double x = Math.max(
                places.plot().getX() + half,
                Math.min(places.x(p.year()), places.plot().getMaxX() - half));
        double above = places.y(p.upper()) - 5;
        double y = above > places.plot().getY() + 6
                ? above
                : Math.min(places.y(p.lower()) + 16, places.plot().getMaxY() - 4);
        label.drawOnPaper(g, x, y, Label.Anchor.MIDDLE);
    }

    private void years(Graphics2D g, Places places) {
        int step = 1;
        while (first() != last()
                && (places.x(first() + step) - places.x(first())) < YEAR_ROOM
                && step < last() - first()) {
            step++;
        }
        for (int year = last(); year >= first(); year -= step) {
            new Label(Integer.toString(year), Theme.regular(11), Theme.MUTED)
                    .draw(g, places.x(year), places.plot().getMaxY() + 16, Label.Anchor.MIDDLE);
        }
    }

    private static Path2D path(List<Point> line, Places places) {
        Path2D path = new Path2D.Double();
        for (Point p : line) {
            to(path, places.x(p.year()), places.y(p.estimate()));
        }
        return path;
    }

    /** The area of the intervals; of a single point a bar. */
    private static Path2D band(List<Point> line, Places places) {
        double half = line.size() == 1 ? 3 : 0;
        Path2D band = new Path2D.Double();
        for (Point p : line) {
            to(band, places.x(p.year()) - half, places.y(p.upper()));
        }
        if (half > 0) {
            to(band, places.x(line.get(0).year()) + half, places.y(line.get(0).upper()));
        }
        for (int i = line.size() - 1; i >= 0; i--) {
            to(band, places.x(line.get(i).year()) + half, places.y(line.get(i).lower()));
        }
        if (half > 0) {
            to(band, places.x(line.get(0).year()) - half, places.y(line.get(0).lower()));
        }
        band.closePath();
        return band;
    }

    private static void to(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    private Stream<Point> points() {
        return Stream.concat(
                panels.stream().flatMap(p -> p.series().points().stream()),
                Stream.ofNullable(whole).flatMap(w -> w.points().stream()));
    }

    private int first() {
        return points().mapToInt(Point::year).min().orElse(0);
    }

    private int last() {
        return points().mapToInt(Point::year).max().orElse(0);
    }

    private double highest() {
        return points().mapToDouble(Point::upper).reduce(target == null ? 0 : target.value(), Math::max);
    }
}
