package org.suzhi.analysis.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Charts of many rows, cut into pieces that fit a page. */
final class Pieces {
    private Pieces() {}

    /**
     * Cuts rows evenly, or before the nearest row that opens a block where the pieces allow it.
     *
     * @param whole height of the whole chart's own area
     * @param height that a piece may have
     * @param opens whether a row opens a block of rows
     * @param piece makes a chart of its words and rows
     */
    static <R> List<Chart> of(
            Chart chart,
            int whole,
            int height,
            List<R> rows,
            Predicate<R> opens,
            BiFunction<ChartText, List<R>, Chart> piece) {
        int count = Math.min(rows.size(), (whole + height - 1) / height);
        if (count < 2) {
            return List.of(chart);
        }
        int most = Math.max(rows.size() * height / whole, (rows.size() + count - 1) / count);
        List<Chart> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= count; i++) {
            int to = cut(rows, from, count - i, most, opens);
            ChartText text = chart.text();
            pieces.add(piece.apply(
                    new ChartText(
                            text.title() + " (" + i + "/" + count + ")",
                            text.subtitle(),
                            text.source(),
                            text.mark(),
                            text.description()),
                    rows.subList(from, to)));
            from = to;
        }
        return pieces;
    }

    /** Where a piece ends that begins at {@code from}, with {@code later} pieces after it, none of more than {@code most} rows. */
    private static <R> int cut(List<R> rows, int from, int later, int most, Predicate<R> opens) {
        int left = rows.size() - from;
        int even = from + left / (later + 1);
        if (later == 0) {
            return rows.size();
        }
        for (int away = 0; away <= (even - from) / 3; away++) {
            for (int at : new int[] {even - away, even + away}) {
                boolean fits = at > from && at - from <= most && at < rows.size() && rows.size() - at <= later * most;
                if (fits && opens.test(rows.get(at))) {
                    return at;
                }
            }
        }
        return even;
    }
}
