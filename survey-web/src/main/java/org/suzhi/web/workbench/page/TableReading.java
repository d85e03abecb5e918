package org.suzhi.web.workbench.page;

import static org.suzhi.web.workbench.TableQuestion.BY_COLUMNS;
import static org.suzhi.web.workbench.TableQuestion.BY_ROWS;
import static org.suzhi.web.workbench.TableQuestion.CELLS;
import static org.suzhi.web.workbench.TableQuestion.WHOLE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.Words;
import org.suzhi.web.workbench.page.ResultView.Grid;
import org.suzhi.web.workbench.page.ResultView.Line;
import org.suzhi.web.workbench.page.ResultView.Section;
import tools.jackson.databind.JsonNode;

/** Reads a table: its chart, a crossing at a glance, all figures. */
final class TableReading {
    private final Asked asked;
    private final Words words;
    private final Measure measure;
    private final Map<?, ?> request;
    private final String refused;
    private final Parts parts;

    /**
     * The estimates of a table.
     *
     * @param rows variable of the rows, "" for none
     * @param columns variable of the columns, "" for none
     * @param cells row by row
     */
    record Parts(
            String rows,
            String columns,
            List<Estimated> cells,
            List<Estimated> byRows,
            List<Estimated> byColumns,
            List<Estimated> whole) {
        /** The finest there are. */
        List<Estimated> innermost() {
            return !cells.isEmpty() ? cells : !byRows.isEmpty() ? byRows : byColumns;
        }
    }

    /**
     * @param result the requests' part of a result, or the whole of it
     * @param withheld names of figures that the reader must not see
     */
    TableReading(Asked asked, JsonNode result, Set<String> withheld) {
        this.asked = asked;
        this.words = asked.words();
        this.request = asked.request("estimates", WHOLE).orElseThrow();
        this.measure = asked.measure(request);
        JsonNode estimates = result.path("estimates");
        this.refused = estimates.path(WHOLE).path("error").path("message").asString("");
        String rows = first(BY_ROWS);
        List<Estimated> byRows = Estimated.rows(estimates, BY_ROWS, withheld);
        List<String> order = byRows.stream().map(e -> e.levelOf(rows)).toList();
        // Results have the columns outermost.
        List<Estimated> cells = Estimated.rows(estimates, CELLS, withheld).stream()
                .sorted(Comparator.comparingInt(e -> order.indexOf(e.levelOf(rows))))
                .toList();
        this.parts = new Parts(
                rows,
                first(BY_COLUMNS),
                cells,
                byRows,
                Estimated.rows(estimates, BY_COLUMNS, withheld),
                Estimated.rows(estimates, WHOLE, withheld));
    }

    private String first(String id) {
        return asked.request("estimates", id).map(one -> asked.by(one).get(0)).orElse("");
    }

    ResultView view(String mark, String source) {
        String title = title();
        List<Section> sections = new ArrayList<>();
        if (refused.isEmpty()) {
            new TableChart(asked, measure, parts)
                    .drawn(title, source, mark)
                    .ifPresent(drawn ->
                            sections.add(new Section("", drawn, null, List.of(words.of("workbench.chart.reading")))));
            boolean shares = measure.kind() == Measure.Kind.SHARES;
            if (!parts.cells().isEmpty() || (shares && !parts.innermost().isEmpty())) {
                sections.add(new Section(
                        words.of("workbench.glance"),
                        null,
                        new Glance(asked, measure, parts).grid(),
                        List.of(words.of("workbench.glance.note"))));
            }
            List<String> notes = measure.isRate() ? List.of(words.of("workbench.figures.note")) : List.of();
            sections.add(new Section(words.of("workbench.figures"), null, figures(), notes));
        }
        return new ResultView(title, asked.population(request), refused, sections);
    }

    private String title() {
        String name = asked.name(measure);
        if (!parts.rows().isEmpty() && !parts.columns().isEmpty()) {
            return words.of(
                    "workbench.table.by-two",
                    name,
                    asked.labels().label(parts.rows()),
                    asked.labels().label(parts.columns()));
        }
        String one = parts.rows().isEmpty() ? parts.columns() : parts.rows();
        return one.isEmpty()
                ? name
                : words.of("workbench.table.by", name, asked.labels().label(one));
    }

    private Grid figures() {
        Figures figures = new Figures(
                asked,
                measure,
                Stream.of(parts.rows(), parts.columns())
                        .filter(name -> !name.isEmpty())
                        .toList());
        String margin = parts.cells().isEmpty() ? "" : "sum";
        List<Line> lines = new ArrayList<>();
        parts.cells().forEach(e -> lines.add(figures.line(e, "")));
        parts.byRows().forEach(e -> lines.add(figures.line(e, margin)));
        parts.byColumns().forEach(e -> lines.add(figures.line(e, margin)));
        parts.whole().forEach(e -> lines.add(figures.line(e, parts.innermost().isEmpty() ? "" : "sum")));
        return new Grid(figures.head(), figures.labels(), lines);
    }
}
