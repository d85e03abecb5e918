package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.MissingReason;
import org.suzhi.microdata.NumericColumn;

class ImputationTest {
    private static final Path METHODS = Path.of("../docs/methods");

    /** The specification of the method page. */
    private static Specification ofThePage() throws IOException {
        Matcher yaml = Pattern.compile("(?ms)^```yaml specification\\n(.*?)^```$")
                .matcher(Files.readString(METHODS.resolve("multiple-imputation.md")));
        assertThat(yaml.find()).isTrue();
        return Specification.parse(yaml.group(1));
    }

    private static Extract county() {
        return CsvReader.read(METHODS.resolve("data/county.csv"));
    }

    @Test
    void theTablesAreThoseThatRReads() throws IOException {
        Extract written = CsvReader.read(METHODS.resolve("data/imputed.csv"));
        List<Extract> tables = Analysis.imputed(ofThePage(), county());
        assertThat(tables).hasSize(5);
        for (int set = 0; set < 5; set++) {
            assertThat(((NumericColumn) tables.get(set).column("visits")).toArray())
                    .isEqualTo(((NumericColumn) written.column("visits_" + (set + 1))).toArray());
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/imputation.csv", useHeadersInDisplayName = true)
    void combinedFiguresAreThoseOfR(
            String figure, double estimate, double se, double df, double relativeIncrease, double missing)
            throws IOException {
        ImputedResults imputed = Analysis.run(ofThePage(), county()).imputed().orElseThrow();
        String[] name = figure.split("\\.", -1);
        Map<?, ?> row;
        if (name[0].equals("model")) {
            List<?> coefficients =
                    (List<?>) imputed.models().get("model").values().get("coefficients");
            row = (Map<?, ?>) coefficients.get(Integer.parseInt(name[1]) - 1);
        } else {
            EstimateResult result = imputed.estimates().get(name[0]);
            row = (name.length == 1 ? result.row() : result.row(name[1])).json(true);
        }
        Map.of(
                        "estimate",
                        estimate,
                        "se",
                        se,
                        "df",
                        df,
                        "relativeIncrease",
                        relativeIncrease,
                        "fractionMissingInfo",
                        missing)
                .forEach((key, expected) -> assertThat((Double) row.get(key))
                        .as(figure + " " + key)
                        .isCloseTo(expected, within(1e-9 * Math.abs(expected))));
    }

    /**
     * 400 samples of 300: x is known of all, y is 1 with a chance that rises with x, and so does the chance to answer. Complete
     * cases tell too high a rate.
     */
    @ParameterizedTest
    @ValueSource(strings = {"method: pmm, predictors: [x]", "method: hotdeck, classes: [x_class]"})
    void theBiasIsGoneAndIntervalsHoldTheTruth(String how) {
        Specification specification = Specification.parse("""
            factors: {x_class: ['0', '1', '2', '3', '4', '5']}
            impute: {variables: [y], sets: 10, seed: 3, %s}
            design: {weights: w}
            estimates:
              - {id: rate, statistic: mean, variable: y, naRm: true}
            """.formatted(how));
        Random random = new Random(20250613);
        double truth = 0.1 + 0.6 / 2;
        int samples = 400;
        double biasOfCompleteCases = 0;
        double bias = 0;
        int coveredByCompleteCases = 0;
        int covered = 0;
        for (int s = 0; s < samples; s++) {
            AnalysisResult result = Analysis.run(specification, sample(random, 300));
            EstimateRow complete = result.estimate("rate").row();
            EstimateRow imputed =
                    result.imputed().orElseThrow().estimates().get("rate").row();
            biasOfCompleteCases += (complete.estimate() - truth) / samples;
            bias += (imputed.estimate() - truth) / samples;
            coveredByCompleteCases += covers(complete, truth);
            covered += covers(imputed, truth);
        }
        System.out.printf(
                "%s: bias %.4f, of complete cases %.4f; covered %d, of complete cases %d%n",
                how, bias, biasOfCompleteCases, covered, coveredByCompleteCases);
        assertThat(biasOfCompleteCases).isGreaterThan(0.05);
        assertThat(Math.abs(bias)).isLessThan(0.005);
        assertThat(coveredByCompleteCases).isLessThan(samples * 7 / 10);
        assertThat(covered / (double) samples).isBetween(0.92, 0.98);
    }

    private static int covers(EstimateRow row, double truth) {
        return row.ciLower() <= truth && truth <= row.ciUpper() ? 1 : 0;
    }

    private static Extract sample(Random random, int n) {
        double[] x = new double[n];
        double[] y = new double[n];
        double[] w = new double[n];
        int[] classes = new int[n];
        for (int i = 0; i < n; i++) {
            w[i] = 1;
            x[i] = random.nextDouble();
            classes[i] = (int) (6 * x[i]);
            double chance = 0.1 + 0.6 * x[i];
            y[i] = random.nextDouble() < chance ? 1 : 0;
            y[i] = random.nextDouble() < 0.15 + 0.8 * x[i] ? y[i] : Double.NaN;
        }
        return Extract.builder()
                .numeric("w", w)
                .numeric("x", x)
                .numeric("y", y)
                .category("x_class", List.of("0", "1", "2", "3", "4", "5"), classes)
                .build();
    }

    private static Extract small() {
        MissingReason none = null;
        return Extract.builder()
                .numeric("w", new double[] {1, 1, 1, 1, 1, 1, 1, 1})
                .category("c", List.of("a", "b"), new int[] {0, 0, 0, 0, 1, 1, 1, 1})
                .column("p", NumericColumn.copyOf(new double[] {1, 2, 0, 0, 5, 6, 7, 0}, new MissingReason[] {
                    none,
                    none,
                    MissingReason.REFUSED,
                    MissingReason.NOT_ASKED,
                    none,
                    none,
                    none,
                    MissingReason.NOT_ANSWERED
                }))
                .column(
                        "q",
                        CategoryColumn.copyOf(
                                List.of("1", "2", "5", "6", "7"),
                                new int[] {0, 1, 0, 0, 2, 3, 4, 0},
                                new MissingReason[] {
                                    none,
                                    none,
                                    MissingReason.NOT_ANSWERED,
                                    none,
                                    none,
                                    none,
                                    none,
                                    MissingReason.REFUSED
                                }))
                .numeric("z", new double[] {1, 2, 3, 4, 5, 6, 7, Double.NaN})
                .build();
    }

    private static Specification hotDeck(String more) {
        return Specification.parse(
                "impute: {variables: [p, q], method: hotdeck, sets: 20, classes: [c]}\ndesign: {weights: w}\n" + more);
    }

    @Test
    void oneDonorOfTheClassGivesAllThatIsLackingAndWhatWasNotAskedStays() {
        List<Extract> tables = Analysis.imputed(hotDeck(""), small());
        List<String> given = new ArrayList<>();
        for (Extract table : tables) {
            assertThat(table.column("p").text(2))
                    .isEqualTo(table.column("q").text(2))
                    .isIn("1", "2");
            assertThat(table.column("p").text(7))
                    .isEqualTo(table.column("q").text(7))
                    .isIn("5", "6", "7");
            assertThat(table.column("p").missingReason(3)).contains(MissingReason.NOT_ASKED);
            given.add(table.column("p").text(7));
        }
        assertThat(given).contains("5", "6", "7");
    }

    @Test
    void theSeedDecidesAndDerivedColumnsFollow() {
        String request = """
            derive:
              - {name: high, expr: p >= 5}
            estimates:
              - {id: high, statistic: mean, variable: high, naRm: true}
            """;
        AnalysisResult result = Analysis.run(hotDeck(request), small());
        assertThat(result.toJson())
                .isEqualTo(Analysis.run(hotDeck(request), small()).toJson());
        assertThat(result.estimate("high").row().n()).isEqualTo(5);
        EstimateRow imputed =
                result.imputed().orElseThrow().estimates().get("high").row();
        assertThat(imputed.n()).isEqualTo(7);
        assertThat(imputed.estimate()).isCloseTo(4 / 7.0, within(1e-12));
        assertThat(result.imputed().orElseThrow().filled())
                .containsEntry("p", 2)
                .containsEntry("q", 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {variables: [p], predictors: [z]}                              | impute_missing_predictor
        {variables: [p], method: hotdeck, classes: [z]}                | impute_missing_predictor
        {variables: [p], predictors: [w], classes: [c]}                | impute_too_few
        {variables: [p]}                                               | spec_missing_key
        {predictors: [z]}                                              | spec_missing_key
        {variables: [p], method: hotdeck, donors: 3}                   | spec_unused_key
        {variables: [p], predictors: [c], sets: 1}                     | spec_wrong_type
        {variables: [p], method: hotdeck, classes: [p]}                | impute_own_class
        {variables: [d], method: hotdeck}                              | impute_derived
        {variables: [nowhere], method: hotdeck}                        | missing_column\
        """)
    void whatCannotBeImputedIsRefused(String impute, String code) {
        assertThatThrownBy(() -> Analysis.imputed(
                        Specification.parse(
                                "impute: " + impute + "\nderive:\n  - {name: d, expr: w}\ndesign: {weights: w}\n"),
                        small()))
                .isInstanceOf(org.suzhi.microdata.Problem.class)
                .satisfies(p ->
                        assertThat(((org.suzhi.microdata.Problem) p).code()).isEqualTo(code));
    }

    @Test
    void kindsOfResultsThatAreNotCombinedAreRefusedOneByOne() {
        ImputedResults imputed = Analysis.run(hotDeck("""
            estimates:
              - {id: median, statistic: quantile, variable: p, probs: [0.5], ci: {method: wald}, naRm: true}
              - {id: exact, statistic: proportion, variable: q, ci: {method: beta}, naRm: true}
              - {id: odds, statistic: proportion, variable: q, level: '5', ci: {method: logit}, naRm: true}
            """), small()).imputed().orElseThrow();
        assertThat(imputed.estimates().get("median").refusal().orElseThrow().code())
                .isEqualTo("impute_not_combined");
        assertThat(imputed.estimates().get("exact").refusal().orElseThrow().code())
                .isEqualTo("impute_interval");
        EstimateRow odds = imputed.estimates().get("odds").row();
        assertThat(odds.ciLower()).isBetween(0.0, odds.estimate());
        assertThat(odds.ciUpper()).isBetween(odds.estimate(), 1.0);
    }

    @Test
    void aSpecificationWithoutTheSectionHasNoTables() {
        assertThatThrownBy(() -> Analysis.imputed(Specification.parse("design: {weights: w}"), small()))
                .isInstanceOf(AnalysisProblem.class);
        assertThat(Analysis.run(Specification.parse("design: {weights: w}"), small())
                        .imputed())
                .isEmpty();
    }
}
