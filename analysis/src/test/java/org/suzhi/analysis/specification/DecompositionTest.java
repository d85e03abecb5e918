package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

class DecompositionTest {
    private static final Map<String, Object> CHANGE =
            Map.of("over", "wave", "from", "1", "to", "2", "by", List.of("group"), "variable", "y");

    private static AnalysisResult run(Extract extract, Map<String, ?> request, Map<String, ?> replicate) {
        SpecificationBuilder builder = Specification.builder("t")
                .weights("w")
                .strata("stratum")
                .clusters("psu")
                .decomposition("change", request);
        if (!replicate.isEmpty()) {
            builder.design("replicate", replicate);
        }
        return Analysis.run(builder.build(), extract);
    }

    /** Two waves of strata with PSUs of their own; the share of group 2 and its rate grow. */
    private static Extract waves(long seed, int psus) {
        Random random = new Random(seed);
        int rows = 2 * 5 * psus * 12;
        double[] wave = new double[rows];
        double[] stratum = new double[rows];
        double[] psu = new double[rows];
        double[] group = new double[rows];
        double[] y = new double[rows];
        double[] w = new double[rows];
        for (int i = 0; i < rows; i++) {
            int village = i / 12;
            int h = village / psus;
            psu[i] = village;
            stratum[i] = h;
            wave[i] = stratum[i] < 5 ? 1 : 2;
            group[i] = random.nextDouble() < 0.2 + 0.1 * wave[i] ? 2 : random.nextDouble() < 0.5 ? 1 : 3;
            y[i] = random.nextDouble() < 0.1 + 0.08 * group[i] + 0.02 * wave[i] + 0.02 * (psu[i] % 3) ? 1 : 0;
            w[i] = 20 + 10 * random.nextDouble();
        }
        return Extract.builder()
                .numeric("wave", wave)
                .numeric("stratum", stratum)
                .numeric("psu", psu)
                .numeric("group", group)
                .numeric("y", y)
                .numeric("w", w)
                .build();
    }

    /**
     * Household headship in the United States, 1970 and 1985, by age (Das Gupta 1993, Current Population Reports P23-186, table
     * 5.1): shares and rates in percent. Sums by the formula: 44.7268, 47.6940; composition 1.2269, rate 1.7403.
     */
    @Test
    void publishedHeadshipRatesComeApart() {
        double[] size = {
            12.9, 10.9, 9.5, 8.0, 7.8, 8.4, 8.6, 7.8, 7.0, 5.9, 4.7, 3.6, 4.9, //
            10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6.0, 6.3, 5.9, 5.1, 4.0, 5.5
        };
        double[] rate = {
            1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8, //
            2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56.0, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2
        };
        double[] year = new double[size.length];
        double[] age = new double[size.length];
        double[] stratum = new double[size.length];
        double[] psu = new double[size.length];
        Arrays.setAll(year, i -> i < 13 ? 1970 : 1985);
        Arrays.setAll(age, i -> 15 + 5 * (i % 13));
        Arrays.setAll(psu, i -> i);
        Extract extract = Extract.builder()
                .numeric("wave", year)
                .numeric("group", age)
                .numeric("y", rate)
                .numeric("w", size)
                .numeric("stratum", stratum)
                .numeric("psu", psu)
                .build();
        Map<String, Object> request = new LinkedHashMap<>(CHANGE);
        request.put("from", "1970");
        request.put("to", "1985");
        List<EstimateRow> rows =
                run(extract, request, Map.of()).decomposition("change").rows();
        assertThat(rows.get(0).more().get("rateFrom")).isCloseTo(44.7268, within(1e-10));
        assertThat(rows.get(0).more().get("rateTo")).isCloseTo(47.6940, within(1e-10));
        assertThat(rows.get(0).estimate()).isCloseTo(2.9672, within(1e-10));
        assertThat(rows.get(1).estimate()).isCloseTo(1.2269, within(1e-10));
        assertThat(rows.get(2).estimate()).isCloseTo(1.7403, within(1e-10));
        assertThat(rows.get(3).estimate()).isCloseTo(-0.028 * (1.9 + 2.2) / 2, within(1e-12));
    }

    @Test
    void changeIsTheContrastOfTheTwoRates() {
        Extract extract = waves(7, 6);
        AnalysisResult contrast = Analysis.run(
                Specification.builder("t")
                        .weights("w")
                        .strata("stratum")
                        .clusters("psu")
                        .estimate("rate", Map.of("statistic", "mean", "variable", "y", "by", List.of("wave")))
                        .test("c", Map.of("kind", "contrast", "of", "rate", "weights", List.of(-1, 1)))
                        .build(),
                extract);
        EstimateRow change =
                run(extract, CHANGE, Map.of()).decomposition("change").rows().get(0);
        assertThat(change.estimate()).isCloseTo(contrast.test("c").value("estimate"), within(1e-12));
        assertThat(change.se()).isCloseTo(contrast.test("c").value("se"), within(1e-12));
        assertThat(change.ciUpper()).isCloseTo(contrast.test("c").value("ciUpper"), within(1e-12));
    }

