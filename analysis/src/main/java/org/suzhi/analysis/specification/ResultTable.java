package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** A result as text tables for reading. */
final class ResultTable {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;
    private final Locale locale;
    private final StringBuilder out = new StringBuilder();

    ResultTable(Locale locale) {
        this.locale = locale;
        words = ResourceBundle.getBundle(
                "org.suzhi.analysis.table", locale, ResultTable.class.getClassLoader(), NO_FALLBACK);
    }

    void title(String title) {
        out.append(out.length() == 0 ? "" : "\n").append(title).append('\n');
    }

    void estimates(EstimateResult result) {
        if (result.refusal().isPresent()) {
            out.append(result.refusal().get().message(locale)).append('\n');
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                words.getString("row"),
                words.getString("n"),
                words.getString("estimate"),
                words.getString("se"),
                words.getString("lower"),
                words.getString("upper"),
                words.getString("df"),
                words.getString("deff")));
        for (EstimateRow row : result.rows()) {
            List<String> name = new ArrayList<>();
            row.by().forEach((k, v) -> name.add(k + "=" + v));
            row.labels().forEach((k, v) -> name.add(k + "=" + v));
            lines.add(List.of(
                    String.join(" ", name),
                    Integer.toString(row.n()),
                    number(row.estimate()),
                    number(row.se()),
                    number(row.ciLower()),
                    number(row.ciUpper()),
                    number(row.df()),
                    number(row.deff())));
        }
        align(lines);
    }

    void imputed(ImputedResults results) {
        String mark = " (" + words.getString("imputed") + ", m = "
                + results.imputation().sets() + ")";
        results.estimates().forEach((request, result) -> {
            title(request + mark);
            estimates(result);
        });
        results.models().forEach((request, result) -> {
            title(request + mark);
            figures(result);
        });
    }

    /** The weights after every weighting step. */
    void weights(List<Map<String, Object>> steps) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>();
        for (String figure : List.of("step", "n", "sum", "min", "max", "cv", "deff")) {
            head.add(figure.equals("n") ? words.getString("rows") : words.getString(figure));
        }
        lines.add(head);
        for (Map<String, Object> step : steps) {
            List<String> line = new ArrayList<>();
            for (String figure : List.of("step", "n", "sum", "min", "max", "cv", "deff")) {
                Object value = step.get(figure);
                line.add(value instanceof Double d ? number(d) : String.valueOf(value));
            }
            lines.add(line);
        }
        align(lines);
    }

    void figures(Figures figures) {
        if (figures.refusal().isPresent()) {
            out.append(figures.refusal().get().message(locale)).append('\n');
            return;
        }
        lines(figures.json());
    }

    private void lines(Map<String, Object> json) {
        List<List<String>> lines = new ArrayList<>();
        json.forEach((k, v) -> {
            if (v instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>) {
                for (Object item : list) {
                    List<String> cells = new ArrayList<>();
                    ((Map<?, ?>) item).values().forEach(c -> cells.add(c instanceof Double d ? number(d) : "" + c));
                    lines.add(cells);
                }
            } else if (!(v instanceof double[][])) {
                lines.add(List.of(k, v instanceof Double d ? number(d) : String.valueOf(v)));
            }
        });
        align(lines);
    }

    private static String number(double d) {
        if (Double.isNaN(d)) {
            return "-";
        }
        if (Double.isInfinite(d)) {
            return d > 0 ? "Inf" : "-Inf";
        }
        return d == Math.rint(d) && Math.abs(d) < 1e9 ? Long.toString((long) d) : String.format(Locale.ROOT, "%.6g", d);
    }

    private void align(List<List<String>> lines) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> line : lines) {
            for (int c = 0; c < line.size(); c++) {
                int width = width(line.get(c));
                if (c == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(c, Math.max(widths.get(c), width));
                }
            }
        }
        for (List<String> line : lines) {
            for (int c = 0; c < line.size(); c++) {
                String pad = " ".repeat(widths.get(c) - width(line.get(c)));
                out.append("  ").append(c == 0 ? line.get(c) + pad : pad + line.get(c));
            }
            out.append('\n');
        }
    }

    /** Columns on a terminal: wide characters take two. */
    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
