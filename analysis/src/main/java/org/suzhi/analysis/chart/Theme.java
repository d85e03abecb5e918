package org.suzhi.analysis.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Stroke;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jfree.chart.plot.XYPlot;

/**
 * Colours, type and lines of all charts.
 *
 * <p>The hues are blue and vermilion of the palette of Okabe and Ito (2008, "Color Universal Design"), which readers
 * with any common colour-vision deficiency tell apart; vermilion text is darkened until it has 4.5:1 contrast on
 * white, and marks have at least 3:1. No meaning hangs on colour alone: lines differ by dash and carry direct labels.
 */
final class Theme {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x17, 0x22, 0x2E);
    static final Color MUTED = new Color(0x56, 0x63, 0x70);
    static final Color GRID = new Color(0xE5, 0xE9, 0xED);
    static final Color ESTIMATE = new Color(0x00, 0x62, 0x9B);
    static final Color INTERVAL = new Color(0x55, 0x9A, 0xC7);
    /** The interval where it is an area: light enough for lines and text on it. */
    static final Color FAN = new Color(0xDC, 0xE9, 0xF3);

    static final Color BAND = new Color(0xBD, 0xD7, 0xEA);
    static final Color TARGET = new Color(0xD5, 0x5E, 0x00);
    static final Color TARGET_TEXT = new Color(0xA8, 0x45, 0x00);
    /** Of a change, what another make-up of the population brought: orange of the same palette. */
    static final Color SHARE = new Color(0xE6, 0x9F, 0x00);

    static final Color CONTEXT = new Color(0x8A, 0x96, 0xA3);
    /** Further lines of context, dark enough for text: purple, green and ochre. */
    static final Color CONTEXT_2 = new Color(0x9A, 0x4D, 0x82);

    static final Color CONTEXT_3 = new Color(0x00, 0x78, 0x5A);
    static final Color CONTEXT_4 = new Color(0x7A, 0x5C, 0x00);
    static final Color MARK = new Color(0x6B, 0x4E, 0x00);
    static final Color MARK_GROUND = new Color(0xFF, 0xF3, 0xCF);

    /** The colours by the name that a page can give them another value for, such as a dark one. */
    static final Map<Color, String> NAMES = Map.ofEntries(
            Map.entry(PAPER, "paper"),
            Map.entry(INK, "ink"),
            Map.entry(MUTED, "muted"),
            Map.entry(GRID, "grid"),
            Map.entry(ESTIMATE, "estimate"),
            Map.entry(INTERVAL, "interval"),
            Map.entry(FAN, "fan"),
            Map.entry(BAND, "band"),
            Map.entry(TARGET, "target"),
            Map.entry(TARGET_TEXT, "target-text"),
            Map.entry(SHARE, "share"),
            Map.entry(CONTEXT, "context"),
            Map.entry(CONTEXT_2, "context-2"),
            Map.entry(CONTEXT_3, "context-3"),
            Map.entry(CONTEXT_4, "context-4"),
            Map.entry(MARK, "mark"),
            Map.entry(MARK_GROUND, "mark-ground"));

    static final Stroke HAIR = new BasicStroke(1f);
    static final Stroke DASHED =
            new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 4f}, 0f);

    static final Stroke DOTTED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {2f, 3f}, 0f);

    private static final Font REGULAR = load("NotoSansSC_400Regular.ttf");
    private static final Font BOLD = load("NotoSansSC_700Bold.ttf").deriveFont(Font.BOLD);

    private Theme() {}

    static Font regular(float size) {
        return REGULAR.deriveFont(size);
    }

    static Font bold(float size) {
        return BOLD.deriveFont(size);
    }

    static Stroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** Takes away everything that JFreeChart draws of its own accord. */
    static void clear(XYPlot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(HAIR);
        plot.setRangeGridlineStroke(HAIR);
    }

    private static Font load(String file) {
        try (InputStream in = Objects.requireNonNull(
                Theme.class.getResourceAsStream(file), () -> "font " + file + " is missing from the build")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("font " + file + " cannot be read", e);
        }
    }
}
