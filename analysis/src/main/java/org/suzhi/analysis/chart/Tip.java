package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What a place of a chart says when it is pointed at. Only surfaces that can show it keep it; others pass it over. */
record Tip(Rectangle2D place, String text) {
    private static final RenderingHints.Key KEY = new RenderingHints.Key(0x5A01) {
        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Tips;
        }
    };

    private static final class Tips {
        final List<Tip> told = new ArrayList<>();
    }

    /** Makes a surface keep the tips of what is drawn on it, in the order in which they are told. */
    static List<Tip> keptBy(Graphics2D g) {
        Tips tips = new Tips();
        g.setRenderingHint(KEY, tips);
        return tips.told;
    }

    static void tell(Graphics2D g, Rectangle2D place, String text) {
        if (g.getRenderingHint(KEY) instanceof Tips tips) {
            tips.told.add(new Tip(place, text));
        }
    }

    /** Around a point, large enough to be met by a finger. */
    static void tellAt(Graphics2D g, double x, double y, double halfWidth, double halfHeight, String text) {
        tell(g, new Rectangle2D.Double(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight), text);
    }
}
