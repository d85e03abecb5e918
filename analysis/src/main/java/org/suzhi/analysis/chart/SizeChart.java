package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * The sizes of all units of a frame, one row a stratum: a tick for each unit, a dot upon it where the unit was drawn, so
 * that one sees whether small and large units came in as they should. The axis starts at zero.
 *
 * @param rows at least one
 * @param drawnLabel what a dot stands for
 * @param frameLabel what a tick stands for
 * @param axisLabel what is measured
 */
public record SizeChart(ChartText text, List<Row> rows, String drawnLabel, String frameLabel, String axisLabel)
        implements Chart {
    /** A stratum's units: their sizes, and those of the drawn among them. */
    public record Row(String label, List<Integer> sizes, List<Integer> drawn) {
        public Row {
            sizes = List.copyOf(sizes);
            drawn = List.copyOf(drawn);
        }
    }

    private static final int PHONE = 560;
    private static final int TOP = 28;
    private static final int BOTTOM = 40;
    private static final int ROW = 26;
    private static final int STACKED_ROW = 40;
    private static final int GAP = 14;
    private static final double TICK = 6;
    private static final double DOT = 7;

    public SizeChart {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("SizeChart.rows: got none, expected at least one");
        }
    }

    @Override
    public int plotHeight(int width) {
        return TOP + rows.size() * (width < PHONE ? STACKED_ROW : ROW) + BOTTOM;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        boolean stacked = area.getWidth() < PHONE;
        double left = stacked ? area.getX() + 6 : area.getX() + labelWidth(area.getWidth()) + GAP;
        double right = area.getMaxX() - 16;
        double top = area.getY() + TOP;
        double height = rows.size() * (stacked ? STACKED_ROW : ROW);
        SizeAxis scale = SizeAxis.of(largest(), left, right, stacked ? 4 : 8);
        legend(g, area.getX(), area.getY() + 10);
        g.setStroke(Theme.HAIR);
        for (double at = 0; at <= scale.top() + 1e-9; at += scale.step()) {
            g.setPaint(Theme.GRID);
            g.draw(new Line2D.Double(scale.x(at), top, scale.x(at), top + height));
            new Label(String.format(Locale.ROOT, "%,d", Math.round(at)), Theme.regular(12), Theme.MUTED)
                    .draw(g, scale.x(at), top + height + 16, at == 0 ? Label.Anchor.START : Label.Anchor.MIDDLE);
        }
        new Label(axisLabel, Theme.regular(12), Theme.MUTED).draw(g, right, top + height + 34, Label.Anchor.END);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double bottom = top + (i + 1) * (stacked ? STACKED_ROW : ROW);
            double y = bottom - ROW / 2.0;
            Label label = new Label(row.label(), Theme.regular(13), Theme.INK);
            if (stacked) {
                label.draw(g, area.getX(), bottom - ROW + 2, Label.Anchor.START);
            } else {
                label.drawCentred(g, left - GAP, y, Label.Anchor.END);
            }
            marks(g, row, scale, y);
        }
    }

    private static void marks(Graphics2D g, Row row, SizeAxis scale, double y) {
        g.setStroke(Theme.HAIR);
        g.setPaint(Theme.CONTEXT);
        for (int size : row.sizes()) {
            g.draw(new Line2D.Double(scale.x(size), y - TICK, scale.x(size), y + TICK));
        }
        for (int size : row.drawn()) {
            dot(g, scale.x(size), y);
        }
    }

    private static void dot(Graphics2D g, double x, double y) {
        g.setPaint(Theme.ESTIMATE);
        g.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
    }

    private void legend(Graphics2D g, double x, double y) {
        dot(g, x + DOT / 2, y);
        Label drawn = new Label(drawnLabel, Theme.regular(12), Theme.INK);
        drawn.drawCentred(g, x + DOT + 6, y, Label.Anchor.START);
        double next = x + DOT + 6 + drawn.width() + 20;
        g.setPaint(Theme.CONTEXT);
        g.setStroke(Theme.HAIR);
        g.draw(new Line2D.Double(next, y - TICK, next, y + TICK));
        new Label(frameLabel, Theme.regular(12), Theme.INK).drawCentred(g, next + 8, y, Label.Anchor.START);
    }

    private double labelWidth(double width) {
        double widest = rows.stream()
                .mapToDouble(row -> new Label(row.label(), Theme.regular(13), Theme.INK).width())
                .max()
                .orElse(0);
        return Math.min(widest, width * 0.4);
    }

    private int largest() {
        return rows.stream()
                .flatMap(row -> row.sizes().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
    }
}
