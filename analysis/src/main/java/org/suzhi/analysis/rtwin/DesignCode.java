package org.suzhi.analysis.rtwin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The {@code design} section as calls of R's {@code survey}. */
final class DesignCode {
    private final RNames names;

    DesignCode(RNames names) {
        this.names = names;
    }

    List<String> lines(Section design) {
        design.only(
                "weights",
                "strata",
                "clusters",
                "fpc",
                "nest",
                "lonelyPsu",
                "adjustLonelyInDomains",
                "psus",
                "pps",
                "replicate");
        List<String> lines = new ArrayList<>();
        lines.add("options(survey.lonely.psu = " + R.text(design.text("lonelyPsu", "fail"))
                + ", survey.adjust.domain.lonely = " + R.flag(design.flag("adjustLonelyInDomains")) + ")");
        design.text("psus").ifPresent(n -> lines.add("# sampled PSUs by the specification: " + n));
        Section replicate = design.section("replicate");
        boolean given = design.value("replicate").isPresent()
                && replicate.text("create").isEmpty();
        lines.add("design <- " + (given ? replicates(design, replicate) : sample(design)));
        replicate.text("create").ifPresent(type -> lines.add(created(replicate, type)));
        return lines;
    }

    private String sample(Section design) {
        List<String> arguments = new ArrayList<>(List.of("ids = " + names.identifiers(design.texts("clusters"))));
        if (!design.texts("strata").isEmpty()) {
            arguments.add("strata = " + names.identifiers(design.texts("strata")));
        }
        if (!design.texts("fpc").isEmpty()) {
            arguments.add("fpc = " + names.formula(design.texts("fpc")));
        }
        design.text("weights").ifPresent(w -> arguments.add("weights = " + names.formula(List.of(w))));
        if (design.flag("nest")) {
            arguments.add("nest = TRUE");
        }
        if (design.value("pps").isPresent()) {
            arguments.addAll(pps(design.section("pps").only("method", "variance")));
        }
        return "svydesign(" + String.join(", ", arguments) + ", data = data)";
    }

    private static List<String> pps(Section pps) {
        List<String> arguments = new ArrayList<>();
        arguments.add("pps = "
                + switch (pps.text("method", "brewer")) {
                    case "brewer" -> "\"brewer\"";
                    case "overton" -> "\"overton\"";
                    case "hartley-rao" -> "HR()";
                    default -> throw new NotRecomputed("pps: " + pps.text("method", ""));
                });
        pps.text("variance").ifPresent(v -> arguments.add("variance = " + R.text(v)));
        return arguments;
    }

    private String replicates(Section design, Section replicate) {
        replicate.only("columns", "type", "rho", "scale", "rscales", "mse", "combined");
        List<String> columns = replicate.texts("columns");
        if (replicate.value("columns").orElse(List.of()) instanceof java.util.Map<?, ?> numbered) {
            Section prefix = new Section(numbered);
            columns = IntStream.rangeClosed(1, Integer.parseInt(prefix.text("count", "0")))
                    .mapToObj(i -> prefix.text("prefix", "") + i)
                    .toList();
        }
        StringBuilder call = new StringBuilder("svrepdesign(data = data, repweights = as.matrix(data[")
                .append(names.texts(columns))
                .append("]), weights = ")
                .append(names.formula(design.texts("weights")))
                .append(", type = ")
                .append(R.text(replicate.text("type", "BRR")))
                .append(", combined.weights = ")
                .append(R.flag(replicate.value("combined").isEmpty() || replicate.flag("combined")))
                .append(", mse = ")
                .append(R.flag(replicate.flag("mse")));
        for (String key : List.of("rho", "scale")) {
            replicate
                    .text(key)
                    .ifPresent(v -> call.append(", ").append(key).append(" = ").append(R.number(v)));
        }
        if (!replicate.texts("rscales").isEmpty()) {
            call.append(", rscales = rep_len(")
                    .append(R.numbers(replicate.texts("rscales")))
                    .append(", ")
                    .append(columns.size())
                    .append(")");
        }
        return call.append(")").toString();
    }

    private static String created(Section replicate, String type) {
        replicate.only("create", "mse");
        if (!type.equals("JK1") && !type.equals("JKn")) {
            throw new NotRecomputed("replicate: " + type);
        }
        return "design <- as.svrepdesign(design, type = " + R.text(type) + ", compress = FALSE, mse = "
                + R.flag(replicate.flag("mse")) + ")";
    }
}
