package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

/** What holds for weighting steps whatever the sample. */
class WeightingPropertiesTest {
    private static final List<String> STATUS = List.of("R", "R", "R", "R", "N", "N", "I", "U");
    private static final Map<String, ?> UNKNOWN =
            Map.of("step", "unknown-eligibility", "status", "status", "cells", List.of("stratum"));
    private static final Map<String, ?> RESPONDENTS = Map.of("step", "respondents", "status", "status");

    /** 40 PSUs of 10 in 4 strata, 9 towns of very unequal size; the first of every town has answered. */
    private static Extract sample(long seed) {
        Random random = new Random(seed);
        int n = 400;
        int[] stratum = new int[n];
        int[] psu = new int[n];
        int[] town = new int[n];
        int[] sex = new int[n];
        double[] weight = new double[n];
        double[] persons = new double[n];
        double[] y = new double[n];
        List<String> status = new ArrayList<>();
        boolean[] seen = new boolean[9];
        for (int i = 0; i < n; i++) {
            psu[i] = i / 10;
            stratum[i] = psu[i] / 10;
            town[i] = (int) (9 * random.nextDouble() * random.nextDouble());
            sex[i] = random.nextInt(2);
            weight[i] = 20 + 200 * random.nextDouble();
            persons[i] = 1 + random.nextInt(4);
            boolean answers = !seen[town[i]];
            seen[town[i]] = true;
            status.add(answers ? "R" : STATUS.get(random.nextInt(STATUS.size())));
            y[i] = random.nextDouble() < 0.2 + 0.05 * town[i] ? 1 : 0;
        }
        return Extract.builder()
                .category("stratum", List.of("a", "b", "c", "d"), stratum)
                .numeric("psu", Arrays.stream(psu).asDoubleStream().toArray())
                .category("town", List.of("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9"), town)
                .category("sex", List.of("f", "m"), sex)
                .numeric("w", weight)
                .numeric("persons", persons)
                .category("status", List.of("R", "N", "I", "U"), status)
                .numeric("y", y)
                .build();
    }

    private static SpecificationBuilder design() {
        return Specification.builder("properties")
                .weights("w")
                .strata("stratum")
                .clusters("psu");
    }