    @Test
    void replicatesAndLinearizationAgree() {
        Extract extract = waves(11, 20);
        List<EstimateRow> taylor =
                run(extract, CHANGE, Map.of()).decomposition("change").rows();
        List<EstimateRow> jackknife = run(extract, CHANGE, Map.of("create", "JKn"))
                .decomposition("change")
                .rows();
        List<EstimateRow> bootstrap = run(extract, CHANGE, Map.of("create", "bootstrap", "count", 2000, "seed", 3))
                .decomposition("change")
                .rows();
        assertThat(taylor).hasSize(9);
        for (int i = 0; i < taylor.size(); i++) {
            assertThat(jackknife.get(i).estimate()).isEqualTo(taylor.get(i).estimate());
            assertThat(jackknife.get(i).se() / taylor.get(i).se()).isCloseTo(1, within(0.02));
            assertThat(bootstrap.get(i).se() / taylor.get(i).se()).isCloseTo(1, within(0.07));
        }
    }

    @Test
    void partsOfCategoriesAddUpAndSwappingTheWavesTurnsEverySign() {
        Extract extract = waves(13, 4);
        Map<String, Object> back = new LinkedHashMap<>(CHANGE);
        back.put("from", "2");
        back.put("to", "1");
        List<EstimateRow> rows =
                run(extract, CHANGE, Map.of()).decomposition("change").rows();
        List<EstimateRow> reversed =
                run(extract, back, Map.of()).decomposition("change").rows();
        assertThat(rows.get(3).estimate() + rows.get(4).estimate() + rows.get(5).estimate())
                .isCloseTo(rows.get(1).estimate(), within(1e-14));
        assertThat(rows.get(1).estimate() + rows.get(2).estimate())
                .isCloseTo(rows.get(0).estimate(), within(1e-14));
        for (int i = 0; i < rows.size(); i++) {
            assertThat(reversed.get(i).estimate()).isCloseTo(-rows.get(i).estimate(), within(1e-14));
            assertThat(reversed.get(i).se()).isCloseTo(rows.get(i).se(), within(1e-14));
        }
    }

    @Test
    void aCategoryThatIsEmptyInOneWaveIsRefused() {
        Extract extract = waves(17, 4);
        Map<String, Object> request = new LinkedHashMap<>(CHANGE);
        request.put("subset", "group != 3 | wave == 1");
        AnalysisResult result = run(extract, request, Map.of());
        assertThat(result.decomposition("change").refusal().orElseThrow().code())
                .isEqualTo("decomposition_empty_category");
        assertThat(result.decomposition("change").refusal().orElseThrow().getMessage())
                .contains("group = 3", "in 1", "in 2");
    }

    @Test
    void aCategoryOfOnePsuIsRefusedByTheJackknifeNotByLinearization() {
        Extract extract = waves(19, 4);
        Map<String, Object> request = new LinkedHashMap<>(CHANGE);
        request.put("subset", "group != 3 | psu == 0 | psu == 20");
        assertThat(run(extract, request, Map.of()).decomposition("change").rows())
                .hasSize(9);
        assertThat(run(extract, request, Map.of("create", "JKn"))
                        .decomposition("change")
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo("decomposition_thin_category");
    }

    @Test
    void unknownWavesAndMissingValuesAreRefused() {
        Extract extract = waves(23, 4);
        Map<String, Object> unknown = new LinkedHashMap<>(CHANGE);
        unknown.put("to", "2030");
        assertThat(run(extract, unknown, Map.of())
                        .decomposition("change")
                        .refusal()
                        .orElseThrow()
                        .getMessage())
                .contains("2030", "1, 2");
        double[] y = ((NumericColumn) extract.column("y")).toArray();
        y[4] = Double.NaN;
        Extract holes = extract.with("y", NumericColumn.copyOf(y));
        assertThat(run(holes, CHANGE, Map.of())
                        .decomposition("change")
                        .refusal()
                        .orElseThrow()
                        .getMessage())
                .contains("row 5");
        Map<String, Object> without = new LinkedHashMap<>(CHANGE);
        without.put("naRm", true);
        EstimateRow change =
                run(holes, without, Map.of()).decomposition("change").rows().get(0);
        assertThat(change.n()).isEqualTo(extract.rows() - 1);
    }
}
