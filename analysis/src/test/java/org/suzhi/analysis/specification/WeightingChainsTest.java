package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

/** Chains of weighting steps give the weights, figures and errors of R (src/test/R/weighting.R). */
class WeightingChainsTest {
    private static final Path FOLDER = Path.of("src/test/resources/weighting");
    private static final Extract SAMPLE = CsvReader.read(FOLDER.resolve("sample.csv"));

    static List<String> chains() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".yaml"))
                    .map(f -> f.substring(0, f.length() - 5))
                    .sorted()
                    .toList();
        }
    }

    private static Specification specification(String chain) throws IOException {
        Specification written = Specification.parse(Files.readString(FOLDER.resolve(chain + ".yaml")));
        return Specification.builder(chain)
                .sections(written.source().entrySet().stream()
                        .filter(e -> !e.getKey().equals("data"))
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .estimate("mean", Map.of("statistic", "mean", "variable", "literate", "deff", true))
                .estimate("female", Map.of("statistic", "mean", "variable", "literate", "subset", "sex == 'f'"))
                .estimate("total", Map.of("statistic", "total", "variable", "score"))
                .estimate(
                        "beta",
                        Map.of(
                                "statistic",
                                "proportion",
                                "variable",
                                "literate",
                                "level",
                                1,
                                "ci",
                                Map.of("method", "beta")))
                .build();
    }

    @ParameterizedTest
    @MethodSource("chains")
    void weightsAreThoseOfR(String chain) throws IOException {
        double[] got = Analysis.prepare(specification(chain), SAMPLE).design().weights();
        double[] expected = ((NumericColumn)
                        CsvReader.read(FOLDER.resolve("weights.csv")).column(chain.replace('-', '.')))
                .toArray();
        assertThat(got).hasSameSizeAs(expected);
        for (int i = 0; i < got.length; i++) {
            assertThat(got[i]).as("row " + (i + 1)).isCloseTo(expected[i], within(1e-9 * expected[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("chains")
    void figuresAndEstimatesAreThoseOfR(String chain) throws IOException {
        AnalysisResult result = Analysis.run(specification(chain), SAMPLE);
        List<String> lines = Files.readAllLines(FOLDER.resolve("expected.csv"));
        List<String> checked = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] part = line.split(",", -1);
            if (!part[0].equals(chain)) {
                continue;
            }
            double expected = Double.parseDouble(part[3]);
            int step = Integer.parseInt(part[1]);
            double got = step > 0
                    ? ((Number) result.weighting().get(step - 1).get(part[2])).doubleValue()
                    : step < 0 ? coefficient(result, -step, part[2]) : figure(result, part[2]);
            assertThat(got).as(line).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
            checked.add(part[1]);
        }
        assertThat(checked).contains("0", String.valueOf(result.weighting().size()));
        assertThat(checked).doesNotContain(String.valueOf(result.weighting().size() + 1));
    }

    /** Of the model in the step that has one. */
    private static double coefficient(AnalysisResult result, int number, String figure) {
        List<?> coefficients = result.weighting().stream()
                .filter(step -> step.containsKey("coefficients"))
                .map(step -> (List<?>) step.get("coefficients"))
                .findFirst()
                .orElseThrow();
        return ((Number) ((Map<?, ?>) coefficients.get(number - 1)).get(figure)).doubleValue();
    }

    private static double figure(AnalysisResult result, String name) {
        String[] part = name.split("\\.", -1);
        EstimateRow row = result.estimate(part[0]).row();
        return switch (part[1]) {
            case "estimate" -> row.estimate();
            case "se" -> row.se();
            case "deff" -> row.deff();
            case "lower" -> row.ciLower();
            case "upper" -> row.ciUpper();
            default -> row.df();
        };
    }
}
