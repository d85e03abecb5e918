package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.page.ResultView.Grid;
import org.suzhi.web.workbench.page.ResultView.Line;

/** A crossing at a glance: estimates with their errors, rows against columns; shares of answers stand beside each other. */
record Glance(Asked asked, Measure measure, TableReading.Parts parts) {
    Grid grid() {
        return measure.kind() == Measure.Kind.SHARES ? shares() : crossing();
    }

    private Grid crossing() {
        List<String> head = new ArrayList<>(List.of(asked.labels().label(parts.rows())));
        parts.byColumns().forEach(e -> head.add(asked.labels().level(parts.columns(), e.levelOf(parts.columns()))));
        head.add(asked.words().of("workbench.all"));
        List<Line> lines = new ArrayList<>();
        for (Estimated row : parts.byRows()) {
            String code = row.levelOf(parts.rows());
            List<Estimated> line = new ArrayList<>(parts.cells().stream()
                    .filter(e -> e.levelOf(parts.rows()).equals(code))
                    .toList());
            line.add(row);
            lines.add(line(List.of(asked.labels().level(parts.rows(), code)), line, "", head.size()));
        }
        List<Estimated> sum = new ArrayList<>(parts.byColumns());
        sum.addAll(parts.whole());
        lines.add(line(List.of(asked.words().of("workbench.all")), sum, "sum", head.size()));
        return new Grid(head, 1, lines);
    }

    private Grid shares() {
        List<String> by = new ArrayList<>();
        for (String name : new String[] {parts.rows(), parts.columns()}) {
            if (!name.isEmpty()) {
                by.add(name);
            }
        }
        List<String> head = new ArrayList<>();
        by.forEach(name -> head.add(asked.labels().label(name)));
        Set<String> answers = new LinkedHashSet<>();
        parts.whole().forEach(e -> answers.add(e.level()));
        answers.forEach(code -> head.add(asked.labels().level(measure.variable(), code)));
        List<Line> lines = new ArrayList<>();
        for (List<Estimated> domain : domains(parts.innermost())) {
            List<String> names = by.stream()
                    .map(name -> asked.labels().level(name, domain.get(0).levelOf(name)))
                    .toList();
            lines.add(line(names, domain, "", head.size()));
        }
        List<String> all = new ArrayList<>(List.of(asked.words().of("workbench.all")));
        while (all.size() < by.size()) {
            all.add("");
        }
        lines.add(line(all, parts.whole(), "sum", head.size()));
        return new Grid(head, by.size(), lines);
    }

    private static List<List<Estimated>> domains(List<Estimated> all) {
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

    /** A domain without rows has one estimate in place of one for each answer. */
    private Line line(List<String> names, List<Estimated> line, String tone, int width) {
        List<String> texts = new ArrayList<>(names);
        for (Estimated e : line) {
            boolean rate = measure.isRate();
            texts.add(
                    e.exists()
                            ? Numbers.estimate(e.estimate(), rate) + " (" + Numbers.error(e.se(), rate) + ")"
                                    + (e.isWeak() ? " *" : "")
                            : e.hidden() ? asked.words().of("workbench.hidden") : Numbers.NONE);
        }
        while (texts.size() < width) {
            texts.add(Numbers.NONE);
        }
        return new Line(texts, tone);
    }
}
