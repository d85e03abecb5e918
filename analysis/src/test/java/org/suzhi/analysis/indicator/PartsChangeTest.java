package org.suzhi.analysis.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.Distributions;
import org.suzhi.analysis.indicator.Trend.Estimated;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.EstimateRow;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.microdata.Extract;

class PartsChangeTest {
    private static final int ROWS = 720;
    private static final double CLOSE = 1e-12;
    private final double[] stratum = new double[2 * ROWS];
    private final double[] psu = new double[2 * ROWS];
    private final double[] wave = new double[2 * ROWS];
    private final double[] group = new double[2 * ROWS];
    private final double[] sex = new double[2 * ROWS];
    private final double[] y = new double[2 * ROWS];
    private final double[] w = new double[2 * ROWS];

    PartsChangeTest() {
        Random random = new Random(20251128);
        for (int i = 0; i < 2 * ROWS; i++) {
            int village = i / 12;
            int h = i / 144;
            psu[i] = village;
            stratum[i] = h;
            wave[i] = i < ROWS ? 1 : 2;
            group[i] = random.nextDouble() < 0.2 + 0.1 * wave[i] ? 2 : random.nextDouble() < 0.5 ? 1 : 3;
            sex[i] = random.nextInt(2);
            y[i] = random.nextDouble() < 0.1 + 0.08 * group[i] + 0.03 * wave[i] + 0.02 * (psu[i] % 3) ? 1 : 0;
            w[i] = 20 + 10 * random.nextDouble();
        }
    }

    private Extract rows(int from, int to) {
        return Extract.builder()
                .numeric("stratum", Arrays.copyOfRange(stratum, from, to))
                .numeric("psu", Arrays.copyOfRange(psu, from, to))
                .numeric("wave", Arrays.copyOfRange(wave, from, to))
                .numeric("group", Arrays.copyOfRange(group, from, to))
                .numeric("sex", Arrays.copyOfRange(sex, from, to))
                .numeric("y", Arrays.copyOfRange(y, from, to))
                .numeric("w", Arrays.copyOfRange(w, from, to))
                .build();
    }

    private static SpecificationBuilder specification(String replicate) {
        SpecificationBuilder builder =
                Specification.builder("t").weights("w").strata("stratum").clusters("psu");
        if (!replicate.isEmpty()) {
            builder.design("replicate", Map.of("create", replicate));
        }
        return builder;
    }

    private static Map<String, Object> raked(List<Integer> waves) {
        List<Object> cells = new java.util.ArrayList<>();
        for (int one : waves) {
            for (int s = 0; s < 2; s++) {
                Map<String, Object> cell = new LinkedHashMap<>();
                if (waves.size() > 1) {
                    cell.put("wave", Integer.toString(one));
                }
                cell.put("sex", Integer.toString(s));
                cell.put("total", 9000 + 300 * one + 70 * s);
                cells.add(cell);
            }
        }
        List<String> variables = waves.size() > 1 ? List.of("wave", "sex") : List.of("sex");
        Map<String, Object> step =
                Map.of("method", "poststratify", "margins", List.of(Map.of("variables", variables, "cells", cells)));
        Map<String, Object> factors = new LinkedHashMap<>();
        factors.put("sex", List.of("0", "1"));
        if (waves.size() > 1) {
            factors.put("wave", List.of("1", "2"));
        }
        return Map.of("factors", factors, "calibrate", List.of(step));
    }

    private SurveyDesign design(int one, boolean calibrated, String replicate) {
        SpecificationBuilder builder = specification(replicate);
        if (calibrated) {
            builder.sections(raked(List.of(one)));
        }
        return Analysis.prepare(builder.build(), rows((one - 1) * ROWS, one * ROWS))
                .design();
    }

    private static Parts parts(SurveyDesign design, int... categoryOfGroup) {
        double[] group = Numbers.of(design.extract(), "group");
        int[] codes =
                Arrays.stream(group).mapToInt(g -> categoryOfGroup[(int) g - 1]).toArray();
        return Parts.of(
                design,
                Domains.of(codes, Arrays.stream(categoryOfGroup).max().orElseThrow() + 1),
                Numbers.of(design.extract(), "y"));
    }

