package org.suzhi.analysis.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Charts of many rows, cut into pieces that fit a page. */
final class Pieces {
    private Pieces() {}

    /**
     * Cuts rows evenly.
     *
     * @param whole height of the whole chart's own area
     * @param height that a piece may have
     * @param piece makes a chart of its words and rows
     */
    static <R> List<Chart> of(
            Chart chart, int whole, int height, List<R> rows, BiFunction<ChartText, List<R>, Chart> piece) {
        int count = Math.min(rows.size(), (whole + height - 1) / height);
        if (count < 2) {
            return List.of(chart);
        }
        List<Chart> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ChartText text = chart.text();
            pieces.add(piece.apply(
                    new ChartText(
                            text.title() + " (" + (i + 1) + "/" + count + ")",
                            text.subtitle(),
                            text.source(),
                            text.mark(),
                            text.description()),
                    rows.subList(i * rows.size() / count, (i + 1) * rows.size() / count)));
        }
        return pieces;
    }
}
