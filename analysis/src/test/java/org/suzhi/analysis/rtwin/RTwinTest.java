package org.suzhi.analysis.rtwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.SideFiles;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.Extract;

/** Our figures against those that R printed for the same script; {@code src/test/R/rtwin.sh} made the table. */
class RTwinTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir
    private Path folder;

    /** A line of the table. */
    private record Printed(String name, String sha256, String place, double r) {}

    private static List<Printed> printed() throws IOException {
        List<Printed> lines = new ArrayList<>();
        for (String line : Files.readAllLines(RESOURCES.resolve("golden/rtwin.csv"))) {
            if (!line.startsWith("#") && !line.startsWith("case,")) {
                String[] f = line.split(",", -1);
                lines.add(new Printed(
                        f[0],
                        f[1],
                        String.join(",", f[2], f[3], f[4], f[5]),
                        f[6].equals("NA") ? Double.NaN : Double.parseDouble(f[6].replace("Inf", "Infinity"))));
            }
        }
        return lines;
    }

    static Stream<String> cases() throws IOException {
        return printed().stream().map(Printed::name).distinct();
    }

    private static Path folder(String name) {
        Path reference = RESOURCES.resolve("reference").resolve(name);
        return Files.isDirectory(reference)
                ? reference
                : RESOURCES.resolve("rtwin").resolve(name);
    }

    private static TwinArchive archive(String name) throws IOException {
        Path from = folder(name);
        Specification specification = Specification.parse(Files.readString(from.resolve("spec.yaml")));
        Extract extract = CsvReader.read(from.resolve("data.csv"));
        AnalysisResult result = Analysis.run(specification, extract, new SideFiles(Optional.of(from), false));
        return TwinArchive.of(specification, extract, result);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourFiguresAreThoseThatRPrinted(String name) throws Exception {
        List<Printed> lines =
                printed().stream().filter(p -> p.name().equals(name)).toList();
        archive(name).write(folder);
        assertThat(TwinArchive.sha256(Files.readAllBytes(folder.resolve("twin.R"))))
                .as("the script has changed: run src/test/R/rtwin.sh")
                .isEqualTo(lines.get(0).sha256());
        Map<String, Double> ours = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("suzhi_result.csv"))) {
            List<String> f = List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
            String value = f.get(6);
            if (!value.equals("value")) {
                ours.put(
                        String.join(",", f.get(1), f.get(2), f.get(3), f.get(5)).replace("\"", ""),
                        value.equals("NA") ? Double.NaN : Double.parseDouble(value.replace("Inf", "Infinity")));
            }
        }
        for (Printed line : lines) {
            double our = ours.getOrDefault(line.place(), Double.NaN);
            double estimate = Math.abs(ours.getOrDefault(line.place().replaceFirst("[^,]*$", "estimate"), 0.0));
            double se = Math.abs(ours.getOrDefault(line.place().replaceFirst("[^,]*$", "se"), 1.0));
            // As in compare.R: of an error that is nought but for rounding, what is made of it is rounding too.
            if (line.place().matches(".*,(deff|effectiveN)") && se <= 1e-9 * estimate) {
                continue;
            }
            if (Double.isNaN(line.r()) || Double.isInfinite(line.r())) {
                assertThat(Double.compare(our, line.r())).as(line.place()).isZero();
            } else {
                assertThat(our)
                        .as(line.place())
                        .isCloseTo(
                                line.r(),
                                within(Math.max(1e-7 * Math.abs(our), Double.isNaN(estimate) ? 0 : 1e-9 * estimate)));
            }
        }
    }

    @Test
    void ofAnyDataOnlyNamedColumnsGoAlong() throws IOException {
        String yaml = """
                id: t
                derive: [{name: high, expr: score > 5}]
                design: {weights: w, clusters: [psu]}
                estimates: [{id: m, statistic: mean, variable: high}]
                """;
        String csv = "name,phone,psu,w,score\n甲,13900000000,1,2,5\n乙,13900000001,2,2,6\n";
        Specification specification = Specification.parse(yaml);
        Extract extract = CsvReader.read("t", csv.getBytes(StandardCharsets.UTF_8));
        TwinArchive.of(specification, extract, Analysis.run(specification, extract))
                .write(folder);
        assertThat(Files.readString(folder.resolve("data.csv"))).isEqualTo("psu,w,score\n1,2,5\n2,2,6\n");
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "README.txt", "data.csv", "result.json", "spec.yaml", "suzhi_result.csv", "twin.R");
    }

    @Test
    void cellsMetTogetherAreOneCellWithTheSumOfTheirTotals() throws IOException {
        String yaml = """
                id: t
                factors: {age: [1, 2, 3]}
                design: {weights: w}
                calibrate:
                  - method: poststratify
                    margins:
                      - variables: [age]
                        collapse: [[2, 3]]
                        cells: [{age: 1, total: 40}, {age: 2, total: 30.5}, {age: 3, total: 20}]
                estimates: [{id: m, statistic: mean, variable: score}]
                """;
        Extract extract =
                CsvReader.read("t", "age,w,score\n1,2,5\n1,2,6\n2,1,5\n2,3,7\n".getBytes(StandardCharsets.UTF_8));
        Specification specification = Specification.parse(yaml);
        TwinArchive.of(specification, extract, Analysis.run(specification, extract))
                .write(folder);
        assertThat(Files.readString(folder.resolve("twin.R")))
                .contains("design$variables$margin_1 <- together(design, \"age\", list(c(\"2\", \"3\")))")
                .contains("data.frame(margin_1 = c(\"1\", \"2 + 3\"), Freq = c(40, 50.5))");
    }

    @Test
    void whatRDoesNotComputeIsNamedInTheScript() throws IOException {
        String yaml = """
                id: t
                design: {weights: w, clusters: [psu]}
                estimates: [{id: m, statistic: mean, variable: score}]
                models: [{id: g, formula: score ~ w}]
                tests: [{id: lrt, kind: terms, model: g, terms: [w], method: LRT}]
                """;
        Extract extract =
                CsvReader.read("t", "psu,w,score\n1,2,5\n2,2,6\n3,1,5\n4,3,6\n".getBytes(StandardCharsets.UTF_8));
        Specification specification = Specification.parse(yaml);
        TwinArchive.of(specification, extract, Analysis.run(specification, extract))
                .write(folder);
        assertThat(Files.readString(folder.resolve("twin.R"))).contains("not_recomputed[[\"test lrt\"]]");
        assertThat(Set.copyOf(Files.readAllLines(folder.resolve("suzhi_result.csv"))))
                .anyMatch(line -> line.contains("lrt"));
    }
}
