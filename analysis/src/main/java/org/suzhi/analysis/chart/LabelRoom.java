package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Where labels of a chart lie already, so that none is drawn over another. */
final class LabelRoom {
    private final Rectangle2D sheet;
    private final List<Rectangle2D> labels = new ArrayList<>();
    private final List<Rectangle2D> marks = new ArrayList<>();

    /** @param sheet that no label may leave */
    LabelRoom(Rectangle2D sheet) {
        this.sheet = sheet;
    }

    /** A place for a label: where its baseline starts, ends or has its middle. */
    record Place(double x, double y, Label.Anchor anchor) {}

    /** A mark that labels keep off where they can. */
    void keepOff(Rectangle2D mark) {
        marks.add(mark);
    }

    /** A label that is drawn by others. */
    void take(Rectangle2D label) {
        labels.add(label);
    }

    /** Draws a label at a place and keeps others from it. */
    void draw(Graphics2D g, Label label, Place place) {
        label.drawOnPaper(g, place.x(), place.y(), place.anchor());
        labels.add(label.patch(place.x(), place.y(), place.anchor()));
    }

    /** Draws a label at the first of some places that is free; where none is, not at all. */
    boolean drawIfFree(Graphics2D g, Label label, List<Place> places) {
        for (Place place : places) {
            Place within = within(label, place);
            Rectangle2D patch = label.patch(within.x(), within.y(), within.anchor());
            if (free(patch, labels) && free(patch, marks)) {
                draw(g, label, within);
                return true;
            }
        }
        return false;
    }

    /** Draws a label that has to be told: at the first free place, else over marks, else at the first place of all. */
    void drawAnyway(Graphics2D g, Label label, List<Place> places) {
        if (drawIfFree(g, label, places)) {
            return;
        }
        List<Place> within = places.stream().map(place -> within(label, place)).toList();
        draw(
                g,
                label,
                within.stream()
                        .filter(place -> free(label.patch(place.x(), place.y(), place.anchor()), labels))
                        .findFirst()
                        .orElse(within.get(0)));
    }

    private Place within(Label label, Place place) {
        Rectangle2D patch = label.patch(place.x(), place.y(), place.anchor());
        double left = Math.max(0, sheet.getX() - patch.getX());
        double right = Math.max(0, patch.getMaxX() - sheet.getMaxX());
        return new Place(place.x() + left - right, place.y(), place.anchor());
    }

    private boolean free(Rectangle2D patch, List<Rectangle2D> taken) {
        return patch.getY() >= sheet.getY()
                && patch.getMaxY() <= sheet.getMaxY()
                && taken.stream().noneMatch(other -> other.intersects(patch));
    }
}
