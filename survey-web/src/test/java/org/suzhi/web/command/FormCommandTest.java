package org.suzhi.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.questionnaire.XlsForm;
import org.suzhi.web.questionnaire.FormWorkbook;

/** The command line works on a workbook alone and tells everything at once. */
class FormCommandTest extends CommandLineFixture {
    private static final Path CASES = Path.of("../survey-core/src/test/resources/xlsform");

    @TempDir
    private Path folder;

    private Path workbook(String survey) throws IOException {
        return Files.write(
                folder.resolve("test.xlsx"),
                new FormWorkbook().sheet("survey", survey).bytes());
    }

    static Stream<Path> workbooks() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(path -> path.toString().matches(".*\\.xlsx?")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void convertWritesTheXFormThatTheConverterMakes(Path workbook) throws IOException {
        Path xform = folder.resolve("out.xml");
        assertThat(run("form", "convert", workbook, "--out", xform)).isZero();
        try (InputStream in = Files.newInputStream(workbook)) {
            assertThat(xform)
                    .hasContent(
                            XlsForm.read(in, workbook.getFileName().toString()).convert());
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(run("form", "check", workbook, "--lang", "en")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("no problems");
    }

    @Test
    void convertOfABadWorkbookTellsAllProblemsAndWritesNothing() throws IOException {
        Path workbook = workbook("type|name|label\ntexd|a|A\ntext|b c|B\ntext|d|");
        Path xform = folder.resolve("out.xml");
        assertThat(run("form", "convert", workbook, "--out", xform, "--lang", "en"))
                .isEqualTo(2);
        assertThat(xform).doesNotExist();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("Sheet survey, row "));
    }

    @Test
    void checkTellsProblemsInTheLanguageAskedFor() throws IOException {
        Path workbook = workbook("type|name|label\ntexd|a|A");
        assertThat(run("form", "check", workbook, "--lang", "zh-CN")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "工作表 survey 第 2 行 type 列: “texd”不是题目类型。 请使用 XLSForm 标准的类型，如 text、integer 或 select_one 选项表名。\n");
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo("suzhi: " + workbook + "：1 处问题");
    }

    @Test
    void circleIsToldAtTheRowOfTheWorkbook() throws IOException {
        Path workbook = workbook("type|name|label|calculation\ncalculate|a||${b} + 1\ncalculate|b||${a} + 1");
        assertThat(run("form", "check", workbook, "--lang", "en")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Sheet survey, row ")
                .contains("depend on each other");
    }

    @Test
    void missingFileAndUnwritableOutputAreOneLineEach() throws IOException {
        assertThat(run("form", "check", folder.resolve("none.xlsx"), "--lang", "en"))
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        Path workbook = workbook("type|name|label\ntext|a|A");
        assertThat(run("form", "convert", workbook, "--out", folder.resolve("no/folder.xml"), "--lang", "en"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }
}
