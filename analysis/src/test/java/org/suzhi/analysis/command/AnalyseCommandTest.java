package org.suzhi.analysis.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AnalyseCommandTest {
    private static final String SPEC = """
            id: t
            factors:
              g: [a, b]
            design: {weights: w, strata: [str], clusters: [psu]}
            estimates:
              - {id: m, statistic: mean, variable: score}
              - {id: p, statistic: proportion, variable: g}
            """;
    private static final String DATA = """
            str,psu,w,score,g
            1,1,2,5,a
            1,2,2,6,b
            2,3,3,7,a
            2,4,3,8,b
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Writer output = out;

    private int run(String spec, String data, String... more) throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), spec);
        Files.writeString(folder.resolve("data.csv"), data);
        CommandLine command = new CommandLine(new AnalyseCommand());
        command.setOut(new PrintWriter(output));
        command.setErr(new PrintWriter(err));
        String[] args = new String[more.length + 1];
        args[0] = folder.resolve("spec.yaml").toString();
        System.arraycopy(more, 0, args, 1, more.length);
        return command.execute(args);
    }

    @Test
    void writesJsonToStandardOutput() throws IOException {
        assertThat(run(SPEC, DATA)).isZero();
        assertThat(out.toString()).contains("\"case\": \"t\"").contains("\"estimate\": 6.7");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void writesTablesForReading() throws IOException {
        assertThat(run(SPEC, DATA, "--format", "table")).isZero();
        assertThat(out.toString()).contains("6.7").doesNotContain("{");
    }

    @Test
    void writesToAFileWithTimings() throws IOException {
        Path result = folder.resolve("result.json");
        assertThat(run(SPEC, DATA, "--out", result.toString(), "--timings")).isZero();
        assertThat(Files.readString(result)).contains("\"seconds\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "1,1,2,5,a | 1,1,2,\"5,a | line 2",
                "str,psu,w,score,g | str,psu,weight,score,g | 'w'",
                "1,2,2,6,b | 1,2,2,x,b | 'x'",
                "1,2,2,6,b | 1,2,2,6,c | 'c'",
                "1,2,2,6,b | 1,2,0,6,b | 'w', row 2",
                "1,2,2,6,b | 1,2,2,6 | line 3",
                "1,2,2,6,b | 1,2,,6,b | 'w', row 2"
            })
    void badDataIsOneClearLineAndExitTwo(String good, String bad, String expected) throws IOException {
        assertThat(run(SPEC, DATA.replace(good, bad))).isEqualTo(2);
        assertThat(err.toString().strip()).contains(expected.strip()).doesNotContain("\n", "Exception");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statistic: mean | statistic: median | estimates[1].statistic",
                "variable: score | variabl: score | variabl",
                "variable: score | variable: nope | 'nope'",
                "id: t | id: [t | not valid YAML",
                "weights: w, | '' | weights",
                "[str] | [str, psu] | strata",
                "id: p | id: m | used twice"
            })
    void badSpecificationIsOneClearLineAndExitTwo(String good, String bad, String expected) throws IOException {
        assertThat(run(SPEC.replace(good, bad), DATA)).isEqualTo(2);
        assertThat(err.toString().strip()).contains(expected.strip()).doesNotContain("\n", "Exception");
    }

    @Test
    void anEmptyFileIsOneClearLineAndExitTwo() throws IOException {
        assertThat(run(SPEC, "")).isEqualTo(2);
        assertThat(err.toString()).contains("empty");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        assertThat(run(SPEC, DATA, "--data", folder.resolve("nope.csv").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nope.csv");
    }

    @Test
    void aMistakeInTheProgramIsOneClearLineAndExitTwo() throws IOException {
        output = new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                throw new IllegalStateException("first line\nsecond line");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThat(run(SPEC, DATA)).isEqualTo(2);
        assertThat(err.toString().strip())
                .contains("mistake in the program", "first line")
                .doesNotContain("\n", "\tat ");
    }
}
