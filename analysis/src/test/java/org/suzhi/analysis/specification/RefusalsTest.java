package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.Problem;

/** What R is silently wrong about is refused by name. */
class RefusalsTest {
    private static final String DATA = """
            str,psu,w,y,g,f,n
            1,1,10,1,a,0.1,20
            1,2,20,0,b,0.1,20
            1,3,10,1,a,0.1,20
            2,4,30,0,b,0.2,15
            2,5,20,1,a,0.2,15
            2,6,10,0,b,0.2,15
            """;
    private static final String SPEC = """
            factors:
              g: ['a', 'b', 'c']
            design: {weights: w, strata: [str], clusters: [psu]}
            calibrate:
              - method: rake
                margins:
                  - variables: [g]
                    cells: [{g: 'a', total: 60}, {g: 'b', total: 40}]
            estimates:
              - {id: m, statistic: mean, variable: y}
            """;

    @Test
    void dataWithoutRowsAreToldInWords() {
        Extract.Builder none = Extract.builder();
        List.of("str", "psu", "w", "y", "g").forEach(name -> none.numeric(name, new double[0]));
        Extract empty = none.build();
        assertThatThrownBy(() -> Analysis.run(Specification.parse(SPEC), empty))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("The data has no rows");
    }

    @Test
    void aColumnWithoutAnyValueIsToldByItsRow() {
        String data = DATA.replaceAll("(?m)^([12]),\\d,", "$1,,");
        assertThatThrownBy(() -> run(SPEC, data)).isInstanceOf(Problem.class).hasMessageContaining("psu");
    }

    private static AnalysisResult run(String spec, String data) {
        return Analysis.run(Specification.parse(spec), CsvReader.read("t.csv", data.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{g: 'b', total: 40}; {g: 'b', total: 0}; margin_without_total",
                "{g: 'b', total: 40}; {g: 'c', total: 40}; margin_without_total",
                "total: 40}]; total: 40}, {g: 'c', total: 5}]; margin_without_sample",
                "total: 40}]; total: -1}]; margin_bad_total",
                "total: 40}]; total: 40}, {g: 'd', total: 5}]; margin_unknown_level",
                "clusters: [psu]; clusters: [psu], fpc: [f], pps: {method: brewer}, psus: 5; psus_not_as_declared",
                "strata: [str], clusters: [psu]; strata: [str, g], clusters: [psu, n]; strata_constant_in_parent",
                "strata: [str]; strata: [str, g]; strata_without_stage",
                "clusters: [psu]; clusters: [psu], fpc: [w]; fpc_varies",
                "strata: [str], clusters: [psu]; strata: [g], clusters: [str]; clusters_not_nested",
                "weights: w, ; ''; no_weights",
                "method: rake; method: logit; logit_needs_bounds",
                "method: rake; \"method: linear\n    bounds: [1.2, 2]\"; bounds_without_one",
                "method: rake; \"method: linear\n    bounds: [0.99, 1.01]\"; calibration_did_not_converge",
            })
    void aDesignOrCalibrationThatCannotBeIsRefused(String good, String bad, String code) {
        String spec = SPEC.replace(good.strip(), bad.equals("''") ? "" : bad.strip());
        assertThat(spec).isNotEqualTo(SPEC);
        assertThatThrownBy(() -> run(spec, DATA))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "'1,2,20,0,b,0.1,20', '1,2,0,0,b,0.1,20', not_positive, w",
        "'1,2,20,0,b,0.1,20', '1,2,-3,0,b,0.1,20', not_positive, w",
        "'1,2,20,0,b,0.1,20', '1,2,,0,b,0.1,20', design_missing, w",
        "'1,2,20,0,b,0.1,20', '1,,20,0,b,0.1,20', design_missing, psu",
        "'1,2,20,0,b,0.1,20', ',2,20,0,b,0.1,20', design_missing, str",
        "'1,2,20,0,b,0.1,20', '1,2,heavy,0,b,0.1,20', number_due_in_row, w",
        "'1,2,20,0,b,0.1,20', '1,2,20,0,b,0.1,19', fpc_varies, n",
        "',20\n', ',2\n', fpc_over_100_percent, n",
        "',15\n', ',0.2\n', fpc_mixed, n",
    })
    void aRowThatTheDesignCannotUseIsNamed(String good, String bad, String code, String column) {
        String data = DATA.replace(good.replace("\\n", "\n"), bad.replace("\\n", "\n"));
        assertThat(data).isNotEqualTo(DATA);
        assertThatThrownBy(() -> run(SPEC.replace("clusters: [psu]", "clusters: [psu], fpc: [n]"), data))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.code()).isEqualTo(code);
                    assertThat(p.getMessage()).contains(column);
                });
    }

    @Test
    void marginsThatDisagreeAreNamed() {
        String spec = SPEC.replace("estimates:", """
                      - variables: [h]
                        cells: [{h: '1', total: 70}, {h: '2', total: 40}]
                estimates:""").replace("factors:", "factors:\n  h: ['1', '2']");
        String data = DATA.replace("str,psu", "h,str,psu").replaceAll("(?m)^([12]),", "$1,$1,");
        assertThatThrownBy(() -> run(spec, data)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.code()).isEqualTo("margins_disagree");
            assertThat(p.getMessage()).contains("100", "110");
            assertThat(p.message(Locale.SIMPLIFIED_CHINESE)).contains("边际");
        });
    }

    @Test
    void aLonelyStratumIsNamedAndOnlyItsEstimateRefused() {
        AnalysisResult result = run(SPEC, DATA.lines().limit(5).reduce("", (a, b) -> a + b + "\n"));
        Problem refusal = result.estimate("m").refusal().orElseThrow();
        assertThat(refusal.code()).isEqualTo("lonely_psu");
        assertThat(refusal.getMessage()).contains("str = 2");
        assertThat(result.toJson()).contains("\"error\"");
    }

    @Test
    void missingValuesInACalibratedDesignNeedAWord() {
        String data = DATA.replace("1,1,10,1,a", "1,1,10,,a");
        Problem refusal = run(SPEC, data).estimate("m").refusal().orElseThrow();
        assertThat(refusal.code()).isEqualTo("missing_values");
        assertThat(run(SPEC.replace("variable: y", "variable: y, naRm: true"), data)
                        .estimate("m")
                        .row()
                        .n())
                .isEqualTo(5);
    }

    @Test
    void contradictoryMarginsThatSettleAreNoted() {
        String spec = SPEC.replace("estimates:", """
                      - variables: [k]
                        cells: [{k: 'a', total: 50}, {k: 'b', total: 50}]
                estimates:""").replace("factors:", "factors:\n  k: ['a', 'b']");
        String data = DATA.replace("y,g,", "y,g,k,").replace(",a,", ",a,a,").replace(",b,", ",b,b,");
        AnalysisResult result = run(spec, data);
        assertThat(result.notes()).singleElement().satisfies(n -> {
            assertThat(n.code()).isEqualTo("margin_missed");
            assertThat(n.text(Locale.ENGLISH)).contains("Raking settled without meeting margin g");
        });
    }

    @Test
    void everyEstimateCarriesTheOptionsThatMadeIt() {
        assertThat(run(SPEC, DATA).toJson())
                .contains("\"options\"", "\"lonelyPsu\": \"fail\"", "\"variance\": \"linearization\"", "\"deff\"");
    }
}
