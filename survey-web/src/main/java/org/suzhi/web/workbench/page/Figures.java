package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.List;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.Words;
import org.suzhi.web.workbench.page.ResultView.Grid;
import org.suzhi.web.workbench.page.ResultView.Line;

/**
 * Writes estimates as lines: labels, estimate, error, interval, n, degrees of freedom, design effect, flags.
 *
 * @param by variables whose categories are the labels
 */
record Figures(Asked asked, Measure measure, List<String> by) {
    private static final List<String> HEADS = List.of("se", "interval", "n", "df", "deff", "flags");

    Figures {
        by = List.copyOf(by);
    }

    Grid grid(List<Estimated> rows) {
        return new Grid(head(), labels(), rows.stream().map(e -> line(e, "")).toList());
    }

    int labels() {
        return Math.max(1, by.size() + (isShares() ? 1 : 0));
    }

    List<String> head() {
        Words words = asked.words();
        List<String> head = new ArrayList<>();
        by.forEach(name -> head.add(asked.labels().label(name)));
        if (isShares()) {
            head.add(asked.labels().label(measure.variable()));
        }
        if (head.isEmpty()) {
            head.add("");
        }
        head.add(words.of(measure.isRate() ? "workbench.rate" : "workbench.mean"));
        HEADS.forEach(figure -> head.add(words.of("workbench." + figure)));
        return head;
    }

    Line line(Estimated e, String tone) {
        boolean rate = measure.isRate();
        List<String> texts = names(e);
        texts.add(e.hidden() ? asked.words().of("workbench.hidden") : Numbers.estimate(e.estimate(), rate));
        texts.add(Numbers.error(e.se(), rate));
        texts.add(Numbers.interval(e.lower(), e.upper(), rate));
        texts.add(e.hidden() ? Numbers.NONE : Numbers.count(e.n()));
        texts.add(Numbers.plain("0.#", e.df()));
        texts.add(Numbers.plain("0.00", e.deff()));
        texts.add(flags(e));
        return new Line(texts, e.isWeak() ? (tone + " weak").strip() : tone);
    }

    /** The categories of a line, "all" where it is a sum over them. */
    private List<String> names(Estimated e) {
        String all = asked.words().of("workbench.all");
        List<String> names = new ArrayList<>();
        for (String name : by) {
            names.add(e.by().containsKey(name) ? asked.labels().level(name, e.by().getOrDefault(name, "")) : all);
        }
        if (isShares()) {
            names.add(e.level().isEmpty() ? Numbers.NONE : asked.labels().level(measure.variable(), e.level()));
        }
        if (names.isEmpty()) {
            names.add(all);
        }
        return names;
    }

    private boolean isShares() {
        return measure.kind() == Measure.Kind.SHARES;
    }

    private String flags(Estimated e) {
        List<String> flags = new ArrayList<>();
        e.reasons().forEach(reason -> flags.add(asked.words().of("workbench.reason." + reason)));
        return String.join(asked.words().of("list.separator"), flags);
    }
}
