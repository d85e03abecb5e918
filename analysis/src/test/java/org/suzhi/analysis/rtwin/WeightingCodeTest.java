package org.suzhi.analysis.rtwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suzhi.analysis.specification.Specification;

/** The R lines of weighting steps; what R makes of them is compared with the golden chains by running twins. */
class WeightingCodeTest {
    private static List<String> lines(String steps, String design) {
        return new WeightingCode(new RNames())
                .lines(new Section(Specification.parse("design: {weights: w" + design + "}\nweighting:\n" + steps)
                        .source()));
    }

    private static String last(String step) {
        List<String> lines = lines("  - {" + step + "}\n", "");
        assertThat(lines).contains("report(\"1 base\")").endsWith("design <- design[which(w != 0), ]");
        assertThat(lines.get(lines.size() - 3)).startsWith("report(\"2 ");
        return lines.get(lines.size() - 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "step: household, variable: size, cap: 4 | w <- ifelse(w == 0, 0, w * count)",
                "step: multiplicity, variable: lists | w <- ifelse(w == 0, 0, w / count)",
                "step: compose, frame: f, overlap: both == 1, shares: {a: 0.6, b: 0.4} | w <- composed(data$f, with(data, both == 1), c(\"a\" = 0.6, \"b\" = 0.4))",
                "step: compose, frame: f, overlap: both == 1, shares: effective | w <- composed(data$f, with(data, both == 1))",
                "step: nonresponse, status: s, cells: [t, u] | w <- move(take, give, class)",
                "step: nonresponse, status: s, method: propensity, formula: ~ t + u | w <- ifelse(take, w / p, ifelse(give, 0, w))",
                "step: respondents, status: s | w <- ifelse(status_is(data$s, \"R\"), w, 0)",
                "step: trim, upper: median+6iqr | w <- trimmed(upper = median(w[w != 0]) + (+6) * IQR(w[w != 0]), strict = FALSE, spread = TRUE)",
                "step: trim, lower: 2, upper: 3 * mean, redistribute: false | w <- trimmed(lower = 2, upper = 3 * mean(w[w != 0]), strict = FALSE, spread = FALSE)",
            })
    void everyStepHasItsLine(String step, String line) {
        assertThat(last(step)).isEqualTo(line);
    }

    @Test
    void classesAreMergedByTheSameRule() {
        String common = "step: nonresponse, status: s, cells: [t, u]";
        assertThat(lines("  - {" + common + ", minimum: 20, maxFactor: 3, collapse: nearest}\n", ""))
                .contains(
                        "class <- classes(crossed(data$t, data$u), take, give, by = \"nearest\", minimum = 20, most = 3)");
        assertThat(lines("  - {" + common + ", collapse: [['a, x', 'b, x']]}\n", ""))
                .contains(
                        "class <- classes(crossed(data$t, data$u), take, give, groups = list(c(\"a, x\", \"b, x\")))");
        assertThat(lines("  - {step: unknown-eligibility, status: s}\n", ""))
                .contains("take <- status_is(data$s, \"R\", \"N\", \"I\")", "class <- classes(crossed(), take, give)");
    }

    @Test
    void replicatesAreLeftToUs() {
        assertThat(lines("  - {step: respondents, status: s}\n", "")).isNotEmpty();
        assertThatThrownBy(() -> lines("  - {step: respondents, status: s}\n", ", replicate: {create: JKn}"))
                .isInstanceOf(NotRecomputed.class)
                .hasMessage("weighting with replicate");
        assertThat(new WeightingCode(new RNames())
                        .lines(new Section(
                                Specification.parse("design: {weights: w}").source())))
                .isEmpty();
    }
}
