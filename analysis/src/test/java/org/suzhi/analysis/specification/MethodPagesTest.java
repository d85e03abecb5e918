package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.analysis.estimate.Presentation;
import org.suzhi.analysis.indicator.Target;
import org.suzhi.analysis.indicator.Verdict;
import org.suzhi.microdata.CsvReader;

/**
 * The method pages hold what they say: every specification runs, and the results are the values in the pages' tables, which
 * {@code docs/methods/data/agree.R} takes from R.
 */
class MethodPagesTest {
    private static final Path FOLDER = Path.of("../docs/methods");
    private static final Pattern SPECIFICATION = Pattern.compile("(?ms)^```yaml specification\\n(.*?)^```$");
    /** A row of a table: place in the result, the same in R, value. */
    private static final Pattern FIGURE =
            Pattern.compile("(?m)^\\| `(\\w+)(?:\\[(\\d+)])?\\.(\\w+)` \\| `.+` \\| (\\S+) \\|$");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".md") && !f.endsWith("README.md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void specificationsRunAndGiveTheValuesOfR(Path page) throws IOException {
        String text = Files.readString(page);
        Map<String, Object> results = new LinkedHashMap<>();
        for (String yaml : specifications(text)) {
            results.putAll(run(yaml));
        }
        assertThat(results).as("specifications of " + page).isNotEmpty();
        List<MatchResult> figures = FIGURE.matcher(text).results().toList();
        assertThat(figures).as("values of " + page).isNotEmpty();
        for (MatchResult figure : figures) {
            String written = figure.group(4);
            double expected = Double.parseDouble(written.replace("~", ""));
            assertThat(found(results, figure))
                    .as(page.getFileName() + ": " + figure.group())
                    .isCloseTo(expected, within(tolerance(written, expected)));
        }
    }

    @Test
    void indexNamesEveryPage() throws IOException {
        String index = Files.readString(FOLDER.resolve("README.md"));
        for (Path page : pages()) {
            assertThat(index).contains("(" + page.getFileName() + ")");
        }
    }

    @Test
    void verdictIsTheContrastThatItsPageShows() throws IOException {
        AnalysisResult result = result(onlySpecification("target-verdict.md"));
        EstimateRow rate = result.estimate("rate").row();
        Target target = new Target("literate", Target.Operator.ABOVE, 0.13, 2025);
        Verdict verdict = Verdict.of(rate.estimate(), rate.se(), rate.df(), target, Verdict.Thresholds.DEFAULT);
        Map<?, ?> contrast = (Map<?, ?>) ((Map<?, ?>) result.json().get("tests")).get("verdict");
        assertThat(verdict.code()).isEqualTo(Verdict.Code.NOT_SETTLED);
        assertThat(verdict.pValue()).isCloseTo((double) contrast.get("pValue"), within(1e-7));
        assertThat(Math.log(verdict.bound() / (1 - verdict.bound())))
                .isCloseTo((double) contrast.get("ciLower"), within(1e-9));
    }

    @Test
    void presentationFlagsAreThoseThatTheirPageNames() throws IOException {
        EstimateResult rates =
                result(onlySpecification("presentation-standard.md")).estimate("by_education");
        Presentation primary = rates.row("primary").presentation().orElseThrow();
        assertThat(primary.code()).isEqualTo(Presentation.Code.SUPPRESS);
        assertThat(primary.reasons()).containsExactly(Presentation.Reason.RELATIVE_WIDTH);
        assertThat(rates.row("senior").presentation().orElseThrow().code()).isEqualTo(Presentation.Code.PRESENT);
    }

    private static String onlySpecification(String page) throws IOException {
        List<String> all = specifications(Files.readString(FOLDER.resolve(page)));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static AnalysisResult result(String yaml) {
        Specification specification = Specification.parse(yaml);
        Path data = FOLDER.resolve(specification.data().orElseThrow());
        return Analysis.run(specification, CsvReader.read(data), new SideFiles(Optional.of(FOLDER), false));
    }

    /** One unit of the last digit after ~, else one in a million. */
    private static double tolerance(String written, double expected) {
        return written.startsWith("~")
                ? Math.pow(10, written.indexOf('.') + 1.0 - written.length())
                : 1e-6 * Math.abs(expected);
    }

    private static List<String> specifications(String page) {
        return SPECIFICATION.matcher(page).results().map(r -> r.group(1)).toList();
    }

    /** Everything the specification asks for by its id; a refusal fails. */
    private static Map<String, Object> run(String yaml) {
        AnalysisResult result = result(yaml);
        Map<String, Object> byId = new LinkedHashMap<>();
        Map<?, ?> json = (Map<?, ?>) Expected.parse(result.toJson());
        json.forEach((section, value) -> {
            if (section.equals("imputed")) {
                for (String kind : List.of("estimates", "models")) {
                    Map<?, ?> requests = (Map<?, ?>) ((Map<?, ?>) value).get(kind);
                    requests.forEach((id, one) -> byId.put("imputed_" + id, one));
                }
            } else if (value instanceof Map<?, ?> requests
                    && List.of("estimates", "decompositions", "itemNonresponse", "models", "tests")
                            .contains(section)) {
                requests.forEach((id, one) -> {
                    assertThat(((Map<?, ?>) one).containsKey("error"))
                            .as(id + ": " + one)
                            .isFalse();
                    byId.put(String.valueOf(id), one);
                });
            } else if (value instanceof Map<?, ?>) {
                byId.put(String.valueOf(section), value);
            } else if (section.equals("weighting")) {
                byId.put("weighting", Map.of("rows", value));
            }
        });
        return byId;
    }

    private static double found(Map<String, Object> results, MatchResult figure) {
        assertThat(results).containsKey(figure.group(1));
        Map<?, ?> result = (Map<?, ?>) results.get(figure.group(1));
        Object list = result.containsKey("rows") ? result.get("rows") : result.get("coefficients");
        if (list instanceof List<?> rows) {
            int row = figure.group(2) == null ? 1 : Integer.parseInt(figure.group(2));
            result = (Map<?, ?>) rows.get(row - 1);
        }
        assertThat(result.get(figure.group(3))).as(figure.group()).isInstanceOf(Number.class);
        return ((Number) result.get(figure.group(3))).doubleValue();
    }
}
