package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.Extract;

/** Replicates created from designs of two PSUs a stratum against linearization. */
class CreatedReplicatesTest {
    private static Extract rows(int strata, int psus) {
        Random random = new Random(strata * 31L + psus);
        int n = strata * psus * 5;
        double[] stratum = new double[n];
        double[] psu = new double[n];
        double[] w = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            psu[i] = i / 5 + 1;
            stratum[i] = i / (5 * psus) + 1;
            w[i] = 10 + 5 * random.nextDouble();
            y[i] = 50 + 3 * (psu[i] % 4) + random.nextGaussian() * 10;
        }
        return Extract.builder()
                .numeric("stratum", stratum)
                .numeric("psu", psu)
                .numeric("w", w)
                .numeric("y", y)
                .build();
    }

    private static EstimateRow run(Extract extract, String statistic, Map<String, ?> replicate) {
        SpecificationBuilder builder = Specification.builder("t")
                .weights("w")
                .strata("stratum")
                .clusters("psu")
                .estimate("e", Map.of("statistic", statistic, "variable", "y"));
        if (!replicate.isEmpty()) {
            builder.design("replicate", replicate);
        }
        return Analysis.run(builder.build(), extract).estimate("e").row();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 12, 15, 26})
    void balancedReplicationOfTotalsEqualsLinearization(int strata) {
        Extract extract = rows(strata, 2);
        double taylor = run(extract, "total", Map.of()).se();
        assertThat(run(extract, "total", Map.of("create", "BRR")).se()).isCloseTo(taylor, within(1e-9 * taylor));
        assertThat(run(extract, "total", Map.of("create", "Fay", "rho", 0.4)).se())
                .isCloseTo(taylor, within(1e-9 * taylor));
    }

    /** R survey 4.1-1: {@code as.svrepdesign(svydesign(~psu, ~str, ~w), type = "JKn")} on the rows of case S12. */
    @ParameterizedTest
    @CsvSource({
        "adjust, 3.13856512350628, 207.852171025467",
        "average, 0.844245885077006, 85.0797944788975",
        "remove, 0.744554885767792, 75.0333259292163",
        "certainty, 0.744554885767792, 75.0333259292163"
    })
    void aJackknifeTreatsALonelyPsuAsTheDesignSays(String option, double mean, double total) {
        Specification specification = Specification.builder("lonely")
                .weights("w")
                .strata("str")
                .clusters("psu")
                .design("lonelyPsu", option)
                .design("replicate", Map.of("create", "JKn"))
                .estimate("mean", Map.of("statistic", "mean", "variable", "score"))
                .estimate("total", Map.of("statistic", "total", "variable", "score"))
                .build();
        AnalysisResult result = Analysis.run(
                specification, CsvReader.read(Path.of("src/test/resources/reference/S12-lonely-remove/data.csv")));
        assertThat(result.estimate("mean").row().se()).isCloseTo(mean, within(1e-9));
        assertThat(result.estimate("total").row().se()).isCloseTo(total, within(1e-7));
    }

    @Test
    void balancedReplicationNeedsTwoPsusInEveryStratum() {
        assertThatThrownBy(() -> run(rows(4, 3), "mean", Map.of("create", "BRR")))
                .hasMessageContaining("3 PSUs");
    }

    @Test
    void theBootstrapDependsOnTheSeedAloneAndIsNearLinearization() {
        Extract extract = rows(20, 4);
        Map<String, Object> options = Map.of("create", "bootstrap", "count", 2000, "seed", 3);
        EstimateRow one = run(extract, "mean", options);
        assertThat(run(extract, "mean", options).se()).isEqualTo(one.se());
        assertThat(run(extract, "mean", Map.of("create", "bootstrap", "count", 2000, "seed", 4))
                        .se())
                .isNotEqualTo(one.se());
        double taylor = run(extract, "mean", Map.of()).se();
        assertThat(one.se()).isCloseTo(taylor, within(0.06 * taylor));
    }

    @Test
    void successiveDifferencesGiveTheirQuadraticFormForTotals() {
        Extract extract = rows(6, 2);
        EstimateRow row = run(extract, "total", Map.of("create", "successive-difference"));
        double[] totals = new double[12];
        for (int i = 0; i < extract.rows(); i++) {
            totals[i / 5] += number(extract, "w", i) * number(extract, "y", i);
        }
        double sum = 0;
        for (int p = 0; p < 12; p++) {
            sum += Math.pow(totals[p] - totals[(p + 1) % 12], 2) / 2;
        }
        assertThat(row.se()).isCloseTo(Math.sqrt(sum), within(1e-9 * row.se()));
    }

    private static double number(Extract extract, String name, int row) {
        return ((org.suzhi.microdata.NumericColumn) extract.column(name)).value(row);
    }

    @Test
    void jk1IsForDesignsWithoutStrata() {
        assertThatThrownBy(() -> run(rows(3, 2), "mean", Map.of("create", "JK1")))
                .isInstanceOfSatisfying(
                        AnalysisProblem.class, p -> assertThat(p.code()).isEqualTo("jk1_stratified"));
    }
}