    private static Map<String, Object> nonresponse(Object... more) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("step", "nonresponse");
        step.put("status", "status");
        for (int k = 0; k < more.length; k += 2) {
            step.put((String) more[k], more[k + 1]);
        }
        return step;
    }

    private static double[] weights(SpecificationBuilder builder, Extract extract) {
        return Analysis.prepare(builder.build(), extract).design().weights();
    }

    private static Map<String, Double> sums(double[] weights, Extract extract, String column) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            sums.merge(extract.column(column).text(i), weights[i], Double::sum);
        }
        return sums;
    }

    private static void close(double[] got, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(got[i]).as("row " + (i + 1)).isCloseTo(expected[i], within(1e-10 * (1 + expected[i])));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void adjustmentsKeepTheSumOfEveryClass(long seed) {
        Extract extract = sample(seed);
        double[] base = weights(design(), extract);
        double[] resolved = weights(design().weight(UNKNOWN), extract);
        double[] answered = weights(design().weight(UNKNOWN).weight(nonresponse("cells", List.of("town"))), extract);
        Map<String, Double> strata = sums(base, extract, "stratum");
        sums(resolved, extract, "stratum")
                .forEach((h, sum) -> assertThat(sum).isCloseTo(strata.get(h), within(1e-9 * sum)));
        Map<String, Double> towns = sums(resolved, extract, "town");
        sums(answered, extract, "town")
                .forEach((t, sum) -> assertThat(sum).isCloseTo(towns.get(t), within(1e-9 * sum)));
        for (int i = 0; i < base.length; i++) {
            String status = extract.column("status").text(i);
            assertThat(resolved[i] == 0).isEqualTo(status.equals("U"));
            assertThat(answered[i] == 0).isEqualTo(status.equals("U") || status.equals("N"));
            assertThat(answered[i]).isGreaterThanOrEqualTo(status.equals("R") ? resolved[i] : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nearest", "order"})
    void collapsingLeavesNoClassThatIsTooSmall(String rule) {
        for (long seed = 1; seed <= 20; seed++) {
            SpecificationBuilder builder = design().weight(UNKNOWN)
                    .weight(nonresponse(
                            "cells", List.of("town", "sex"), "minimum", 15, "maxFactor", 2, "collapse", rule));
            Map<String, Object> step =
                    Analysis.run(builder.build(), sample(seed)).weighting().get(2);
            Map<Object, Integer> respondents = new LinkedHashMap<>();
            for (Object one : (List<?>) step.get("cells")) {
                Map<?, ?> cell = (Map<?, ?>) one;
                respondents.merge(cell.get("class"), (Integer) cell.get("respondents"), Integer::sum);
                assertThat((Double) cell.get("factor")).isBetween(1.0, 2.0);
                assertThat(cell.get("small")).isEqualTo(false);
            }
            assertThat(respondents.values()).allMatch(n -> n >= 15);
            assertThat((List<?>) step.get("proposed")).isEmpty();
            assertThat((List<?>) step.get("collapsed")).isNotEmpty();
        }
    }

    @Test
    void proposalsAreWhatNearestWouldDo() {
        Extract extract = sample(5);
        SpecificationBuilder asked =
                design().weight(UNKNOWN).weight(nonresponse("cells", List.of("town"), "minimum", 20));
        SpecificationBuilder done = design().weight(UNKNOWN)
                .weight(nonresponse("cells", List.of("town"), "minimum", 20, "collapse", "nearest"));
        Object proposed =
                Analysis.run(asked.build(), extract).weighting().get(2).get("proposed");
        assertThat(proposed)
                .isEqualTo(
                        Analysis.run(done.build(), extract).weighting().get(2).get("collapsed"));
        assertThat((List<?>) proposed).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aModelOfOneFactorIsTheAdjustmentByItsClasses(long seed) {
        Extract extract = sample(seed);
        double[] model = weights(
                design().weight(UNKNOWN).weight(nonresponse("method", "propensity", "formula", "~ town")), extract);
        double[] classes = weights(design().weight(UNKNOWN).weight(nonresponse("cells", List.of("town"))), extract);
        for (int i = 0; i < model.length; i++) {
            assertThat(model[i]).isCloseTo(classes[i], within(1e-7 * (1 + classes[i])));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void allClassesMergedAreOneClass(long seed) {
        Extract extract = sample(seed);
        List<String> all = List.of("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9");
        double[] merged = weights(
                design().weight(UNKNOWN).weight(nonresponse("cells", List.of("town"), "collapse", List.of(all))),
                extract);
        close(merged, weights(design().weight(UNKNOWN).weight(nonresponse()), extract));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theUnitOfTheBaseWeightsDoesNotMatter(long seed) {
        Extract extract = sample(seed);
        double[] base = ((NumericColumn) extract.column("w")).toArray();
        Extract scaled = extract.with(
                "w", NumericColumn.copyOf(Arrays.stream(base).map(w -> 7 * w).toArray()));
        SpecificationBuilder chain = design().weight(Map.of("step", "household", "variable", "persons"))
                .weight(UNKNOWN)
                .weight(nonresponse("method", "propensity", "formula", "~ sex + persons", "classes", 4, "minimum", 5))
                .weight(RESPONDENTS)
                .weight(Map.of("step", "trim", "upper", "median+2iqr"));
        double[] one = weights(chain, extract);
        close(weights(chain, scaled), Arrays.stream(one).map(w -> 7 * w).toArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theOrderOfRowsDoesNotMatter(long seed) {
        Extract extract = sample(seed);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < extract.rows(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        Extract.Builder shuffled = Extract.builder();
        for (String name : extract.names()) {
            List<String> levels = extract.column(name) instanceof NumericColumn
                    ? List.of()
                    : ((org.suzhi.microdata.CategoryColumn) extract.column(name)).levels();
            if (levels.isEmpty()) {
                shuffled.numeric(
                        name,
                        order.stream()
                                .mapToDouble(i -> ((NumericColumn) extract.column(name)).value(i))
                                .toArray());
            } else {
                shuffled.category(
                        name,
                        levels,
                        order.stream().map(i -> extract.column(name).text(i)).toList());
            }
        }
        SpecificationBuilder chain = design().weight(UNKNOWN)
                .weight(nonresponse("cells", List.of("town"), "minimum", 20, "collapse", "nearest"))
                .weight(RESPONDENTS);
        double[] here = weights(chain, extract);
        close(
                weights(chain, shuffled.build()),
                order.stream().mapToDouble(i -> here[i]).toArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void respondentsAloneAreASubsetOfTheDesign(long seed) {
        Extract extract = sample(seed);
        Map<String, Object> rate = Map.of("statistic", "mean", "variable", "y", "by", List.of("sex"), "deff", true);
        Map<String, Object> subset = new LinkedHashMap<>(rate);
        subset.put("subset", "status == 'R'");
        List<EstimateRow> weighted = Analysis.run(
                        design().weight(RESPONDENTS).estimate("y", rate).build(), extract)
                .estimate("y")
                .rows();
        List<EstimateRow> domain = Analysis.run(design().estimate("y", subset).build(), extract)
                .estimate("y")
                .rows();
        for (int k = 0; k < domain.size(); k++) {
            assertThat(weighted.get(k).n()).isEqualTo(domain.get(k).n());
            assertThat(weighted.get(k).estimate()).isCloseTo(domain.get(k).estimate(), within(1e-12));
            assertThat(weighted.get(k).se()).isCloseTo(domain.get(k).se(), within(1e-12));
            assertThat(weighted.get(k).deff()).isCloseTo(domain.get(k).deff(), within(1e-9));
        }
    }

    @Test
    void respondentsReportWhatIsLost() {
        Extract extract = sample(3);
        Map<String, Object> step = Analysis.run(design().weight(RESPONDENTS).build(), extract)
                .weighting()
                .get(1);
        Map<?, ?> dropped = (Map<?, ?>) step.get("dropped");
        Map<String, Double> sums = sums(weights(design(), extract), extract, "status");
        for (String code : List.of("N", "I", "U")) {
            double lost = (Double) ((Map<?, ?>) dropped.get(code)).get("sum");
            assertThat(lost).isCloseTo(sums.get(code), within(1e-9 * lost));
        }
        assertThat((Double) step.get("sum")).isCloseTo(sums.get("R"), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void spreadingKeepsTheSumAndStrictTheLimits(long seed) {
        Extract extract = sample(seed);
        double[] base = weights(design(), extract);
        double[] spread =
                weights(design().weight(Map.of("step", "trim", "lower", 60, "upper", 150, "strict", true)), extract);
        assertThat(Arrays.stream(spread).sum()).isCloseTo(Arrays.stream(base).sum(), within(1e-6));
        assertThat(Arrays.stream(spread).boxed()).allMatch(w -> w >= 60 - 1e-9 && w <= 150 + 1e-9);
        Map<String, Object> cut = Analysis.run(
                        design().weight(Map.of("step", "trim", "upper", 150, "redistribute", false))
                                .build(),
                        extract)
                .weighting()
                .get(1);
        assertThat((Double) cut.get("sum") + (Double) cut.get("cut"))
                .isCloseTo(Arrays.stream(base).sum(), within(1e-6));
        assertThat((Double) cut.get("max")).isEqualTo(150);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void threadsDoNotChangeADigitOfReplicates(int threads) throws Exception {
        Extract extract = sample(9);
        Specification spec = design().design("replicate", Map.of("create", "bootstrap", "count", 120, "seed", 4))
                .weight(Map.of("step", "household", "variable", "persons"))
                .weight(UNKNOWN)
                .weight(nonresponse("cells", List.of("sex")))
                .weight(RESPONDENTS)
                .rake(List.of(org.suzhi.analysis.weighting.Margin.of("sex", Map.of("f", 50000, "m", 48000))))
                .estimate("y", Map.of("statistic", "mean", "variable", "y"))
                .build();
        String here = Analysis.run(spec, extract).toJson();
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            assertThat(pool.submit(() -> Analysis.run(spec, extract).toJson()).get())
                    .isEqualTo(here);
        } finally {
            pool.shutdown();
        }
    }

    /** The bootstrap varies the factors of the classes, linearization holds them fixed: near each other. */
    @Test
    void theBootstrapOfTheStepsIsNearLinearization() {
        Extract extract = sample(9);
        SpecificationBuilder chain = design().weight(UNKNOWN)
                .weight(nonresponse("cells", List.of("sex")))
                .weight(RESPONDENTS)
                .estimate("y", Map.of("statistic", "mean", "variable", "y"));
        EstimateRow linear = Analysis.run(chain.build(), extract).estimate("y").row();
        EstimateRow bootstrap = Analysis.run(
                        chain.design("replicate", Map.of("create", "bootstrap", "count", 1000, "seed", 4))
                                .build(),
                        extract)
                .estimate("y")
                .row();
        assertThat(bootstrap.estimate()).isEqualTo(linear.estimate());
        assertThat(bootstrap.se()).isCloseTo(linear.se(), within(0.15 * linear.se()));
    }

    @Test
    void aPreparedDesignGivesTheSameResult() {
        Extract extract = sample(2);
        SpecificationBuilder chain = design().weight(UNKNOWN)
                .weight(nonresponse("cells", List.of("town")))
                .weight(RESPONDENTS);
        PreparedDesign prepared = Analysis.prepare(chain.build(), extract);
        Specification spec = chain.estimate("y", Map.of("statistic", "mean", "variable", "y"))
                .build();
        assertThat(Analysis.run(spec, prepared).toJson())
                .isEqualTo(Analysis.run(spec, extract).toJson());
        assertThat(Specification.parse(spec.toYaml()).toYaml()).isEqualTo(spec.toYaml());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theOverlapCountsOnceInSum(long seed) {
        Extract extract = sample(seed);
        SpecificationBuilder chain = design().weight(Map.of(
                "step", "compose", "frame", "sex", "overlap", "persons > 2", "shares", Map.of("f", 0.3, "m", 0.7)));
        double[] base = weights(design(), extract);
        double[] composed = weights(chain, extract);
        double[] persons = ((NumericColumn) extract.column("persons")).toArray();
        for (int i = 0; i < base.length; i++) {
            double share = persons[i] <= 2 ? 1 : extract.column("sex").text(i).equals("f") ? 0.3 : 0.7;
            assertThat(composed[i]).isCloseTo(share * base[i], within(1e-9));
        }
    }
}
