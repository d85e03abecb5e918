package org.suzhi.web.workbench.page;

import static org.suzhi.web.workbench.TableQuestion.BY_COLUMNS;
import static org.suzhi.web.workbench.TableQuestion.BY_ROWS;
import static org.suzhi.web.workbench.TableQuestion.CELLS;
import static org.suzhi.web.workbench.TableQuestion.WHOLE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final String rows;
    private final String columns;
    private final List<Estimated> cells;
    private final List<Estimated> byRows;
    private final List<Estimated> byColumns;
    private final List<Estimated> whole;
    private final JsonNode estimates;
    private final Map<?, ?> wholeRequest;

    /** @param result the requests' part of a result */
    TableReading(Asked asked, JsonNode result) {
        this.asked = asked;
        this.words = asked.words();
        this.wholeRequest = asked.request("estimates", WHOLE).orElseThrow();
        this.measure = asked.measure(wholeRequest);
        this.rows = first(BY_ROWS);
        this.columns = first(BY_COLUMNS);
        this.estimates = result.path("estimates");
        this.byRows = Estimated.rows(estimates.path(BY_ROWS));
        this.cells = rowByRow(Estimated.rows(estimates.path(CELLS)));
        this.byColumns = Estimated.rows(estimates.path(BY_COLUMNS));
        this.whole = Estimated.rows(estimates.path(WHOLE));
    }

    private String first(String id) {
        return asked.request("estimates", id)
                .map(request -> asked.by(request).get(0))
                .orElse("");
    }

    /** Results have the columns outermost. */
    private List<Estimated> rowByRow(List<Estimated> cells) {
        List<String> order = byRows.stream().map(e -> level(e, rows)).toList();
        return cells.stream()
                .sorted(Comparator.comparingInt(e -> order.indexOf(level(e, rows))))
                .toList();
    }

    ResultView view(String mark, String source) {
        String title = title();
        String refused = estimates.path(WHOLE).path("error").path("message").asString("");
        List<Section> sections = new ArrayList<>();
        if (refused.isEmpty()) {
            TableChart chart = new TableChart(asked, measure, rows, columns, cells, byRows, byColumns, whole);
            chart.drawn(title, source, mark).ifPresent(drawn -> sections.add(new Section("", drawn, null, List.of())));
            if (!cells.isEmpty() || (isShares() && !byRows.isEmpty())) {
                sections.add(new Section(
                        words.of("workbench.glance"), null, glance(), List.of(words.of("workbench.glance.note"))));
            }
            sections.add(new Section(words.of("workbench.figures"), null, figures(), notes()));
        }
        return new ResultView(title, asked.population(wholeRequest), refused, sections);
    }

    String title() {
        String name = asked.name(measure);
        if (!rows.isEmpty() && !columns.isEmpty()) {
            return words.of(
                    "workbench.table.by-two",
                    name,
                    asked.codebook().label(rows),
                    asked.codebook().label(columns));
        }
        String one = rows.isEmpty() ? columns : rows;
        return one.isEmpty()
                ? name
                : words.of("workbench.table.by", name, asked.codebook().label(one));
    }

    private boolean isShares() {
        return measure.kind() == Measure.Kind.SHARES;
    }

    /** Rates with their errors, rows against columns; shares of answers stand beside each other. */
    private Grid glance() {
        boolean levels = isShares();
        String across = levels ? measure.variable() : columns;
        Set<String> heads = new LinkedHashSet<>();
        (levels ? whole : byColumns).forEach(e -> heads.add(levels ? e.level() : level(e, columns)));
        List<String> head = new ArrayList<>();
        head.add(asked.codebook().label(rows.isEmpty() ? columns : rows));
        if (levels && !cells.isEmpty()) {
            head.add(asked.codebook().label(columns));
        }
        heads.forEach(code -> head.add(asked.codebook().level(across, code)));
        if (!levels) {
            head.add(words.of("workbench.all"));
        }
        List<Line> lines = new ArrayList<>();
        if (levels) {
            List<Estimated> domains = cells.isEmpty() ? byRows : cells;
            for (List<Estimated> domain : byDomain(domains)) {
                lines.add(glanced(labels(domain.get(0), !cells.isEmpty()), domain, ""));
            }
            lines.add(glanced(labelsOfWhole(cells.isEmpty() ? 1 : 2), whole, "sum"));
        } else {
            for (Estimated row : byRows) {
                String code = level(row, rows);
                List<Estimated> line = new ArrayList<>(
                        cells.stream().filter(e -> level(e, rows).equals(code)).toList());
                line.add(row);
                lines.add(glanced(List.of(asked.codebook().level(rows, code)), line, ""));
            }
            List<Estimated> sum = new ArrayList<>(byColumns);
            sum.addAll(whole);
            lines.add(glanced(labelsOfWhole(1), sum, "sum"));
        }
        return new Grid(head, levels && !cells.isEmpty() ? 2 : 1, filled(lines, head.size()));
    }

    /** A domain without rows has one row in place of one for each answer. */
    private static List<Line> filled(List<Line> lines, int width) {
        return lines.stream()
                .map(line -> {
                    List<String> cells = new ArrayList<>(line.cells());
                    while (cells.size() < width) {
                        cells.add(Numbers.NONE);
                    }
                    return new Line(cells, line.tone());
                })
                .toList();
    }

    private static List<List<Estimated>> byDomain(List<Estimated> all) {
        List<List<Estimated>> domains = new ArrayList<>();
        for (Estimated one : all) {
            if (domains.isEmpty()
                    || !domains.get(domains.size() - 1).get(0).by().equals(one.by())) {
                domains.add(new ArrayList<>());
            }
            domains.get(domains.size() - 1).add(one);
        }
        return domains;
    }

    private Line glanced(List<String> labels, List<Estimated> line, String tone) {
        List<String> texts = new ArrayList<>(labels);
        for (Estimated e : line) {
            boolean weak = e.code().equals("suppress");
            texts.add(
                    e.exists()
                            ? Numbers.estimate(e.estimate(), measure.isRate()) + " ("
                                    + Numbers.error(e.se(), measure.isRate()) + ")" + (weak ? " *" : "")
                            : Numbers.NONE);
        }
        return new Line(texts, tone);
    }

    private List<String> labelsOfWhole(int labels) {
        List<String> texts = new ArrayList<>(List.of(words.of("workbench.all")));
        while (texts.size() < labels) {
            texts.add("");
        }
        return texts;
    }

    private Grid figures() {
        List<String> head = new ArrayList<>();
        int labels = 0;
        for (String name : new String[] {rows, columns, isShares() ? measure.variable() : ""}) {
            if (!name.isEmpty()) {
                head.add(asked.codebook().label(name));
                labels++;
            }
        }
        if (labels == 0) {
            head.add("");
        }
        head.add(words.of(measure.isRate() ? "workbench.rate" : "workbench.mean"));
        for (String figure : new String[] {"se", "interval", "n", "df", "deff", "flags"}) {
            head.add(words.of("workbench." + figure));
        }
        List<Line> lines = new ArrayList<>();
        cells.forEach(e -> lines.add(line(e, "")));
        byRows.forEach(e -> lines.add(line(e, cells.isEmpty() ? "" : "sum")));
        byColumns.forEach(e -> lines.add(line(e, cells.isEmpty() ? "" : "sum")));
        whole.forEach(e -> lines.add(line(e, "sum")));
        return new Grid(head, Math.max(1, labels), lines);
    }

    private Line line(Estimated e, String tone) {
        boolean rate = measure.isRate();
        List<String> texts = new ArrayList<>(labels(e, true));
        texts.add(Numbers.estimate(e.estimate(), rate));
        texts.add(Numbers.error(e.se(), rate));
        texts.add(Numbers.interval(e.lower(), e.upper(), rate));
        texts.add(Numbers.count(e.n()));
        texts.add(Numbers.plain("0.#", e.df()));
        texts.add(Numbers.plain("0.00", e.deff()));
        texts.add(flags(e));
        return new Line(texts, e.code().equals("suppress") ? (tone + " weak").strip() : tone);
    }

    private List<String> labels(Estimated e, boolean all) {
        List<String> labels = new ArrayList<>();
        for (String name : new String[] {rows, columns}) {
            if (!name.isEmpty() && (all || name.equals(rows))) {
                labels.add(
                        e.by().containsKey(name)
                                ? asked.codebook().level(name, level(e, name))
                                : words.of("workbench.all"));
            }
        }
        if (isShares() && all) {
            labels.add(e.level().isEmpty() ? Numbers.NONE : asked.codebook().level(measure.variable(), e.level()));
        }
        if (labels.isEmpty()) {
            labels.add(words.of("workbench.all"));
        }
        return labels;
    }

    private static String level(Estimated e, String variable) {
        return e.by().getOrDefault(variable, "");
    }

    private String flags(Estimated e) {
        List<String> flags = new ArrayList<>();
        e.reasons().forEach(reason -> flags.add(words.of("workbench.reason." + reason)));
        return String.join(words.of("list.separator"), flags);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (measure.isRate()) {
            notes.add(words.of("workbench.figures.note"));
        }
        return notes;
    }
}
