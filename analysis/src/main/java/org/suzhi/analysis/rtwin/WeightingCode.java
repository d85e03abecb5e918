package org.suzhi.analysis.rtwin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The steps of the {@code weighting} section in R. */
final class WeightingCode {
    private final RNames names;
    private String lastStatus = "";

    WeightingCode(RNames names) {
        this.names = names;
    }

    /** The lines between the design and calibration; none without the section. */
    List<String> lines(Section specification) {
        if (specification.value("weighting").isEmpty()) {
            return List.of();
        }
        Section design = specification.section("design");
        if (design.value("replicate").isPresent() || design.value("pps").isPresent()) {
            throw new NotRecomputed(
                    design.value("pps").isPresent() ? "weighting with pps" : "weighting with replicate");
        }
        List<String> lines = new ArrayList<>();
        lines.add(Resources.text("weighting.R"));
        lines.add("report(\"1 base\")");
        int position = 1;
        for (Section step : specification.sections("weighting")) {
            String name = step.text("step", "");
            lines.addAll(
                    switch (name) {
                        case "household", "multiplicity" -> count(step, name.equals("multiplicity"));
                        case "compose" -> compose(step);
                        case "unknown-eligibility", "nonresponse" -> adjust(step, name.equals("nonresponse"));
                        case "respondents" -> respondents(step);
                        case "trim" -> trim(step);
                        default -> throw new NotRecomputed("weighting: " + name);
                    });
            lines.add("report(" + R.text(++position + " " + name) + ")");
        }
        lines.add("design$prob <- ifelse(w == 0, 1, 1 / w)");
        lines.add("design <- design[which(w != 0), ]");
        return lines;
    }

    private List<String> count(Section step, boolean divide) {
        step.only("step", "variable", "cap", "unknown");
        List<String> lines = new ArrayList<>();
        lines.add("count <- as.numeric(as.character(data$" + names.of(step.text("variable", "")) + "))");
        step.text("unknown").ifPresent(u -> lines.add("count[is.na(count)] <- " + R.number(u)));
        step.text("cap").ifPresent(c -> lines.add("count <- pmin(count, " + R.number(c) + ")"));
        lines.add("w <- ifelse(w == 0, 0, w " + (divide ? "/" : "*") + " count)");
        return lines;
    }

    private List<String> compose(Section step) {
        step.only("step", "frame", "overlap", "shares");
        String shares = step.value("shares").orElse("") instanceof Map<?, ?> given
                ? ", c("
                        + given.entrySet().stream()
                                .map(e -> R.text(String.valueOf(e.getKey())) + " = "
                                        + R.number(String.valueOf(e.getValue())))
                                .collect(Collectors.joining(", "))
                        + ")"
                : "";
        return List.of("w <- composed(data$" + names.of(step.text("frame", "")) + ", with(data, "
                + names.code(step.text("overlap", "")) + ")" + shares + ")");
    }

    private List<String> adjust(Section step, boolean nonresponse) {
        step.only("step", "status", "method", "cells", "formula", "classes", "minimum", "maxFactor", "collapse");
        lastStatus = step.text("status", "");
        String status = "data$" + names.of(lastStatus);
        List<String> lines = new ArrayList<>();
        lines.add("take <- status_is(" + status + (nonresponse ? ", \"R\")" : ", \"R\", \"N\", \"I\")"));
        lines.add("give <- status_is(" + status + (nonresponse ? ", \"N\")" : ", \"U\")"));
        String cells = "crossed("
                + step.texts("cells").stream().map(c -> "data$" + names.of(c)).collect(Collectors.joining(", ")) + ")";
        if (step.text("method", "classes").equals("propensity")) {
            lines.add("p <- chance(" + names.code(step.text("formula", "")) + ", take, take | give)");
            if (step.value("classes").isEmpty()) {
                lines.add("w <- ifelse(take, w / p, ifelse(give, 0, w))");
                return lines;
            }
            cells = "chance_classes(p, " + step.text("classes", "") + ")";
        }
        lines.add("class <- classes(" + cells + ", take, give" + rule(step) + ")");
        lines.add("w <- move(take, give, class)");
        return lines;
    }

    private static String rule(Section step) {
        StringBuilder rule = new StringBuilder();
        if (step.value("collapse").orElse("none") instanceof List) {
            rule.append(", groups = list(")
                    .append(step.groups("collapse").stream().map(R::texts).collect(Collectors.joining(", ")))
                    .append(")");
        } else {
            step.text("collapse").ifPresent(by -> rule.append(", by = ").append(R.text(by)));
        }
        step.text("minimum").ifPresent(n -> rule.append(", minimum = ").append(R.number(n)));
        step.text("maxFactor").ifPresent(f -> rule.append(", most = ").append(R.number(f)));
        return rule.toString();
    }

    private List<String> respondents(Section step) {
        step.only("step", "status");
        return List.of("w <- ifelse(status_is(data$" + names.of(step.text("status", lastStatus)) + ", \"R\"), w, 0)");
    }

    private static List<String> trim(Section step) {
        step.only("step", "lower", "upper", "strict", "redistribute");
        StringBuilder call = new StringBuilder("w <- trimmed(");
        for (String key : List.of("lower", "upper")) {
            step.text(key)
                    .ifPresent(
                            l -> call.append(key).append(" = ").append(limit(l)).append(", "));
        }
        boolean spread = step.value("redistribute").isEmpty() || step.flag("redistribute");
        call.append("strict = ").append(R.flag(step.flag("strict")));
        return List.of(
                call.append(", spread = ").append(R.flag(spread)).append(")").toString());
    }

    /** A number, or {@code median+6iqr}, {@code 5median}, {@code 4mean} over the weights there are. */
    private static String limit(String written) {
        String rule = written.replaceAll("[\\s*]", "");
        if (rule.startsWith("median")) {
            String times = rule.substring("median".length(), rule.length() - "iqr".length());
            return "median(w[w != 0]) + (" + times + ") * IQR(w[w != 0])";
        }
        for (String of : List.of("median", "mean")) {
            if (rule.endsWith(of)) {
                return rule.substring(0, rule.length() - of.length()) + " * " + of + "(w[w != 0])";
            }
        }
        return R.number(written);
    }
}
