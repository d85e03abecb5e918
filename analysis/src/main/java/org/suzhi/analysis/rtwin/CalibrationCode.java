package org.suzhi.analysis.rtwin;

import java.util.ArrayList;
import java.util.List;
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
        return "design <- " + call;
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

    /** Each margin as a data frame: a column of levels for every variable, and the population totals. */
    private List<String> margins(Section step) {
        List<String> frames = new ArrayList<>();
        for (Section margin : step.sections("margins")) {
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
