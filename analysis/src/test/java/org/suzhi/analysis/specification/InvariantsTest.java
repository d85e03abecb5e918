package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.analysis.weighting.Margin;
import org.suzhi.microdata.Extract;

/** What must hold whatever the data: checked on seeded random stratified cluster samples. */
class InvariantsTest {
    /** One respondent. */
    private record Row(String stratum, String psu, double w, double y, double x, int sex, int edu) {}

    private static List<Row> rows(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int h = 0; h < 5; h++) {
            for (int p = 0; p < 3 + random.nextInt(3); p++) {
                double effect = random.nextGaussian();
                for (int i = 0; i < 4 + random.nextInt(6); i++) {
                    rows.add(new Row(
                            "s" + h,
                            "s" + h + "p" + p,
                            50 + 100 * random.nextDouble(),
                            random.nextDouble() < 0.3 + 0.1 * effect ? 1 : 0,
                            40 + 5 * effect + 10 * random.nextGaussian(),
                            random.nextInt(2),
                            random.nextInt(3)));
                }
            }
        }
        return rows;
    }

    private static Extract extract(List<Row> rows) {
        return Extract.builder()
                .category("stratum", levels(rows.stream().map(Row::stratum).toList()), texts(rows, true))
                .category("psu", levels(rows.stream().map(Row::psu).toList()), texts(rows, false))
                .numeric("w", rows.stream().mapToDouble(Row::w).toArray())
                .numeric("y", rows.stream().mapToDouble(Row::y).toArray())
                .numeric("x", rows.stream().mapToDouble(Row::x).toArray())
                .category(
                        "sex",
                        List.of("m", "f"),
                        rows.stream().mapToInt(Row::sex).toArray())
                .category(
                        "edu",
                        List.of("a", "b", "c"),
                        rows.stream().mapToInt(Row::edu).toArray())
                .build();
    }

    private static List<String> levels(List<String> texts) {
        return texts.stream().distinct().toList();
    }

    private static List<String> texts(List<Row> rows, boolean stratum) {
        return rows.stream().map(r -> stratum ? r.stratum() : r.psu()).toList();
    }

    private static List<Margin> margins() {
        return List.of(
                Margin.of("sex", Map.of("m", 4000, "f", 6000)),
                Margin.of("edu", Map.of("a", 5000, "b", 3000, "c", 2000)));
    }

    private static SpecificationBuilder design() {
        return Specification.builder("t").weights("w").strata("stratum").clusters("psu");
    }

    private static SpecificationBuilder requests(SpecificationBuilder builder) {
        return builder.estimate("rate", Map.of("statistic", "mean", "variable", "y"))
                .estimate("total", Map.of("statistic", "total", "variable", "x"))
                .estimate("by", Map.of("statistic", "total", "variable", "x", "by", List.of("sex")))
                .estimate("means", Map.of("statistic", "mean", "variable", "x", "by", List.of("sex", "edu")))
                .estimate("median", Map.of("statistic", "quantile", "variable", "x", "probs", List.of(0.5)));
    }

    private static List<Double> numbers(AnalysisResult result) {
        List<Double> numbers = new ArrayList<>();
        result.estimates()
                .values()
                .forEach(e -> e.rows().forEach(r -> {
                    numbers.add(r.estimate());
                    numbers.add(r.se());
                }));
        return numbers;
    }

    private static void same(List<Double> got, List<Double> expected) {
        assertThat(got).hasSameSizeAs(expected);
        for (int i = 0; i < got.size(); i++) {
            assertThat(got.get(i)).isCloseTo(expected.get(i), close(expected.get(i)));
        }
    }

    private static Offset<Double> close(double expected) {
        return within(1e-9 * (1 + Math.abs(expected)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void permutingRowsChangesNothing(long seed) {
        List<Row> rows = rows(seed);
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        Specification spec = requests(design().rake(margins())).build();
        same(numbers(Analysis.run(spec, extract(shuffled))), numbers(Analysis.run(spec, extract(rows))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void scalingWeightsScalesTotalsAndKeepsMeans(long seed) {
        List<Row> rows = rows(seed);
        List<Row> scaled = rows.stream()
                .map(r -> new Row(r.stratum(), r.psu(), 7 * r.w(), r.y(), r.x(), r.sex(), r.edu()))
                .toList();
        Specification spec = requests(design()).build();
        AnalysisResult before = Analysis.run(spec, extract(rows));
        AnalysisResult after = Analysis.run(spec, extract(scaled));
        EstimateRow mean = before.estimate("rate").row();
        assertThat(after.estimate("rate").row().estimate()).isCloseTo(mean.estimate(), close(1));
        assertThat(after.estimate("rate").row().se()).isCloseTo(mean.se(), close(1));
        EstimateRow total = before.estimate("total").row();
        assertThat(after.estimate("total").row().estimate())
                .isCloseTo(7 * total.estimate(), close(7 * total.estimate()));
        assertThat(after.estimate("total").row().se()).isCloseTo(7 * total.se(), close(7 * total.se()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void relabellingStrataChangesNothing(long seed) {
        List<Row> rows = rows(seed);
        List<Row> renamed = rows.stream()
                .map(r -> new Row("层" + r.stratum(), "x" + r.psu(), r.w(), r.y(), r.x(), r.sex(), r.edu()))
                .toList();
        Specification spec = requests(design()).build();
        same(numbers(Analysis.run(spec, extract(renamed))), numbers(Analysis.run(spec, extract(rows))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void domainTotalsAddUp(long seed) {
        AnalysisResult result = Analysis.run(requests(design().rake(margins())).build(), extract(rows(seed)));
        double sum = result.estimate("by").rows().stream()
                .mapToDouble(EstimateRow::estimate)
                .sum();
        double total = result.estimate("total").row().estimate();
        assertThat(sum).isCloseTo(total, close(total));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void domainMeanEqualsRatioOfTotals(long seed) {
        Specification spec = design().rake(margins())
                .derive("inside", "sex == 'f'")
                .derive("score", "inside * x")
                .estimate("mean", Map.of("statistic", "mean", "variable", "x", "subset", "sex == 'f'"))
                .estimate("ratio", Map.of("statistic", "ratio", "numerator", "score", "denominator", "inside"))
                .build();
        AnalysisResult result = Analysis.run(spec, extract(rows(seed)));
        EstimateRow mean = result.estimate("mean").row();
        EstimateRow ratio = result.estimate("ratio").row();
        assertThat(mean.estimate()).isCloseTo(ratio.estimate(), close(ratio.estimate()));
        assertThat(mean.se()).isCloseTo(ratio.se(), close(ratio.se()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rakedMarginsHaveNoStandardError(long seed) {
        Specification spec = design().rake(margins())
                .estimate("edu", Map.of("statistic", "proportion", "variable", "edu"))
                .build();
        for (EstimateRow row :
                Analysis.run(spec, extract(rows(seed))).estimate("edu").rows()) {
            assertThat(row.se()).isLessThan(1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rakingEqualsCalibrationWithTheRakingDistance(long seed) {
        Extract extract = extract(rows(seed));
        SpecificationBuilder calibrated = design().calibrate(Map.of("method", "raking", "margins", written(margins())));
        same(
                numbers(Analysis.run(requests(calibrated).build(), extract)),
                numbers(Analysis.run(requests(design().rake(margins())).build(), extract)));
    }

    private static List<Object> written(List<Margin> margins) {
        List<Object> written = new ArrayList<>();
        for (Margin margin : margins) {
            List<Object> cells = new ArrayList<>();
            margin.totals().forEach((levels, total) -> {
                Map<String, Object> cell = new LinkedHashMap<>();
                cell.put(margin.variables().get(0), levels.get(0));
                cell.put("total", total);
                cells.add(cell);
            });
            written.add(Map.of("variables", margin.variables(), "cells", cells));
        }
        return written;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void jackknifeOfTotalsEqualsLinearization(long seed) {
        Extract extract = extract(rows(seed));
        Map<String, Object> total = Map.of("statistic", "total", "variable", "x");
        EstimateRow taylor = Analysis.run(design().estimate("t", total).build(), extract)
                .estimate("t")
                .row();
        EstimateRow jackknife = Analysis.run(
                        design().design("replicate", Map.of("create", "JKn"))
                                .estimate("t", total)
                                .build(),
                        extract)
                .estimate("t")
                .row();
        assertThat(jackknife.se()).isCloseTo(taylor.se(), close(taylor.se()));
        assertThat(jackknife.df()).isEqualTo(taylor.df());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aCensusHasNoStandardError(long seed) {
        Extract extract = extract(rows(seed));
        double[] ones = new double[extract.rows()];
        java.util.Arrays.fill(ones, 1);
        Specification spec = design().fpc("f")
                .estimate("m", Map.of("statistic", "mean", "variable", "x"))
                .build();
        Extract census = extract.with("f", org.suzhi.microdata.NumericColumn.copyOf(ones));
        assertThat(Analysis.run(spec, census).estimate("m").row().se()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void threadsDoNotChangeADigit(int threads) throws Exception {
        Extract extract = extract(rows(9));
        Specification spec = requests(
                        design().design("replicate", Map.of("create", "bootstrap", "count", 100, "seed", 4))
                                .rake(margins()))
                .build();
        String here = Analysis.run(spec, extract).toJson();
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            String there =
                    pool.submit(() -> Analysis.run(spec, extract).toJson()).get();
            assertThat(there).isEqualTo(here);
        } finally {
            pool.shutdown();
        }
    }
}