    /** The same from one stacked file by the engine's decomposition, calibrated wave by wave. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void agreesWithTheDecompositionOfStackedWaves(boolean calibrated) {
        SpecificationBuilder builder = specification("")
                .decomposition(
                        "change",
                        Map.of("over", "wave", "from", "1", "to", "2", "by", List.of("group"), "variable", "y"));
        if (calibrated) {
            builder.sections(raked(List.of(1, 2)));
        }
        List<EstimateRow> rows = Analysis.run(builder.build(), rows(0, 2 * ROWS))
                .decomposition("change")
                .rows();
        PartsChange change =
                new PartsChange(parts(design(1, calibrated, ""), 0, 1, 2), parts(design(2, calibrated, ""), 0, 1, 2));
        same(change.change(), rows.get(0));
        same(change.composition(), rows.get(1));
        same(change.rate(), rows.get(2));
        for (int c = 0; c < 3; c++) {
            same(change.rate(c), rows.get(6 + c));
        }
        assertThat(change.composition(0).value()
                        + change.composition(1).value()
                        + change.composition(2).value())
                .isCloseTo(change.composition().value(), within(1e-14));
    }

    private static void same(Estimated ours, EstimateRow row) {
        assertThat(ours.value()).isCloseTo(row.estimate(), within(CLOSE));
        assertThat(ours.se()).isCloseTo(row.se(), within(CLOSE));
        assertThat(ours.lower()).isCloseTo(row.ciLower(), within(CLOSE));
        assertThat(ours.upper()).isCloseTo(row.ciUpper(), within(CLOSE));
    }

    /** A category's composition part against derivatives by differences. */
    @Test
    void deltaMethodAgreesWithReplicates() {
        PartsChange taylor =
                new PartsChange(parts(design(1, false, ""), 0, 1, 2), parts(design(2, false, ""), 0, 1, 2));
        PartsChange jackknife =
                new PartsChange(parts(design(1, false, "JKn"), 0, 1, 2), parts(design(2, false, "JKn"), 0, 1, 2));
        for (int c = 0; c < 3; c++) {
            assertThat(jackknife.composition(c).value())
                    .isEqualTo(taylor.composition(c).value());
            assertThat(jackknife.composition(c).se() / taylor.composition(c).se())
                    .isCloseTo(1, within(0.03));
            assertThat(jackknife.total(c).se() / taylor.total(c).se()).isCloseTo(1, within(0.03));
            assertThat(jackknife.gainGap(c).se() / taylor.gainGap(c).se()).isCloseTo(1, within(0.03));
        }
    }

    @Test
    void gapIsTheContrastWithTheRest() {
        AnalysisResult result = Analysis.run(
                specification("")
                        .derive("member", "group == 2")
                        .estimate(
                                "r",
                                Map.of(
                                        "statistic",
                                        "mean",
                                        "variable",
                                        "y",
                                        "by",
                                        List.of("member"),
                                        "covariance",
                                        true))
                        .test("gap", Map.of("kind", "contrast", "of", "r", "weights", List.of(-1, 1)))
                        .build(),
                rows(0, ROWS));
        Estimated gap = parts(design(1, false, ""), 0, 1, 2).gap(1);
        assertThat(gap.value()).isCloseTo(result.test("gap").value("estimate"), within(CLOSE));
        assertThat(gap.se()).isCloseTo(result.test("gap").value("se"), within(CLOSE));
    }

    @Test
    void mergedPartsAreThoseOfMergedCategories() {
        Parts merged = parts(design(2, true, ""), 0, 1, 2).merged(new int[] {0, 1, 0});
        Parts direct = parts(design(2, true, ""), 0, 1, 0);
        for (int c = 0; c < 2; c++) {
            assertThat(merged.share(c)).isCloseTo(direct.share(c), within(CLOSE));
            assertThat(merged.rate(c)).isCloseTo(direct.rate(c), within(CLOSE));
            assertThat(merged.gap(c).se()).isCloseTo(direct.gap(c).se(), within(CLOSE));
        }
    }

    @Test
    void whatIfIsTheMeanWithTheGroupsValuesReplaced() {
        Parts parts = parts(design(2, false, ""), 1, 0, 1);
        WhatIf whatIf = new WhatIf(parts);
        EstimateRow mean = Analysis.run(
                        specification("")
                                .derive("supposed", "(group == 2) * 0.4 + (group != 2) * y")
                                .estimate("m", Map.of("statistic", "mean", "variable", "supposed"))
                                .build(),
                        rows(ROWS, 2 * ROWS))
                .estimate("m")
                .rows()
                .get(0);
        assertThat(whatIf.whole(0.4).value()).isCloseTo(mean.estimate(), within(CLOSE));
        assertThat(whatIf.whole(0.4).se()).isCloseTo(mean.se(), within(CLOSE));
        assertThat(whatIf.whole(parts.rate(0)).value()).isCloseTo(parts.whole(), within(CLOSE));
        Estimated needed = whatIf.needed(0.3);
        assertThat(whatIf.whole(needed.value()).value()).isCloseTo(0.3, within(CLOSE));
        double h = 1e-6;
        assertThat((whatIf.needed(0.3 + h).value() - needed.value()) / h).isCloseTo(1 / parts.share(0), within(1e-6));
        assertThat(needed.se()).isCloseTo(whatIf.whole(needed.value()).se() / parts.share(0), within(CLOSE));
    }

    /** In R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03 0.06 0.06 0.02. */
    @Test
    void holmIsThatOfR() {
        List<Estimated> differences = new java.util.ArrayList<>();
        for (double p : new double[] {0.01, 0.04, 0.03, 0.005}) {
            double t = Distributions.tQuantile(p / 2, 40);
            differences.add(new Estimated(t, 1, t - 2, t + 2, 40));
        }
        differences.add(2, new Estimated(0.1, 0, 0.1, 0.1, 40));
        List<Double> adjusted = Holm.adjusted(differences);
        double[] expected = {0.03, 0.06, Double.NaN, 0.06, 0.02};
        for (int i = 0; i < expected.length; i++) {
            assertThat(adjusted.get(i)).isCloseTo(expected[i], within(1e-9));
        }
    }
}
