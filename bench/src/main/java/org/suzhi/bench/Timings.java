package org.suzhi.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.analysis.weighting.Margin;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.Extract;

/**
 * Seconds per task on {@link BenchmarkSurvey}, in one process after load, and the peak heap. Arguments: {@code [seed]}, or
 * {@code write FILE.csv SPEC.yaml [seed]} to write the table with a specification of all tasks but the bootstraps.
 */
public final class Timings {
    private final Extract extract;
    private final List<Margin> margins;

    private Timings(Extract extract, List<Margin> margins) {
        this.extract = extract;
        this.margins = margins;
    }

    public static void main(String[] args) throws IOException {
        if (args.length >= 3 && args[0].equals("write")) {
            BenchmarkSurvey survey = BenchmarkSurvey.of(args.length > 3 ? Long.parseLong(args[3]) : 1);
            Files.writeString(Path.of(args[1]), survey.csv());
            SpecificationBuilder all = design("bench").rake(survey.margins());
            everything(all);
            Files.writeString(Path.of(args[2]), all.build().toYaml());
            return;
        }
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
        BenchmarkSurvey survey = BenchmarkSurvey.of(seed);
        Path file = Files.createTempFile("bench", ".csv");
        Files.writeString(file, survey.csv());
        List<Margin> margins = survey.margins();
        long start = System.nanoTime();
        Extract extract = CsvReader.read(file);
        line("read CSV", (System.nanoTime() - start) / 1e9);
        Files.delete(file);
        new Timings(extract, margins).run();
    }

    private static void line(String task, double seconds) {
        System.out.printf(Locale.ROOT, "%-60s %8.4f s%n", task, seconds);
    }

    private static SpecificationBuilder design(String id) {
        return Specification.builder(id).weights("w").strata("stratum").clusters("psu");
    }

    private static Map<String, Object> rate() {
        return Map.of("statistic", "proportion", "variable", "literate", "level", 1);
    }

    private static Map<String, Object> rateBy(List<String> by) {
        return Map.of("statistic", "mean", "variable", "literate", "by", by);
    }

    private static void everything(SpecificationBuilder all) {
        all.estimate("rate", rate());
        all.estimate("domains", rateBy(List.of("county", "sex")));
        all.estimate(
                "quantiles", Map.of("statistic", "quantile", "variable", "score", "probs", List.of(0.25, 0.5, 0.75)));
        all.model("logistic", logistic());
        all.test("chisq", chisq());
    }

    private static Map<String, Object> chisq() {
        return Map.of("kind", "chisq", "rows", "literate", "columns", "education");
    }

    private static Map<String, Object> logistic() {
        return Map.of(
                "kind", "glm", "family", "quasibinomial", "formula", "literate ~ sex + age + education + residence");
    }

    private void run() {
        time("raking to 5 margins", () -> design("a").rake(margins), "calibrate");
        time("rate with SE on the raked design", () -> design("b").rake(margins).estimate("rate", rate()), "rate");
        List<String> by = List.of("county", "sex");
        time("400 domain rates with SE", () -> design("c").estimate("by", rateBy(by)), "by");
        time(
                "400 domain rates with SE, calibrated",
                () -> design("d").rake(margins).estimate("by", rateBy(by)),
                "by");
        time("logistic glm, 4 factors", () -> design("e").model("m", logistic()), "m");
        time("Rao-Scott chi-square", () -> design("f").test("t", chisq()), "t");
        time(
                "three quantiles with intervals",
                () -> design("g")
                        .estimate(
                                "q",
                                Map.of(
                                        "statistic",
                                        "quantile",
                                        "variable",
                                        "score",
                                        "probs",
                                        List.of(0.25, 0.5, 0.75))),
                "q");
        time("Rao-Wu bootstrap, 500 replicates, rate + 5 groups", () -> bootstrap("h"), "design", "rate", "groups");
        time(
                "the same, every replicate re-raked",
                () -> bootstrap("i").rake(margins),
                "design",
                "calibrate",
                "rate",
                "groups");
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                peak += pool.getPeakUsage().getUsed();
            }
        }
        System.out.printf(Locale.ROOT, "%-60s %8d MiB%n", "peak heap (sum of pool peaks)", peak >> 20);
    }

    private static SpecificationBuilder bootstrap(String id) {
        return design(id)
                .design("replicate", Map.of("create", "bootstrap", "count", 500, "seed", 1))
                .estimate("rate", rate())
                .estimate("groups", rateBy(List.of("grp")));
    }

    /** The smallest sum of the named steps over some runs; the first ones warm the compiler up. */
    private void time(String task, Supplier<SpecificationBuilder> builder, String... steps) {
        double best = Double.POSITIVE_INFINITY;
        double first = 0;
        int runs = task.contains("re-raked") ? 2 : 7;
        for (int k = 0; k < runs; k++) {
            Map<String, Double> seconds = Analysis.timings(builder.get().build(), extract);
            double sum = 0;
            for (String step : steps) {
                sum += seconds.getOrDefault(step, 0.0);
            }
            best = Math.min(best, sum);
            first = k == 0 ? sum : first;
        }
        System.out.printf(Locale.ROOT, "%-60s %8.4f s   first run %8.4f s%n", task, best, first);
    }
}
