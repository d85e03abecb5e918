package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.Message;
import org.suzhi.microdata.Problem;

/** Options without effect, and options that would give a meaningless number, are refused by name. */
class OptionsTest {
    private static final String DATA = """
            str,psu,w,y,x,g,h,k,n
            1,1,10,1,3.5,a,d,a,20
            1,2,20,0,4,b,e,b,20
            1,3,10,1,2,a,d,a,20
            1,3,15,0,,c,f,b,20
            2,4,30,0,5,b,e,a,15
            2,5,20,1,7.5,a,d,b,15
            2,6,10,0,1,c,f,c,15
            """;
    private static final String DESIGN = "{weights: w, strata: [str], clusters: [psu]}";

    private static AnalysisResult run(String design, String sections, String data) {
        String spec = "factors: {g: [a, b, c], h: [d, e, f], k: [a, b, c]}\ndesign: " + design + "\n" + sections;
        return Analysis.run(Specification.parse(spec), CsvReader.read("t.csv", data.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tests; kind: contrast, of: m, weights: [1], level: 1.5; spec_wrong_type",
                "tests; kind: contrast, of: m, weights: [1], df: -2; spec_wrong_type",
                "tests; kind: contrast, of: m, weights: [1], rows: g; spec_unused_key",
                "tests; kind: gof, variable: g, p: [1, 2, -3]; spec_wrong_type",
                "tests; kind: gof, variable: g, p: [1, 2, 0]; spec_wrong_type",
                "tests; kind: ttest, variable: y, p: [1]; spec_unused_key",
                "tests; kind: terms, model: m, method: Nonsense; spec_unknown_choice",
                "estimates; statistic: mean, variable: y, ci: {df: -3}; spec_wrong_type",
                "estimates; statistic: mean, variable: y, ci: {method: beta}; spec_unknown_choice",
                "estimates; statistic: quantile, variable: x, probs: [0.5], ci: {method: likelihood}; spec_unknown_choice",
                "estimates; statistic: alpha, variables: [x, y], rule: nonsense; spec_unused_key",
                "estimates; statistic: mean, variable: y, probs: [0.5]; spec_unused_key",
                "estimates; statistic: ratio, numerator: x, denominator: y, level: 1; spec_unused_key",
                "estimates; statistic: mean, variable: y, expr: pv > 1; spec_unused_key",
                "estimates; statistic: mean, variable: y, plausibleValues: [x, y]; spec_unused_key",
                "estimates; statistic: mean, plausibleValues: [x, y], ci: {df: domain}; spec_unused_key",
                "estimates; 'statistic: mean, variable: y, standardize: {by: [g], population: [1, -1, 3]}'; spec_wrong_type",
                "calibrate; 'method: rake, bounds: [0.5, 2], margins: [{variables: [g], cells: [{g: a, total: 9}]}]'; spec_unused_key",
                "calibrate; method: linear, populationSize: 100, lower: 3; spec_unused_key",
                "calibrate; method: trim, upper: 20, epsilon: 0.1; spec_unused_key",
                "calibrate; method: trim, strict: true; spec_missing_key",
            })
    void anOptionWithoutEffectOrSenseIsRefused(String section, String item, String code) {
        String id = section.equals("calibrate") ? "" : "id: t, ";
        String bare = item.startsWith("'") ? item.substring(1, item.length() - 1) : item;
        assertThatThrownBy(() -> run(DESIGN, section + ":\n  - {" + id + bare + "}\n", DATA))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "replicate: {type: other, columns: [w], scale: -1}; spec_wrong_type",
                "'replicate: {type: other, columns: [w, w], rscales: [1, -1]}'; spec_wrong_type",
                "replicate: {create: JKn, columns: [w]}; spec_unused_key",
                "replicate: {create: bootstrap, scale: 2}; spec_unused_key",
                "'fpc: [n], pps: {method: hartley-rao-population}'; spec_missing_key",
            })
    void aDesignOptionWithoutEffectOrSenseIsRefused(String option, String code) {
        String bare = option.startsWith("'") ? option.substring(1, option.length() - 1) : option;
        String fraction = DATA.replace(",20\n", ",0.2\n").replace(",15\n", ",0.2\n");
        assertThatThrownBy(() -> run(DESIGN.replace("}", ", " + bare + "}"), "", fraction))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "kind: ttest, variable: y, subset: psu == 1; test_without_df",
                "kind: ranktest, test: KruskalWallis, variable: y, group: g, subset: psu == 3 | psu == 2; test_without_df",
                "kind: ttest, variable: y, subset: w > 1000; test_without_rows",
                "'kind: gof, variable: g, p: [1, 2, 3], subset: w > 1000'; test_without_rows",
            })
    void aTestThatTheDesignCannotCarryIsRefusedAlone(String item, String code) {
        String bare = item.startsWith("'") ? item.substring(1, item.length() - 1) : item;
        AnalysisResult result = run(DESIGN, "tests:\n  - {id: t, " + bare + "}\n", DATA);
        assertThat(code(result.json(), "tests")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "statistic: proportion, variable: x, level: 9; unknown_level",
                "statistic: kappa, variables: [g, h]; kappa_levels",
                "'statistic: quantile, variable: w, probs: [0.5], ci: {method: quantile}'; quantile_needs_replicates",
            })
    void anEstimateThatMeansNothingIsRefusedAlone(String item, String code) {
        String bare = item.startsWith("'") ? item.substring(1, item.length() - 1) : item;
        AnalysisResult result = run(DESIGN, "estimates:\n  - {id: t, " + bare.replace("''", "'") + "}\n", DATA);
        assertThat(result.estimate("t").refusal().orElseThrow().code()).isEqualTo(code);
    }

    @Test
    void aZeroOneColumnWithoutOnesHasTheRateZero() {
        AnalysisResult result = run(
                DESIGN,
                "estimates:\n  - {id: t, statistic: proportion, variable: y, level: 1, subset: y == 0}\n",
                DATA);
        assertThat(result.estimate("t").row().estimate()).isZero();
        String noOnes =
                DATA.replace(",1,3.5", ",0,3.5").replace(",1,2,", ",0,2,").replace(",1,7.5", ",0,7.5");
        assertThat(run(DESIGN, "estimates:\n  - {id: t, statistic: proportion, variable: y, level: 1}\n", noOnes)
                        .estimate("t")
                        .row()
                        .estimate())
                .isZero();
    }

    @Test
    void theEmptyCellOfAStandardizationIsNamed() {
        String data = DATA.replace("1,3,15,0,,c,f", "1,3,15,0,,a,f");
        AnalysisResult result = run(
                DESIGN,
                "estimates:\n  - {id: t, statistic: mean, variable: y, by: [str], "
                        + "standardize: {by: [g], over: [k], population: [1, 2, 3]}}\n"
                        + "  - {id: plain, statistic: mean, variable: y}\n",
                data);
        assertThat(result.estimate("t").notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("standardize_empty_cell");
            assertThat(note.text(Locale.ENGLISH)).contains("g = c, k = a");
        });
        assertThat(result.estimate("plain").notes()).isEmpty();
    }

    @Test
    void whatWasExpectedIsSaidInTheReadersLanguage() {
        assertThatThrownBy(() -> run("{weights: [1], strata: [str]}", "", DATA))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.message(Locale.ENGLISH)).contains("found a list, expected a single value");
                    assertThat(p.message(Locale.SIMPLIFIED_CHINESE)).contains("这里是 列表,应为 单个值");
                });
    }

    @Test
    void negativeWeightsOfALinearCalibrationAreNoted() {
        String step = "calibrate:\n  - {method: linear, populationSize: 100, continuous: [{variable: n, total: %s}]}\n";
        assertThat(run(DESIGN, step.formatted("1740"), DATA).notes()).isEmpty();
        assertThat(run(DESIGN, step.formatted("2200"), DATA).notes())
                .extracting(Message::code)
                .containsExactly("negative_weights");
    }

    @Test
    void aModelThatSeparatesTheOutcomesSaysSo() {
        String models = "models:\n  - {id: m, kind: glm, family: quasibinomial, formula: '%s ~ str'}\n";
        assertThat(run(DESIGN, models.formatted("y"), DATA).toJson()).doesNotContain("fitted_at_the_edge");
        assertThat(run(DESIGN + "\nderive: [{name: late, expr: 'str == 2'}]\n", models.formatted("late"), DATA)
                        .toJson())
                .contains("fitted_at_the_edge");
    }

    @Test
    void aLikelihoodRatioTestNeedsDegreesOfFreedom() {
        String items = """
                models:
                  - {id: m, kind: glm, family: gaussian, formula: 'y ~ w + n + str', subset: 'psu != 1 & psu != 6'}
                tests:
                  - {id: t, kind: terms, model: m, terms: [w], method: LRT}
                """;
        assertThat(code(run(DESIGN, items, DATA).json(), "tests")).isEqualTo("test_without_df");
    }

    @Test
    void aBootstrapCannotHonourAdjustedLonelyPsus() {
        String data = DATA + "3,7,10,1,2,a,d,a,9\n";
        String design =
                "{weights: w, strata: [str], clusters: [psu], lonelyPsu: adjust, replicate: {create: bootstrap}}";
        assertThatThrownBy(() -> run(design, "", data))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("bootstrap_lonely_psu"));
        assertThat(run(design.replace("adjust", "remove"), "", data).notes()).isEmpty();
    }

    @Test
    void createdReplicatesThatDropTheFpcSaySo() {
        String design = "{weights: w, strata: [str], clusters: [psu], fpc: [n], replicate: {create: bootstrap}}";
        assertThat(run(design, "", DATA).notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("fpc_not_replicated");
            assertThat(note.text(Locale.SIMPLIFIED_CHINESE)).contains("bootstrap", "有限总体校正");
        });
        assertThat(run(design.replace("bootstrap", "JKn"), "", DATA).notes()).isEmpty();
    }

    @Test
    void testsCarryTheirRowsAndLeaveOutMissingValues() {
        AnalysisResult result = run(DESIGN, """
                estimates:
                  - {id: m, statistic: mean, variable: x, naRm: true}
                tests:
                  - {id: one, kind: ttest, variable: x}
                  - {id: table, kind: chisq, rows: y, columns: str}
                """, DATA);
        Map<?, ?> one = (Map<?, ?>) ((Map<?, ?>) result.json().get("tests")).get("one");
        assertThat(one.get("n")).isEqualTo(6);
        assertThat((double) one.get("estimate"))
                .isCloseTo(result.estimate("m").row().estimate(), within(1e-12));
        Map<?, ?> table = (Map<?, ?>) ((Map<?, ?>) result.json().get("tests")).get("table");
        assertThat(table.get("n")).isEqualTo(7);
    }

    /** R survey: svyquantile(~x, as.svrepdesign(d, type = "JKn"), 0.5, interval.type = "quantile", df = degf(d)). */
    @Test
    void aQuantileOverReplicatesHasTheErrorOfR() {
        EstimateRow median = run(
                        DESIGN.replace("}", ", replicate: {create: JKn}}"),
                        "estimates:\n  - {id: t, statistic: quantile, variable: x, probs: [0.5], ci: {method: quantile}}\n",
                        DATA.replace("15,0,,", "15,0,6,"))
                .estimate("t")
                .row();
        assertThat(median.estimate()).isEqualTo(5);
        assertThat(median.se()).isCloseTo(0.942809041582, within(1e-11));
        assertThat(median.ciLower()).isCloseTo(2.38234245136, within(1e-10));
    }

    @Test
    void modelsCarryTheirRows() {
        AnalysisResult result = run(DESIGN, """
                models:
                  - {id: glm, formula: x ~ y}
                  - {id: olr, kind: olr, formula: g ~ x}
                """, DATA + "3,8,10,1,6,b,d,a,9\n3,9,10,1,2,b,d,a,9\n");
        Map<?, ?> models = (Map<?, ?>) result.json().get("models");
        assertThat(((Map<?, ?>) models.get("glm")).get("n")).isEqualTo(8);
        assertThat(((Map<?, ?>) models.get("olr")).get("n"))
                .as("olr " + models.get("olr"))
                .isEqualTo(8);
    }

    @Test
    void modelsWithoutRowsSaySo() {
        AnalysisResult result = run(DESIGN, """
                models:
                  - {id: glm, formula: x ~ y, subset: w > 1000}
                  - {id: olr, kind: olr, formula: g ~ y, subset: w > 1000}
                """, DATA);
        Map<?, ?> models = (Map<?, ?>) result.json().get("models");
        assertThat(models.toString())
                .contains("glm={error={code=model_without_rows", "olr={error={code=model_without_rows");
    }

    private static Object code(Map<String, Object> json, String section) {
        Map<?, ?> one = (Map<?, ?>) ((Map<?, ?>) json.get(section)).get("t");
        return ((Map<?, ?>) one.get("error")).get("code");
    }
}
