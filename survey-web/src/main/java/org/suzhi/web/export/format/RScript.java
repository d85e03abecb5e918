package org.suzhi.web.export.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.suzhi.web.export.table.Study;
import org.suzhi.web.export.table.Table;
import org.suzhi.web.fieldwork.MarginCell;

/**
 * An R script that reads the CSV beside it, builds the survey design and compares its rate with the published one. It rakes
 * the base weights only where the published weights are made so; after the steps of a plan it takes the weights as they are.
 */
final class RScript implements TableWriter {
    private final Words words;

    RScript(Words words) {
        this.words = words;
    }

    @Override
    public void write(Table table, Locale locale, OutputStream out) throws IOException {
        Study study = table.study();
        Map<List<String>, Map<String, Double>> margins = new LinkedHashMap<>();
        boolean raked = study.weighting().raked();
        for (MarginCell cell : raked ? study.margins() : List.<MarginCell>of()) {
            margins.computeIfAbsent(cell.variables(), v -> new LinkedHashMap<>())
                    .put(String.join(":", cell.levels()), cell.total());
        }
        Set<String> codes = new LinkedHashSet<>(List.of("stratum", "psu"));
        List<String> lists = new ArrayList<>();
        margins.forEach((variables, totals) -> {
            List<String> columns = variables.stream().map(v -> column(table, v)).toList();
            codes.addAll(columns);
            lists.add("  list(variables = " + texts(columns) + ",\n       totals = " + totals(totals) + ")");
        });
        String script = template(raked ? "design.R" : "weighted.R")
                .replace("@TITLE@", words.title(study).in(locale).replaceAll("\\s+", " "))
                .replace("@FILE@", quoted(study.fileName() + ".csv"))
                .replace("@CODES@", texts(List.copyOf(codes)))
                .replace("@WEIGHT@", study.weighting().weighted() ? "calibrated_weight" : "base_weight")
                .replace("@WEIGHTING@", words.weighting(study).in(locale).replaceAll("\\s+", " "))
                .replace("@LITERATE_FROM@", Numerals.of(study.literateFrom()))
                .replace("@MARGINS@", "list(\n" + String.join(",\n", lists) + "\n)")
                .replace(
                        "@RATE@",
                        study.published()
                                .map(r -> Double.toString(r.estimate()))
                                .orElse("NA"))
                .replace(
                        "@ERROR@",
                        study.published()
                                .map(r -> Double.toString(r.standardError()))
                                .orElse("NA"));
        out.write(script.getBytes(StandardCharsets.UTF_8));
    }

    /** The town of a margin is that of the sampled PSU; every other margin variable is an item. */
    private static String column(Table table, String variable) {
        if (variable.equals("town")) {
            return "psu_town";
        }
        return table.variables().stream()
                .filter(v -> v.item().endsWith("/" + variable))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no item holds the margin variable " + variable))
                .name();
    }

    private static String totals(Map<String, Double> totals) {
        List<String> parts = new ArrayList<>();
        totals.forEach((level, total) -> parts.add(quoted(level) + " = " + Numerals.of(total)));
        return "c(" + String.join(", ", parts) + ")";
    }

    private static String texts(List<String> texts) {
        return "c(" + String.join(", ", texts.stream().map(RScript::quoted).toList()) + ")";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String template(String name) throws IOException {
        try (InputStream in = RScript.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
