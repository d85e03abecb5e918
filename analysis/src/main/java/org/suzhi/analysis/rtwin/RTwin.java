package org.suzhi.analysis.rtwin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.Extract;

/**
 * A second computation of an analysis: an R script for package {@code survey} that reads {@code data.csv} and {@code
 * suzhi_result.csv} beside it, computes every figure again, prints the differences and the largest of them, and ends with
 * status 1 above 1e-7. What R is not asked to compute is named in the script and in what it prints.
 */
public final class RTwin {
    private static final Map<String, String> KINDS = Map.of(
            "estimates", "estimate",
            "decompositions", "decomposition",
            "itemNonresponse", "itemNonresponse",
            "models", "model",
            "tests", "test");

    private final Specification specification;
    private final Extract extract;
    private final Map<String, ?> result;
    private final RNames names = new RNames();
    private final Map<String, String> notRecomputed = new LinkedHashMap<>();

    private RTwin(Specification specification, Extract extract, Map<String, ?> result) {
        this.specification = specification;
        this.extract = extract;
        this.result = result;
    }

    /**
     * The twin of an analysis.
     *
     * @param extract the rows that the analysis ran on, before columns were derived
     * @param result what it gave, as its JSON form has it: maps, lists, texts, numbers
     */
    public static RTwin of(Specification specification, Extract extract, Map<String, ?> result) {
        return new RTwin(specification, extract, result);
    }

    /** The script and its table of our figures. */
    public record Files(String script, String figures) {}

    /** The columns that the script reads. */
    Set<String> columns() {
        files();
        return names.used().keySet();
    }

    /** Writes the script. */
    public Files files() {
        Section source = new Section(specification.source());
        List<String> design = design(source);
        List<String> requests = new ArrayList<>();
        RequestCode code = new RequestCode(names);
        requests.addAll(each(source, "estimates", code::estimate));
        requests.addAll(each(source, "decompositions", code::decomposition));
        requests.addAll(each(source, "itemNonresponse", code::itemNonresponse));
        requests.addAll(each(source, "models", code::model));
        requests.addAll(each(source, "tests", code::test));
        requests.addAll(imputed(source, code));
        List<String> derived = derived(source);
        DataCode data = new DataCode(names, extract, source);
        List<String> script = new ArrayList<>();
        script.addAll(
                List.of(Resources.text("head.R").replace("@ID@", specification.id()), Resources.text("functions.R")));
        script.add("# ---- the data " + "-".repeat(104));
        script.addAll(data.lines());
        script.addAll(derived);
        script.add("\n# ---- the design and its weights " + "-".repeat(87));
        script.addAll(design);
        script.add("\n# ---- the figures " + "-".repeat(102));
        script.addAll(requests);
        script.add("");
        script.add("# What is left to Suzhi alone, and why.");
        script.add("not_recomputed <- list()");
        notRecomputed.forEach((what, why) -> script.add("not_recomputed[[" + R.text(what) + "]] <- " + R.text(why)));
        script.add(Resources.text("compare.R"));
        return new Files(String.join("\n", script), OwnFigures.of(result));
    }

    private List<String> derived(Section source) {
        List<String> lines = new ArrayList<>();
        if (source.value("impute").isPresent()) {
            lines.add("data$.row <- seq_len(nrow(data))");
        }
        if (source.sections("derive").isEmpty()) {
            return lines;
        }
        lines.add("derived <- function(data) {");
        for (Section derive : source.sections("derive")) {
            lines.add("  data$" + names.of(derive.text("name", "")) + " <- as.numeric(with(data, "
                    + names.code(derive.text("expr", "")) + "))");
        }
        lines.add("  data");
        lines.add("}");
        lines.add("data <- derived(data)");
        return lines;
    }

    private List<String> design(Section source) {
        List<String> lines = new ArrayList<>();
        try {
            source.only(
                    "id",
                    "title",
                    "source",
                    "tolerance",
                    "checkOnly",
                    "data",
                    "missing",
                    "factors",
                    "derive",
                    "impute",
                    "design",
                    "weighting",
                    "calibrate",
                    "estimates",
                    "decompositions",
                    "itemNonresponse",
                    "models",
                    "tests");
            lines.addAll(new DesignCode(names).lines(source.section("design")));
            lines.addAll(new WeightingCode(names).lines(source));
            CalibrationCode calibration = new CalibrationCode(names);
            source.sections("calibrate").forEach(step -> lines.add(calibration.line(step)));
        } catch (NotRecomputed stop) {
            KINDS.forEach((section, kind) -> source.sections(section)
                    .forEach(s -> notRecomputed.put(kind + " " + s.text("id", ""), stop.what())));
            return List.of("design <- NULL   # not recomputed: " + stop.what().replaceAll("\\s+", " "));
        }
        return lines;
    }

    /** What is combined over the completed tables, from the same tables. */
    private List<String> imputed(Section source, RequestCode code) {
        if (source.value("impute").isEmpty()) {
            return List.of();
        }
        Section impute = source.section("impute");
        List<String> lines = new ArrayList<>();
        lines.add("\n# The same over the tables of imputed.csv, combined by Rubin's rules.");
        lines.add("over_completed(" + names.texts(impute.texts("variables")) + ", " + impute.text("sets", "10")
                + ", function() {");
        requests(source, "estimates", code::estimate, lines);
        requests(source, "models", code::model, lines);
        lines.add("})");
        return lines;
    }

    private void requests(Section source, String section, Function<Section, String> code, List<String> lines) {
        for (Section request : source.sections(section)) {
            String what = KINDS.get(section) + " " + request.text("id", "");
            if (notRecomputed.containsKey(what)) {
                notRecomputed.put("imputed " + what, notRecomputed.getOrDefault(what, ""));
            } else {
                lines.add("  " + code.apply(request));
            }
        }
    }

    private List<String> each(Section source, String section, Function<Section, String> code) {
        List<String> lines = new ArrayList<>();
        for (Section request : source.sections(section)) {
            String what = KINDS.get(section) + " " + request.text("id", "");
            try {
                String line = code.apply(request);
                lines.add(notRecomputed.containsKey(what) ? "# not recomputed: " + R.text(what) : line);
            } catch (NotRecomputed stop) {
                notRecomputed.putIfAbsent(what, stop.what());
                lines.add("# not recomputed: " + R.text(what) + " " + R.text(stop.what()));
            }
        }
        return lines;
    }
}
