package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.microdata.CsvReader;

/** Whole analyses against R survey: every folder of {@code reference/} is one case. */
class ReferenceCasesTest {
    private static final Path FOLDER = Path.of("src/test/resources/reference");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithReference(Path folder) throws IOException {
        String yaml = Files.readString(folder.resolve("spec.yaml"));
        Map<?, ?> written = (Map<?, ?>) Expected.parse(yaml);
        AnalysisResult result = Analysis.run(
                Specification.parse(yaml),
                CsvReader.read(folder.resolve("data.csv")),
                new SideFiles(Optional.of(folder), false));
        List<String> differences = new ArrayList<>();
        new Expected(written, differences)
                .compare(
                        "",
                        Expected.read(folder.resolve("expected.json")),
                        Expected.parse(result.toJson()),
                        Double.NaN,
                        new Expected.Context(written, "", Map.of(), ""));
        assertThat(differences).as(folder.getFileName().toString()).isEmpty();
    }
}
