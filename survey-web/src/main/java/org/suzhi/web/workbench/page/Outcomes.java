package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.suzhi.web.workbench.Words;
import org.suzhi.web.workbench.page.ResultView.Grid;
import org.suzhi.web.workbench.page.ResultView.Line;
import tools.jackson.databind.JsonNode;

/** Writes tests as lines: what is tested, difference with its error and interval, statistic, degrees of freedom, p. */
record Outcomes(Words words, boolean rate, boolean estimates) {
    private static final String CHANGE = "+0.00;−0.00";

    Grid grid(JsonNode tests, List<String> ids, Function<String, String> names) {
        List<String> head = new ArrayList<>(List.of(""));
        if (estimates) {
            head.addAll(List.of(
                    words.of("workbench.difference"), words.of("workbench.se"), words.of("workbench.interval")));
        }
        head.addAll(List.of(words.of("workbench.statistic"), words.of("workbench.df"), words.of("workbench.p")));
        List<Line> lines = new ArrayList<>();
        for (String id : ids) {
            JsonNode test = tests.path(id);
            if (!test.isMissingNode()) {
                lines.add(new Line(cells(test, names.apply(id), head.size()), ""));
            }
        }
        return new Grid(head, 1, lines);
    }

    private List<String> cells(JsonNode test, String name, int width) {
        List<String> cells = new ArrayList<>(List.of(name));
        String refused = test.path("error").path("message").asString("");
        if (!refused.isEmpty()) {
            cells.add(refused);
            while (cells.size() < width) {
                cells.add(Numbers.NONE);
            }
            return cells;
        }
        if (estimates) {
            cells.add(change(test, "estimate"));
            cells.add(Numbers.error(Estimated.number(test, "se"), rate));
            String lower = change(test, "ciLower");
            String upper = change(test, "ciUpper");
            cells.add(lower.equals(Numbers.NONE) ? Numbers.NONE : lower + " – " + upper);
        }
        cells.add(Numbers.plain("0.00;−0.00", Estimated.number(test, "statistic")));
        cells.add(df(test));
        cells.add(Numbers.p(Estimated.number(test, "pValue")));
        return cells;
    }

    private String change(JsonNode test, String key) {
        double value = Estimated.number(test, key);
        return Numbers.plain(CHANGE, rate ? 100 * value : value);
    }

    private static String df(JsonNode test) {
        String first = Numbers.plain("0.##", Estimated.number(test, test.has("df1") ? "df1" : "df"));
        return test.has("df2") ? first + "; " + Numbers.plain("0.##", Estimated.number(test, "df2")) : first;
    }

    /** Whether a test tells more than chance would, in a sentence. */
    static String verdict(Words words, JsonNode test) {
        double p = Estimated.number(test, "pValue");
        return Double.isNaN(p)
                ? ""
                : words.of(p < 0.05 ? "workbench.verdict.clear" : "workbench.verdict.open", Numbers.p(p));
    }
}
