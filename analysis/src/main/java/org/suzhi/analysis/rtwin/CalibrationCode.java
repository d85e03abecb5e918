package org.suzhi.analysis.rtwin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The steps of the {@code calibrate} section as calls of R's {@code survey}. */
final class CalibrationCode {
    private final RNames names;

    CalibrationCode(RNames names) {
        this.names = names;
    }

    String line(Section step) {
        step.only(
                "method",
                "margins",
                "continuous",
                "populationSize",
                "bounds",
                "trim",
                "lower",
                "upper",
                "strict",
                "epsilon",
                "maxIterations");
        String method = step.text("method", "rake");
        String call = switch (method) {
            case "poststratify" -> "poststratified(design, " + margins(step).get(0) + ")";
            case "trim" ->
                "trimWeights(design, upper = " + R.number(step.text("upper", "Inf")) + ", lower = "
                        + R.number(step.text("lower", "-Inf"))
                        + (step.flag("strict") ? ", strict = TRUE)" : ")");
            case "rake" ->
                "raked(design, " + list(margins(step)) + optional(step, "epsilon", "epsilon")
                        + optional(step, "maxIterations", "sweeps") + ")";
            default -> distance(step, method);
        };
        return together(step) + "design <- " + call;
    }

    private String distance(Section step, String method) {
        StringBuilder call = new StringBuilder("calibrated(design, " + R.text(method));
        if (!margins(step).isEmpty()) {
            call.append(", margins = ").append(list(margins(step)));
        }
        List<String> totals = step.sections("continuous").stream()
                .map(c -> names.of(c.text("variable", "")) + " = " + R.number(c.text("total", "")))
                .toList();
        if (!totals.isEmpty()) {
            call.append(", continuous = c(").append(String.join(", ", totals)).append(")");
        }
        call.append(optional(step, "populationSize", "size"));
        call.append(", bounds = ");
        call.append(step.texts("bounds").isEmpty() ? "c(-Inf, Inf)" : R.numbers(step.texts("bounds")));
        if (!step.texts("trim").isEmpty()) {
            call.append(", trim = ").append(R.numbers(step.texts("trim")));
        }
        return call.append(", epsilon = ")
                .append(R.number(step.text("epsilon", "1e-11")))
                .append(", maxit = ")
                .append(R.number(step.text("maxIterations", "200")))
                .append(")")
                .toString();
    }

    private static String optional(Section step, String key, String argument) {
        return step.text(key).map(v -> ", " + argument + " = " + R.number(v)).orElse("");
    }

    private static String list(List<String> margins) {
        return "list(\n  " + String.join(",\n  ", margins) + ")";
    }

    /** A column of its own for every margin of which cells are met together. */
    private String together(Section step) {
        StringBuilder lines = new StringBuilder();
        List<Section> margins = step.sections("margins");
        for (int m = 0; m < margins.size(); m++) {
            List<List<String>> groups = margins.get(m).groups("collapse");
            if (!groups.isEmpty()) {
                List<String> variables = margins.get(m).texts("variables");
                lines.append("design$variables$margin_")
                        .append(m + 1)
                        .append(" <- together(design, ")
                        .append(R.texts(variables.stream().map(names::of).toList()))
                        .append(", list(")
                        .append(groups.stream().map(R::texts).collect(Collectors.joining(", ")))
                        .append("))\n");
            }
        }
        return lines.toString();
    }

    /** The margin over the column of {@link #together}: a cell of a group has the group's name and the sum of the totals. */
    private static String together(int position, Section margin, List<List<String>> groups) {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        for (Section cell : margin.sections("cells")) {
            String name = margin.texts("variables").stream()
                    .map(v -> cell.text(v, ""))
                    .collect(Collectors.joining(", "));
            String group = groups.stream()
                    .filter(g -> g.contains(name))
                    .map(g -> String.join(" + ", g))
                    .findFirst()
                    .orElse(name);
            totals.merge(group, new BigDecimal(cell.text("total", "0")), BigDecimal::add);
        }
        return "data.frame(margin_" + position + " = " + R.texts(List.copyOf(totals.keySet())) + ", Freq = "
                + R.numbers(totals.values().stream().map(BigDecimal::toString).toList()) + ")";
    }

    /** Each margin as a data frame: a column of levels for every variable, and the population totals. */
    private List<String> margins(Section step) {
        List<String> frames = new ArrayList<>();
        for (Section margin : step.sections("margins")) {
            List<List<String>> groups = margin.groups("collapse");
            if (!groups.isEmpty()) {
                frames.add(together(frames.size() + 1, margin, groups));
                continue;
            }
            List<Section> cells = margin.sections("cells");
            String levels = margin.texts("variables").stream()
                    .map(v -> names.of(v) + " = "
                            + R.texts(cells.stream().map(c -> c.text(v, "")).toList()))
                    .collect(Collectors.joining(", "));
            frames.add("data.frame(" + levels + ", Freq = "
                    + R.numbers(cells.stream().map(c -> c.text("total", "")).toList()) + ")");
        }
        return frames;
    }
}
