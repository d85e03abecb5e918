package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;

/**
 * Text columns beside the dots of an {@link IntervalChart}: labels left; value and, with room, bounds and note right.
 *
 * @param stacked whether labels are so long that they stand above their rows
 */
record Columns(Scale scale, boolean stacked, double labels, double value, double bounds, double note) {
    private static final double GAP = 14;
    private static final double LONGEST_LABEL = 0.4;

    static Columns of(Scale scale, List<IntervalChart.Row> rows, double width, boolean wide) {
        double labels = widest(
                rows.stream()
                        .filter(row -> !(row instanceof IntervalChart.Heading))
                        .toList(),
                Columns::label);
        return new Columns(
                scale,
                labels > LONGEST_LABEL * width,
                labels,
                widest(rows, row -> value(scale, row)),
                wide ? widest(rows, row -> bounds(scale, row)) : 0,
                wide ? widest(rows, Columns::note) : 0);
    }

    /** Width of the labels with the gap after them; where they stand above their rows, the room of half a tick label. */
    double left() {
        return stacked ? GAP : labels + GAP;
    }

    /** Width of all columns right of the dots, with the gaps before them. */
    double right() {
        return gapped(value) + gapped(bounds) + gapped(note);
    }

    void draw(Graphics2D g, IntervalChart.Row row, double left, double y, Rectangle2D data) {
        double room = data.getMaxX() + right() - left;
        if (row instanceof IntervalChart.Heading) {
            label(row).within(room).drawOnPaper(g, left, y + (stacked ? -10 : 5), Label.Anchor.START);
        } else if (stacked) {
            label(row).within(room).drawOnPaper(g, left, y - 10, Label.Anchor.START);
        } else {
            label(row).drawCentred(g, left, y, Label.Anchor.START);
        }
        if (row instanceof IntervalChart.Suppressed suppressed) {
            new Label(suppressed.reason(), Theme.regular(12), Theme.MUTED)
                    .drawOnPaper(g, data.getX() + 6, y + 4, Label.Anchor.START);
        }
        double x = data.getMaxX() + gapped(value);
        value(scale, row).drawCentred(g, x, y, Label.Anchor.END);
        if (bounds > 0) {
            x += gapped(bounds);
            bounds(scale, row).drawCentred(g, x, y, Label.Anchor.END);
        }
        if (note > 0) {
            note(row).drawCentred(g, x + gapped(note), y, Label.Anchor.END);
        }
    }

    private static double gapped(double width) {
        return width > 0 ? width + GAP : 0;
    }

    private static double widest(List<IntervalChart.Row> rows, Function<IntervalChart.Row, Label> column) {
        return rows.stream().map(column).mapToDouble(Label::width).max().orElse(0);
    }

    private static Label label(IntervalChart.Row row) {
        return row instanceof IntervalChart.Heading
                ? new Label(row.label(), Theme.bold(13), Theme.INK)
                : new Label(row.label(), Theme.regular(13), Theme.INK);
    }

    private static Label value(Scale scale, IntervalChart.Row row) {
        String text = row instanceof IntervalChart.Rate rate ? scale.value(rate.estimate()) : "";
        return new Label(text, Theme.bold(13), Theme.INK);
    }

    private static Label bounds(Scale scale, IntervalChart.Row row) {
        String text = row instanceof IntervalChart.Rate rate ? rate.bounds(scale) : "";
        return new Label(text, Theme.regular(12), Theme.MUTED);
    }

    private static Label note(IntervalChart.Row row) {
        String text = row instanceof IntervalChart.Rate rate ? rate.note() : "";
        return new Label(text, Theme.regular(12), Theme.MUTED);
    }
}
