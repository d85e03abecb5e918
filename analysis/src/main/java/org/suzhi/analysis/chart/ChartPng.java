package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A chart as PNG, for documents and messages. The same chart always gives the same bytes. */
public final class ChartPng {
    private ChartPng() {}

    /**
     * The chart with its title, source and mark.
     *
     * @param width in CSS pixels
     * @param scale device pixels to a CSS pixel; 2 is sharp on today's screens
     */
    public static byte[] of(Chart chart, int width, int scale) {
        Sheet sheet = new Sheet(chart, width, true);
        BufferedImage image = new BufferedImage(width * scale, sheet.height() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        sheet.draw(g);
        g.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
