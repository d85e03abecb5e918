package org.suzhi.analysis.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/**
 * A chart laid out with the words around it.
 *
 * @param headed whether title and subtitle are drawn; a page that has its own heading leaves them out
 */
record Sheet(Chart chart, int width, boolean headed) {
    static final int MIN_WIDTH = 280;
    static final int MAX_WIDTH = 4000;

    private static final int MARK_HEIGHT = 22;

    Sheet {
        if (width < MIN_WIDTH || width > MAX_WIDTH) {
            throw new IllegalArgumentException(
                    "chart width: got " + width + ", expected " + MIN_WIDTH + " to " + MAX_WIDTH + " CSS pixels");
        }
    }

    int height() {
        return (int) Math.ceil(margin() + head() + chart.plotHeight(width) + foot() + margin());
    }

    void draw(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setPaint(Theme.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, width, height()));
        double y = margin();
        if (headed) {
            y = paragraph(g, chart.text().title(), titleFont(), Theme.INK, y);
            y = paragraph(g, chart.text().subtitle(), Theme.regular(13), Theme.MUTED, y + 2) + 14;
        }
        int plotHeight = chart.plotHeight(width);
        chart.draw(g, new Rectangle2D.Double(margin(), y, inner(), plotHeight));
        foot(g, y + plotHeight + 12);
    }

    private double margin() {
        return headed ? 20 : 0;
    }

    private double inner() {
        return width - 2 * margin();
    }

    private Font titleFont() {
        return Theme.bold(width < 560 ? 17 : 20);
    }

    private double head() {
        return headed
                ? paragraphHeight(chart.text().title(), titleFont())
                        + 2
                        + paragraphHeight(chart.text().subtitle(), Theme.regular(13))
                        + 14
                : 0;
    }

    private double foot() {
        return 12
                + (chart.text().mark().isEmpty() ? 0 : MARK_HEIGHT + 4)
                + paragraphHeight(chart.text().source(), Theme.regular(11));
    }

    private void foot(Graphics2D g, double top) {
        double y = top;
        if (!chart.text().mark().isEmpty()) {
            Label mark = new Label(chart.text().mark(), Theme.bold(12), Theme.MARK);
            g.setPaint(Theme.MARK_GROUND);
            g.fill(new RoundRectangle2D.Double(margin(), y, mark.width() + 20, MARK_HEIGHT, MARK_HEIGHT, MARK_HEIGHT));
            mark.drawCentred(g, margin() + 10, y + MARK_HEIGHT / 2.0, Label.Anchor.START);
            y += MARK_HEIGHT + 4;
        }
        paragraph(g, chart.text().source(), Theme.regular(11), Theme.MUTED, y);
    }

    private double paragraph(Graphics2D g, String text, Font font, Color paint, double top) {
        double y = top;
        for (String line : lines(text, font)) {
            new Label(line, font, paint).draw(g, margin(), y + font.getSize2D() * 1.1, Label.Anchor.START);
            y += lineHeight(font);
        }
        return y;
    }

    private double paragraphHeight(String text, Font font) {
        return lines(text, font).size() * lineHeight(font);
    }

    private List<String> lines(String text, Font font) {
        return Label.wrap(text, font, inner());
    }

    private static double lineHeight(Font font) {
        return Math.rint(font.getSize2D() * 1.45);
    }
}
