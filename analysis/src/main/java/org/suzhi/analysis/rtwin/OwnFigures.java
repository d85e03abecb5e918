package org.suzhi.analysis.rtwin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Our figures as a table that R reads: {@code place,kind,request,row,label,figure,value}. */
final class OwnFigures {
    /** Keys of a row that tell it apart or judge it; all others are figures. */
    private static final Set<String> LABELS =
            Set.of("by", "level", "variable", "prob", "component", "item", "outcome", "presentation");

    private final StringBuilder csv = new StringBuilder("place,kind,request,row,label,figure,value\n");
    private int place;

    private OwnFigures() {}

    /** The table of a result as its JSON form has it. */
    static String of(Map<?, ?> result) {
        OwnFigures figures = new OwnFigures();
        Map<String, Object> df = new LinkedHashMap<>();
        df.put("df", result.get("designDf"));
        figures.rows("design", "design", "", 1, df);
        figures.weighting(list(result.get("weighting")));
        figures.rows("design", "weights", "", 1, figuresOf(map(result.get("calibration"))));
        figures.tables("estimate", map(result.get("estimates")));
        figures.tables("decomposition", map(result.get("decompositions")));
        figures.tables("itemNonresponse", map(result.get("itemNonresponse")));
        map(result.get("models")).forEach((request, model) -> figures.model("model", text(request), map(model)));
        map(result.get("tests")).forEach((request, test) -> figures.test(text(request), map(test)));
        Map<?, ?> imputed = map(result.get("imputed"));
        figures.tables("imputed estimate", map(imputed.get("estimates")));
        map(imputed.get("models"))
                .forEach((request, model) -> figures.model("imputed model", text(request), map(model)));
        return figures.csv.toString();
    }

    /** The base weights and those after every step; calibration is told under the weights of the design. */
    private void weighting(List<?> steps) {
        int position = 0;
        for (Object one : steps) {
            Map<?, ?> step = map(one);
            position++;
            if (!"calibrate".equals(step.get("step"))) {
                Map<String, Object> figures = new LinkedHashMap<>();
                for (String figure : List.of("n", "sum", "min", "max", "cv", "deff")) {
                    figures.put(figure, step.get(figure));
                }
                rows("weighting", position + " " + step.get("step"), "", 1, figures);
            }
        }
    }

    private void tables(String kind, Map<?, ?> results) {
        results.forEach((request, result) -> table(kind, text(request), map(result)));
    }

    private void table(String kind, String request, Map<?, ?> result) {
        if (refused(kind, request, result)) {
            return;
        }
        int row = 0;
        for (Object one : list(result.get("rows"))) {
            Map<?, ?> r = map(one);
            rows(kind, request, label(r), ++row, figuresOf(r));
        }
    }

    private static String label(Map<?, ?> row) {
        String by = row.get("by") instanceof Map<?, ?> levels
                ? levels.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(" "))
                : "";
        String more = row.entrySet().stream()
                .filter(e -> LABELS.contains(text(e.getKey())))
                .filter(e -> !List.of("by", "presentation").contains(text(e.getKey())))
                .map(e -> text(e.getValue()))
                .collect(Collectors.joining(" "));
        return (by + " " + more).trim();
    }

    private static Map<String, Object> figuresOf(Map<?, ?> row) {
        Map<String, Object> figures = new LinkedHashMap<>();
        row.forEach((figure, value) -> {
            boolean left = figure.equals("effectiveN") && number(value).equals("NA");
            if (!LABELS.contains(text(figure)) && !left) {
                figures.put(text(figure), value);
            }
        });
        return figures;
    }

    private void model(String kind, String request, Map<?, ?> model) {
        if (refused(kind, request, model)) {
            return;
        }
        int row = 0;
        for (Object one : list(model.get("coefficients"))) {
            Map<String, Object> figures = figuresOf(map(one));
            figures.put("dfResidual", model.get("dfResidual"));
            rows(kind, request, text(figures.remove("term")), ++row, figures);
        }
    }

    private void test(String request, Map<?, ?> test) {
        if (!refused("test", request, test)) {
            rows("test", request, "", 1, figuresOf(test));
        }
    }

    private boolean refused(String kind, String request, Map<?, ?> result) {
        if (!result.containsKey("error")) {
            return false;
        }
        rows(kind, request, "", 1, Map.of("refused", 1));
        return true;
    }

    /** One line a figure; what is not a number is left out. */
    private void rows(String kind, String request, String label, int row, Map<String, @Nullable Object> figures) {
        figures.forEach((figure, value) -> {
            String number = number(value);
            if (!number.isEmpty()) {
                csv.append(++place).append(',');
                for (String text : List.of(kind, request)) {
                    csv.append(quoted(text)).append(',');
                }
                csv.append(row)
                        .append(',')
                        .append(quoted(label))
                        .append(',')
                        .append(figure)
                        .append(',')
                        .append(number)
                        .append('\n');
            }
        });
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** As R reads it; "" of what is no number. */
    private static String number(@Nullable Object value) {
        if (value == null) {
            return "NA";
        }
        if (value instanceof Number n) {
            double d = n.doubleValue();
            return Double.isNaN(d) ? "NA" : Double.isInfinite(d) ? (d > 0 ? "Inf" : "-Inf") : Double.toString(d);
        }
        return value.equals("Inf") || value.equals("-Inf") ? text(value) : "";
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
