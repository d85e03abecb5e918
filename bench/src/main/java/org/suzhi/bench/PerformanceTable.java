package org.suzhi.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.suzhi.bench.WaveAnalyses.Variant;
import org.suzhi.bench.WaveAnalyses.Weighting;
import org.suzhi.sample.Truth;

/** The performance of every variant in every domain as Markdown. */
final class PerformanceTable {

    private static final double NOMINAL = 0.95;
    private static final Variant PUBLISHED = new Variant(Weighting.RAKED, "logit");
    private static final Variant DESIGN = new Variant(Weighting.DESIGN, "logit");
    private static final Variant UNWEIGHTED = new Variant(Weighting.NONE, "wald");

    private final List<Truth> domains;
    private final List<Performance> performances;
    private final StringBuilder text = new StringBuilder();

    /** Performances variant by variant, each in the order of the domains. */
    PerformanceTable(List<Truth> domains, List<Performance> performances) {
        this.domains = List.copyOf(domains);
        this.performances = List.copyOf(performances);
    }

    /** A column: heading, format, value, and the value it ought to have. */
    private record Column(String heading, String format, double ideal, ToDoubleFunction<Integer> value) {

        String cell(double number) {
            return String.format(Locale.ROOT, format, number);
        }
    }

    String markdown() {
        text.append("Raked to four margins, intervals with the degrees of freedom of the domain:\n\n");
        table(List.of(
                new Column("n", "%.0f", Double.NaN, d -> of(PUBLISHED, d).n()),
                new Column(
                        "true rate, %",
                        "%.2f", Double.NaN, d -> 100 * domains.get(d).rate()),
                new Column(
                        "true SE, points",
                        "%.2f",
                        Double.NaN,
                        d -> 100 * of(PUBLISHED, d).sd()),
                new Column(
                        "bias, points", "%+.3f", 0, d -> 100 * of(PUBLISHED, d).bias()),
                new Column("bias / true SE", "%+.2f", 0, d -> of(PUBLISHED, d).relativeBias()),
                new Column("mean SE / true SE", "%.3f", 1, d -> of(PUBLISHED, d).seRatio()),
                coverage("logit, %", PUBLISHED),
                new Column(
                        "truth below", "%.1f", 2.5, d -> 100 * of(PUBLISHED, d).truthBelow()),
                new Column(
                        "truth above", "%.1f", 2.5, d -> 100 * of(PUBLISHED, d).truthAbove()),
                coverage("Wald, %", new Variant(Weighting.RAKED, "wald")),
                coverage("beta, %", new Variant(Weighting.RAKED, "beta")),
                coverage("Wilson, %", new Variant(Weighting.RAKED, "wilson")),
                new Column("no interval", "%.0f", 0, d -> of(PUBLISHED, d).without())));
        text.append(
                "\nWithout calibration (design weights, logit), and unweighted as if a simple random sample (Wald):\n\n");
        table(List.of(
                new Column(
                        "design: bias, points",
                        "%+.3f",
                        0,
                        d -> 100 * of(DESIGN, d).bias()),
                new Column("bias / true SE", "%+.2f", 0, d -> of(DESIGN, d).relativeBias()),
                new Column(
                        "true SE, points",
                        "%.2f",
                        Double.NaN,
                        d -> 100 * of(DESIGN, d).sd()),
                new Column("mean SE / true SE", "%.3f", 1, d -> of(DESIGN, d).seRatio()),
                coverage("coverage, %", DESIGN),
                new Column(
                        "unweighted: bias, points",
                        "%+.3f",
                        0,
                        d -> 100 * of(UNWEIGHTED, d).bias()),
                new Column("bias / true SE", "%+.2f", 0, d -> of(UNWEIGHTED, d).relativeBias()),
                new Column(
                        "mean SE / true SE", "%.3f", 1, d -> of(UNWEIGHTED, d).seRatio()),
                coverage("coverage, %", UNWEIGHTED)));
        return text.toString();
    }

    private Column coverage(String heading, Variant variant) {
        return new Column(
                heading, "%.1f", 100 * NOMINAL, d -> 100 * of(variant, d).coverage());
    }

    private Performance of(Variant variant, int domain) {
        return performances.get(WaveAnalyses.VARIANTS.indexOf(variant) * domains.size() + domain);
    }

    private void table(List<Column> columns) {
        row("domain", columns.stream().map(Column::heading).toList());
        row("---", columns.stream().map(c -> "---:").toList());
        for (int d = 0; d < domains.size(); d++) {
            int domain = d;
            Truth truth = domains.get(d);
            row(
                    truth.dimension().equals("all") ? "county" : truth.dimension() + " " + truth.level(),
                    columns.stream()
                            .map(c -> c.cell(c.value().applyAsDouble(domain)))
                            .toList());
        }
        row("towns, median", columns.stream().map(c -> c.cell(median(towns(c)))).toList());
        row("towns, worst", columns.stream().map(this::worst).toList());
    }

    private double[] towns(Column column) {
        return IntStream.range(0, domains.size())
                .filter(d -> domains.get(d).dimension().equals("town"))
                .mapToDouble(column.value()::applyAsDouble)
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The value of a town that lies farthest from what it ought to be. */
    private String worst(Column column) {
        if (Double.isNaN(column.ideal())) {
            return "";
        }
        return Arrays.stream(towns(column))
                .boxed()
                .max(Comparator.comparingDouble(v -> Math.abs(v - column.ideal())))
                .map(column::cell)
                .orElse("");
    }

    private void row(String first, List<String> cells) {
        text.append("| ")
                .append(first)
                .append(" | ")
                .append(String.join(" | ", cells))
                .append(" |\n");
    }
}
