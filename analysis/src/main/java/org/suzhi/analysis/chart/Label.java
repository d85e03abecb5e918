package org.suzhi.analysis.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line of text at a point, written as text and not as a picture of it. */
record Label(String text, Font font, Color paint) {
    /** Where the point lies in the text. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Anchor(double share) {
            this.share = share;
        }
    }

    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    double width() {
        return width(text, font);
    }

    /** The same, cut off with an ellipsis where it is wider than there is room. */
    Label within(double room) {
        if (width() <= room) {
            return this;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", font) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return new Label(text.substring(0, end) + "…", font, paint);
    }

    /** Draws with the baseline at {@code y}. */
    void draw(Graphics2D g, double x, double y, Anchor anchor) {
        if (text.isEmpty()) {
            return;
        }
        g.setFont(font);
        g.setPaint(paint);
        g.drawString(text, (float) (x - anchor.share * width()), (float) y);
    }

    /** Draws vertically centred on {@code y}. */
    void drawCentred(Graphics2D g, double x, double y, Anchor anchor) {
        draw(g, x, y + 0.36 * font.getSize2D(), anchor);
    }

    /** As {@link #draw}, on a patch of paper that keeps lines off the text. */
    void drawOnPaper(Graphics2D g, double x, double y, Anchor anchor) {
        g.setPaint(Theme.PAPER);
        g.fill(patch(x, y, anchor));
        draw(g, x, y, anchor);
    }

    /** The room that the text takes with its baseline at {@code y}. */
    Rectangle2D patch(double x, double y, Anchor anchor) {
        double size = font.getSize2D();
        return new Rectangle2D.Double(x - anchor.share * width() - 2, y - 0.86 * size, width() + 4, 1.04 * size);
    }

    /** Breaks a text into lines no wider than {@code width}; Chinese breaks between characters, English at spaces. */
    static List<String> wrap(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int start = 0;
        int fits = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (fits > start && width(text.substring(start, end).stripTrailing(), font) > width) {
                lines.add(text.substring(start, fits).stripTrailing());
                start = fits;
            }
            fits = end;
        }
        if (fits > start) {
            lines.add(text.substring(start, fits).stripTrailing());
        }
        return lines;
    }

    private static double width(String text, Font font) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }
}
