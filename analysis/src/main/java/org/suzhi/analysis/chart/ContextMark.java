package org.suzhi.analysis.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** How a line of context is drawn: each has its own colour, dash and mark, none of which it needs to be told apart alone. */
record ContextMark(Color line, Color text, Stroke stroke, Shape shape) {
    private static final List<ContextMark> ALL = List.of(
            new ContextMark(Theme.CONTEXT, Theme.MUTED, Theme.solid(1.3f), Marks.dot(5)),
            new ContextMark(
                    Theme.CONTEXT_2, Theme.CONTEXT_2, dashed(7, 3), new Rectangle2D.Double(-2.8, -2.8, 5.6, 5.6)),
            new ContextMark(
                    Theme.CONTEXT_3, Theme.CONTEXT_3, dashed(8, 3, 2, 3), OtherMarks.polygon(0, -4, 3.8, 3, -3.8, 3)),
            new ContextMark(
                    Theme.CONTEXT_4, Theme.CONTEXT_4, dashed(2, 2.5f), OtherMarks.polygon(0, -4, 4, 0, 0, 4, -4, 0)));

    /** So many lines can be told apart. */
    static final int MOST = ALL.size();

    /** The k-th line's, k from 0. */
    static ContextMark of(int k) {
        return ALL.get(k);
    }

    /** The mark without its filling: a figure that is no result. */
    void hollow(Graphics2D g, double x, double y) {
        Shape there = AffineTransform.getTranslateInstance(x, y)
                .createTransformedShape(
                        AffineTransform.getScaleInstance(1.35, 1.35).createTransformedShape(shape));
        g.setPaint(Theme.PAPER);
        g.fill(there);
        g.setPaint(line);
        g.setStroke(Theme.solid(1.5f));
        g.draw(there);
    }

    private static Stroke dashed(float... dashes) {
        return new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes, 0f);
    }
}
