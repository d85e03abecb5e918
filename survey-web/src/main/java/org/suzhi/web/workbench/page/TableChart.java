package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.IntervalChart;
import org.suzhi.analysis.chart.IntervalChart.Row;
import org.suzhi.analysis.chart.ReferenceLine;
import org.suzhi.analysis.chart.Scale;
import org.suzhi.web.workbench.Measure;

/** The chart of a table: a row for each cell, in blocks by the table's rows. */
record TableChart(Asked asked, Measure measure, TableReading.Parts parts) {
    /** A chart of more rows is no help. */
    private static final int MOST_ROWS = 120;

    Optional<ResultView.Drawn> drawn(String title, String source, String mark) {
        boolean shares = measure.kind() == Measure.Kind.SHARES;
        List<Estimated> shown = parts.innermost().isEmpty() && shares ? parts.whole() : parts.innermost();
        if (shown.isEmpty() || shown.size() > MOST_ROWS) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        String block = "";
        for (Estimated e : shown) {
            List<String> names = names(e, shares);
            String above = String.join(" · ", names.subList(0, names.size() - 1));
            if (!above.equals(block)) {
                rows.add(new IntervalChart.Heading(above));
                block = above;
            }
            rows.add(row(names.get(names.size() - 1), e));
        }
        ReferenceLine line = shares || parts.whole().stream().noneMatch(Estimated::exists)
                ? null
                : new ReferenceLine(
                        asked.words().of("workbench.all") + " "
                                + Numbers.estimate(parts.whole().get(0).estimate(), measure.isRate()),
                        parts.whole().get(0).estimate());
        ChartText text = new ChartText(
                title, asked.words().of("workbench.chart.reading"), source, mark, Charts.inWords(title, rows, measure));
        Scale scale = measure.isRate() ? Scale.RATE : Scale.NUMBER;
        return Optional.of(Charts.drawn(new IntervalChart(text, scale, rows, line, null), "table"));
    }

    /** From the outermost to the innermost. */
    private List<String> names(Estimated e, boolean shares) {
        List<String> names = new ArrayList<>();
        for (String variable : new String[] {parts.rows(), parts.columns()}) {
            if (e.by().containsKey(variable)) {
                names.add(asked.labels().level(variable, e.levelOf(variable)));
            }
        }
        if (shares) {
            names.add(asked.labels().level(measure.variable(), e.level()));
        }
        return names;
    }

    private Row row(String label, Estimated e) {
        return e.exists() && e.hasInterval()
                ? new IntervalChart.Rate(label, e.estimate(), e.lower(), e.upper(), "n=" + Numbers.count(e.n()))
                : new IntervalChart.Suppressed(
                        label, asked.words().of(e.hidden() ? "workbench.hidden" : "workbench.no-figure"));
    }
}
