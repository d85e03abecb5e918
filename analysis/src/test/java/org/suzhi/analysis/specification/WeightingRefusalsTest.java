package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.Problem;

/** Weighting that cannot be right is refused by name, place and what to do. */
class WeightingRefusalsTest {
    private static final String DATA = """
            psu,w,town,persons,frame,both,status,y
            1,10,a,2,g,1,R,1
            2,20,a,1,g,0,N,
            3,10,a,3,c,1,R,0
            4,30,b,1,g,0,R,1
            5,20,b,2,c,0,N,
            6,10,c,1,g,0,R,1
            """;

    private static AnalysisResult run(String step, String data) {
        String spec = "design: {weights: w, clusters: [psu]}\nweighting:\n  - {" + step + "}\n";
        return Analysis.run(Specification.parse(spec), CsvReader.read("t.csv", data.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(String step, String data, String code, String... words) {
        assertThatThrownBy(() -> run(step, data)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.code()).isEqualTo(code);
            assertThat(p.message(Locale.ENGLISH)).contains(words);
            assertThat(p.message(Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(p.message(Locale.ENGLISH));
        });
    }

    @Test
    void theDataAreFineAsTheyAre() {
        assertThat(run("step: nonresponse, status: status, cells: [town]", DATA).weighting())
                .hasSize(2);
    }

    @Test
    void anEmptyClassNamesItsRowsItsWeightAndAPartner() {
        String data = DATA.replace("4,30,b,1,g,0,R,1", "4,30,b,1,g,0,N,");
        refused(
                "step: nonresponse, status: status, cells: [town]",
                data,
                "empty_class",
                "class b",
                "2 rows",
                "sum 50",
                "with a",
                "collapse: nearest");
        assertThat(run("step: nonresponse, status: status, cells: [town], collapse: nearest", data)
                        .weighting()
                        .get(1)
                        .get("sum"))
                .isEqualTo(100.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,R,1; 1,X,1; status_unknown; row 1",
                "1,R,1; 1,,1; status_unknown; row 1",
                "0,N,; 0,U,; unknown_left; row 2",
                "20,a; 20,; weighting_missing; row 2",
            })
    void rowsThatFitNoClassAreNamed(String good, String bad, String code, String place) {
        String data = DATA.replaceFirst(good, bad);
        assertThat(data).isNotEqualTo(DATA);
        refused("step: nonresponse, status: status, cells: [town]", data, code, place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "collapse: [[a, z]]; collapse_unknown_cell; z",
                "collapse: [[a, b], [b, c]]; collapse_cell_twice; b",
                "collapse: [[a]]; spec_wrong_type; collapse",
                "collapse: nearby; spec_unknown_choice; nearest",
                "minimum: 50, collapse: nearest; collapse_exhausted; 4 rows",
                "maxFactor: 1; spec_wrong_type; maxFactor",
                "formula: ~ town; spec_unused_key; formula",
                "minimal: 3; spec_unknown_key; minimal",
            })
    void aRuleThatCannotBeIsRefused(String rule, String code, String word) {
        refused("step: nonresponse, status: status, cells: [town], " + rule, DATA, code, word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "step: weigh; spec_unknown_choice; household",
                "variable: persons; spec_missing_key; step",
                "step: household; spec_missing_key; variable",
                "step: household, variable: nobody; missing_column; nobody",
                "step: household, variable: both; count_below_one; row 2",
                "step: household, variable: y; count_missing; unknown:",
                "step: household, variable: persons, cap: 0; spec_wrong_type; cap",
                "step: multiplicity, variable: both; count_below_one; row 2",
                "step: respondents; spec_missing_key; status",
                "step: nonresponse, status: town; status_unknown; 'a'",
                "step: nonresponse, status: status, method: propensity; spec_missing_key; formula",
                "step: nonresponse, status: status, method: propensity, formula: y ~ town; bad_formula; ~ terms",
                "step: nonresponse, status: status, method: propensity, formula: ~ y; propensity_missing; row 2",
                "step: nonresponse, status: status, method: propensity, formula: ~ town, cells: [town]; spec_unused_key; cells",
                "step: nonresponse, status: status, method: propensity, formula: ~ town, minimum: 5; spec_unused_key; minimum",
                "step: nonresponse, status: status, method: propensity, formula: ~ town, classes: 1; spec_wrong_type; classes",
                "step: compose, frame: frame, shares: {g: 1, c: 0}; spec_missing_key; overlap",
                "step: compose, frame: frame, overlap: both == 1; spec_missing_key; shares",
                "step: compose, frame: frame, overlap: both == 1, shares: half; spec_wrong_type; effective",
                "step: compose, frame: frame, overlap: both == 1, shares: {g: 0.6, c: 0.6}; compose_shares; 1.2",
                "step: compose, frame: frame, overlap: both == 1, shares: {g: 1}; compose_without_share; c",
                "step: compose, frame: frame, overlap: both == 1, shares: {g: 0.5, h: 0.5}; compose_unknown_frame; h",
                "step: compose, frame: frame, overlap: town == 'b', shares: {g: 1, c: 0}; no error;",
                "step: compose, frame: frame, overlap: town == 'c', shares: {g: 0.5, c: 0.5}; compose_frame_empty; c",
                "step: compose, frame: frame, overlap: both == 9, shares: effective; compose_no_overlap; frame",
                "step: trim; spec_missing_key; upper",
                "step: trim, upper: big; spec_wrong_type; median+6iqr",
                "step: trim, upper: 15, lower: 25; trim_limits; 25",
                "step: trim, upper: 15, redistribute: false, strict: true; spec_unused_key; strict",
            })
    void stepsThatCannotBeAreRefused(String step, String code, String word) {
        if (code.equals("no error")) {
            assertThat(run(step, DATA).weighting()).hasSize(2);
        } else {
            refused(step, DATA, code, word);
        }
    }

    @Test
    void aChanceOfNothingIsRefused() {
        String data = DATA.replace("4,30,b,1,g,0,R,1", "4,30,b,1,g,0,N,");
        refused(
                "step: nonresponse, status: status, method: propensity, formula: ~ town",
                data,
                "propensity_zero",
                "row 4");
    }

    @Test
    void respondentsMustBeSome() {
        refused("step: respondents, status: status", DATA.replace(",R,", ",N,"), "no_rows_with_weight", "6 rows");
    }

    @Test
    void aCountThatIsNotKnownCanBeGiven() {
        Object filled = run("step: household, variable: y, unknown: 1", DATA.replace(",R,0", ",R,1"))
                .weighting()
                .get(1)
                .get("filled");
        assertThat(filled).isEqualTo(2);
    }

    @Test
    void crossedMarginsThatContradictAreRefusedBeforeRaking() {
        String spec = """
                design: {weights: w, clusters: [psu]}
                calibrate:
                  - method: rake
                    margins:
                      - {variables: [frame], cells: [{frame: g, total: 70}, {frame: c, total: 30}]}
                      - variables: [town, frame]
                        cells:
                          - {town: a, frame: g, total: 30}
                          - {town: a, frame: c, total: 10}
                          - {town: b, frame: g, total: 30}
                          - {town: b, frame: c, total: 20}
                          - {town: c, frame: g, total: 10}
                """;
        Specification good = Specification.parse(spec);
        Specification bad =
                Specification.parse(spec.replace("{town: a, frame: g, total: 30}", "{town: a, frame: g, total: 20}")
                        .replace("{town: b, frame: c, total: 20}", "{town: b, frame: c, total: 30}"));
        var extract = CsvReader.read("t.csv", DATA.getBytes(StandardCharsets.UTF_8));
        assertThat(Analysis.run(good, extract).summary("calibration").get("sumOfWeights"))
                .isEqualTo(100.0);
        assertThatThrownBy(() -> Analysis.run(bad, extract))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("margin_conflict"))
                .hasMessageContaining("frame = g: 70 against 60");
    }

    /** A specification without weighting says nothing of it, an empty list shows base weights. */
    @Test
    void theReportIsThereWhenTheKeyIs() {
        String spec = "design: {weights: w, clusters: [psu]}\n";
        var extract = CsvReader.read("t.csv", DATA.getBytes(StandardCharsets.UTF_8));
        assertThat(Analysis.run(Specification.parse(spec), extract).toJson()).doesNotContain("weighting");
        assertThat(Analysis.run(Specification.parse(spec + "weighting: []\n"), extract)
                        .weighting())
                .singleElement()
                .satisfies(
                        step -> assertThat(step).containsEntry("step", "base").containsEntry("sum", 100.0));
        assertThat(Analysis.run(Specification.parse(spec + "weighting: []\n"), extract)
                        .toTable(Locale.SIMPLIFIED_CHINESE))
                .contains("变异系数", "base", "100");
    }
}
