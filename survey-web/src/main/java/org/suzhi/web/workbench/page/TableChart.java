package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.IntervalChart;
import org.suzhi.analysis.chart.IntervalChart.Row;
import org.suzhi.analysis.chart.ReferenceLine;
import org.suzhi.analysis.chart.Scale;
import org.suzhi.web.workbench.Measure;

/** The chart of a table: a row for each cell, in blocks by the table's rows. */
record TableChart(
        Asked asked,
        Measure measure,
        String rows,
        String columns,
        List<Estimated> cells,
        List<Estimated> byRows,
        List<Estimated> byColumns,
        List<Estimated> whole) {
    /** A chart of more rows is no help. */
    private static final int MOST_ROWS = 120;

    Optional<ResultView.Drawn> drawn(String title, String source, String mark) {
        boolean shares = measure.kind() == Measure.Kind.SHARES;
        List<Estimated> shown = !cells.isEmpty()
                ? cells
                : !byRows.isEmpty() ? byRows : !byColumns.isEmpty() ? byColumns : shares ? whole : List.of();
        if (shown.isEmpty() || shown.size() > MOST_ROWS) {
            return Optional.empty();
        }
        boolean blocks = !cells.isEmpty() || (shares && shown != whole);
        List<Row> drawn = new ArrayList<>();
        String block = "";
        for (Estimated e : shown) {
            List<String> names = names(e, shares);
            String last = names.get(names.size() - 1);
            String above = String.join(" · ", names.subList(0, names.size() - 1));
            if (blocks && !above.equals(block)) {
                drawn.add(new IntervalChart.Heading(above));
                block = above;
            }
            drawn.add(row(last, e));
        }
        ReferenceLine line = shares || whole.isEmpty() || !whole.get(0).exists()
                ? null
                : new ReferenceLine(
                        asked.words().of("workbench.all") + " "
                                + Numbers.estimate(whole.get(0).estimate(), measure.isRate()),
                        whole.get(0).estimate());
        ChartText text =
                new ChartText(title, asked.words().of("workbench.chart.reading"), source, mark, inWords(title, drawn));
        return Optional.of(Charts.drawn(
                new IntervalChart(text, measure.isRate() ? Scale.RATE : Scale.NUMBER, drawn, line, null), "table"));
    }

    /** From the outermost to the innermost: where columns cross rows, blocks are by rows. */
    private List<String> names(Estimated e, boolean shares) {
        List<String> names = new ArrayList<>();
        for (String variable : new String[] {rows, columns}) {
            if (e.by().containsKey(variable)) {
                names.add(asked.codebook().level(variable, e.by().getOrDefault(variable, "")));
            }
        }
        if (shares) {
            names.add(asked.codebook().level(measure.variable(), e.level()));
        }
        return names;
    }

    private Row row(String label, Estimated e) {
        return e.exists() && e.hasInterval()
                ? new IntervalChart.Rate(label, e.estimate(), e.lower(), e.upper(), "n=" + Numbers.count(e.n()))
                : new IntervalChart.Suppressed(label, asked.words().of("workbench.no-figure"));
    }

    private String inWords(String title, List<Row> drawn) {
        return title + ": "
                + drawn.stream()
                        .filter(row -> row instanceof IntervalChart.Rate)
                        .map(row -> (IntervalChart.Rate) row)
                        .map(rate -> rate.label() + " " + Numbers.estimate(rate.estimate(), measure.isRate()))
                        .collect(Collectors.joining(asked.words().of("list.separator")));
    }
}
