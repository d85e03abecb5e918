package org.suzhi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.response.PublishedForm;

/** Workbooks convert to what pyxform makes of them, in meaning. */
class PyxformCasesTest {
    private static final Path CASES = Path.of("src/test/resources/xlsform");

    static Stream<Path> workbooks() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(path -> path.toString().matches(".*\\.xlsx?")).sorted().toList().stream();
        }
    }

    private static String convert(Path workbook) throws IOException {
        try (InputStream in = Files.newInputStream(workbook)) {
            return XlsForm.read(in, workbook.getFileName().toString()).convert();
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void workbookConvertsAsPyxformDoes(Path workbook) throws IOException {
        String expected = Files.readString(Path.of(workbook.toString().replaceAll("\\.xlsx?$", ".xml")));
        assertThat(XFormMeaning.of(convert(workbook))).isEqualTo(XFormMeaning.of(expected));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void convertedFormCompiles(Path workbook) throws IOException {
        assertThat(PublishedForm.compile(convert(workbook)).items()).isNotEmpty();
    }
}
