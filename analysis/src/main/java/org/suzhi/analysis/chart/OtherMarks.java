package org.suzhi.analysis.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Marks of what is compared with, told apart by their shape, and their legend above an {@link IntervalChart}.
 *
 * @param width that the legend may take
 */
record OtherMarks(List<String> names, double width) {
    private static final int LINE = 20;
    private static final double GAP = 18;
    private static final List<Shape> SHAPES = List.of(
            polygon(0, -5, 5, 0, 0, 5, -5, 0),
            new Rectangle2D.Double(-3.8, -3.8, 7.6, 7.6),
            polygon(0, -5, 5, 4, -5, 4),
            polygon(-5, -4, 5, -4, 0, 5));
    private static final Stroke OUTLINE = new BasicStroke(1.4f);

    OtherMarks {
        if (names.size() > SHAPES.size()) {
            throw new IllegalArgumentException("IntervalChart.others: got " + names.size() + ", expected at most "
                    + SHAPES.size() + ", told apart by their marks");
        }
    }

    static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** Room of the legend; 0 without names. */
    int height() {
        return names.isEmpty() ? 0 : layOut(null, 0, 0) + 6;
    }

    void draw(Graphics2D g, double left, double top) {
        layOut(g, left, top);
    }

    private int layOut(@Nullable Graphics2D g, double left, double top) {
        double x = 0;
        int y = 0;
        for (int k = 0; k < names.size(); k++) {
            Label label = new Label(names.get(k), Theme.regular(12), Theme.MUTED);
            double needed = 14 + label.width();
            if (x > 0 && x + needed > width) {
                x = 0;
                y += LINE;
            }
            if (g != null) {
                mark(g, k, left + x + 5, top + y + LINE / 2.0);
                label.drawCentred(g, left + x + 14, top + y + LINE / 2.0, Label.Anchor.START);
            }
            x += needed + GAP;
        }
        return y + LINE;
    }

    /** Marks the values of a row. */
    static void draw(Graphics2D g, List<Double> values, DoubleUnaryOperator x, double y) {
        for (int k = 0; k < values.size(); k++) {
            if (!Double.isNaN(values.get(k))) {
                mark(g, k, x.applyAsDouble(values.get(k)), y);
            }
        }
    }

    private static void mark(Graphics2D g, int kind, double x, double y) {
        Shape shape = AffineTransform.getTranslateInstance(x, y).createTransformedShape(SHAPES.get(kind));
        g.setPaint(Theme.PAPER);
        g.fill(shape);
        g.setPaint(Theme.MUTED);
        g.setStroke(OUTLINE);
        g.draw(shape);
    }
}
