package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a sample size buys: the margin of error above, the power below, both against the number of interviews, with what is
 * wanted as a dashed line and the planned size as a dot. Axes start at zero.
 *
 * @param points ascending by interviews, at least two
 * @param planned number of interviews that is marked
 * @param margin what is wanted, as a share
 * @param power what is wanted, as a share
 */
public record PrecisionChart(
        ChartText text, List<Point> points, Point planned, Wanted margin, Wanted power, String axisLabel)
        implements Chart {
    /** A size with its margin and power, both as shares. */
    public record Point(int interviews, double margin, double power) {}

    /** The title of a panel, and the value that is wanted in it. */
    public record Wanted(String title, double value) {}

    private static final int PANEL = 170;
    private static final int TITLE = 26;
    private static final int BOTTOM = 42;
    private static final int LEFT = 48;
    private static final int RIGHT = 20;
    private static final double DOT = 9;

    public PrecisionChart {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("PrecisionChart.points: got " + points.size() + ", expected 2 or more");
        }
    }

    @Override
    public int plotHeight(int width) {
        return 2 * (TITLE + PANEL) + 12 + BOTTOM;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        int last = points.get(points.size() - 1).interviews();
        SizeAxis interviews =
                SizeAxis.of(last, area.getX() + LEFT, area.getMaxX() - RIGHT, area.getWidth() < 560 ? 4 : 8);
        double most = points.stream().mapToDouble(Point::margin).max().orElse(0);
        double upper = Math.min(most, Math.max(4 * margin.value(), 2 * planned.margin()));
        Panel top = new Panel(area.getY() + TITLE, SizeAxis.of(upper, 0, PANEL, 4));
        Panel below = new Panel(area.getY() + 2 * TITLE + PANEL + 12, new SizeAxis(1, 0.2, 0, PANEL));
        panel(g, area, interviews, top, margin, Point::margin);
        panel(g, area, interviews, below, power, Point::power);
        double bottom = below.y(0);
        for (double n = 0; n <= interviews.top() + 1e-9; n += interviews.step()) {
            new Label(String.format(Locale.ROOT, "%,d", Math.round(n)), Theme.regular(12), Theme.MUTED)
                    .draw(g, interviews.x(n), bottom + 17, Label.Anchor.MIDDLE);
        }
        new Label(axisLabel, Theme.regular(12), Theme.MUTED)
                .draw(g, area.getMaxX() - RIGHT, bottom + 35, Label.Anchor.END);
    }

    /** A panel's own scale, upside down as screens are. */
    private record Panel(double top, SizeAxis values) {
        double y(double value) {
            return top + PANEL - values.x(Math.min(value, values.top()));
        }
    }

    private void panel(
            Graphics2D g,
            Rectangle2D area,
            SizeAxis interviews,
            Panel panel,
            Wanted wanted,
            ToDoubleFunction<Point> value) {
        new Label(wanted.title(), Theme.bold(13), Theme.INK).draw(g, area.getX(), panel.top() - 10, Label.Anchor.START);
        g.setStroke(Theme.HAIR);
        for (double v = 0; v <= panel.values().top() + 1e-9; v += panel.values().step()) {
            g.setPaint(Theme.GRID);
            g.draw(new Line2D.Double(interviews.left(), panel.y(v), interviews.right(), panel.y(v)));
            new Label(percent(v), Theme.regular(12), Theme.MUTED)
                    .drawCentred(g, interviews.left() - 8, panel.y(v), Label.Anchor.END);
        }
        if (wanted.value() <= panel.values().top()) {
            g.setPaint(Theme.TARGET);
            g.setStroke(Theme.DASHED);
            g.draw(new Line2D.Double(
                    interviews.left(), panel.y(wanted.value()), interviews.right(), panel.y(wanted.value())));
        }
        line(g, interviews, panel, value);
        double x = interviews.x(planned.interviews());
        double y = panel.y(value.applyAsDouble(planned));
        g.setPaint(Theme.ESTIMATE);
        g.setStroke(Theme.HAIR);
        g.draw(new Line2D.Double(x, panel.y(0), x, y));
        g.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
        boolean atTheRight = x > interviews.right() - 80;
        new Label(Rates.percent(value.applyAsDouble(planned)), Theme.bold(12), Theme.ESTIMATE)
                .drawOnPaper(g, atTheRight ? x - 9 : x + 9, y - 9, atTheRight ? Label.Anchor.END : Label.Anchor.START);
    }

    private void line(Graphics2D g, SizeAxis interviews, Panel panel, ToDoubleFunction<Point> value) {
        Path2D line = new Path2D.Double();
        for (Point point : points) {
            double v = value.applyAsDouble(point);
            if (v > panel.values().top()) {
                continue;
            }
            double x = interviews.x(point.interviews());
            if (line.getCurrentPoint() == null) {
                line.moveTo(x, panel.y(v));
            } else {
                line.lineTo(x, panel.y(v));
            }
        }
        g.setPaint(Theme.ESTIMATE);
        g.setStroke(Theme.solid(2.2f));
        g.draw(line);
    }

    private static String percent(double share) {
        double shown = Math.round(share * 100_000) / 1000.0;
        return (shown == Math.rint(shown) ? String.valueOf((long) shown) : String.valueOf(shown)) + "%";
    }
}
