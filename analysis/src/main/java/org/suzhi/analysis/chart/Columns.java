package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;

/** Text columns beside the dots of an {@link IntervalChart}: labels left; value and, with room, bounds and note right. */
record Columns(double labels, double value, double bounds, double note) {
    private static final double GAP = 14;

    static Columns of(List<IntervalChart.Row> rows, boolean wide) {
        return new Columns(
                widest(rows, Columns::label),
                widest(rows, Columns::value),
                wide ? widest(rows, Columns::bounds) : 0,
                wide ? widest(rows, Columns::note) : 0);
    }

    /** Width of all columns right of the dots, with the gaps before them. */
    double right() {
        return gapped(value) + gapped(bounds) + gapped(note);
    }

    void draw(Graphics2D g, IntervalChart.Row row, double left, double y, Rectangle2D data) {
        label(row).drawCentred(g, left, y, Label.Anchor.START);
        if (row instanceof IntervalChart.Suppressed suppressed) {
            new Label(suppressed.reason(), Theme.regular(12), Theme.MUTED)
                    .drawOnPaper(g, data.getX() + 6, y + 4, Label.Anchor.START);
        }
        double x = data.getMaxX() + gapped(value);
        value(row).drawCentred(g, x, y, Label.Anchor.END);
        if (bounds > 0) {
            x += gapped(bounds);
            bounds(row).drawCentred(g, x, y, Label.Anchor.END);
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

    private static Label value(IntervalChart.Row row) {
        String text = row instanceof IntervalChart.Rate rate ? Rates.percent(rate.estimate()) : "";
        return new Label(text, Theme.bold(13), Theme.INK);
    }

    private static Label bounds(IntervalChart.Row row) {
        String text = row instanceof IntervalChart.Rate rate ? Rates.bounds(rate.lower(), rate.upper()) : "";
        return new Label(text, Theme.regular(12), Theme.MUTED);
    }

    private static Label note(IntervalChart.Row row) {
        String text = row instanceof IntervalChart.Rate rate ? rate.note() : "";
        return new Label(text, Theme.regular(12), Theme.MUTED);
    }
}
