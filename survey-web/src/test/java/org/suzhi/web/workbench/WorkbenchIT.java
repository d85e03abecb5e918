package org.suzhi.web.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.analysis.command.AnalyseCommand;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.Publications;
import picocli.CommandLine;

class WorkbenchIT extends ServerFixture {
    static final Pattern ROWS = Pattern.compile("/workbench/extracts/([0-9a-f]{64})\\.csv");

    @TempDir
    private Path folder;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Publications publications;

    private Caller statistician;

    @BeforeEach
    void aStatistician() throws Exception {
        accounts.save(new NewUser("bench-statistician", "统计员", PASSWORD, Role.STATISTICIAN));
        statistician = Caller.signedIn(address(""), "bench-statistician", PASSWORD);
    }

    /** A page whose result is there, though its rows may still be put together at first. */
    private String page(String path) throws Exception {
        return page(statistician, path);
    }

    static String page(Caller caller, String path) throws Exception {
        for (int i = 0; i < 60; i++) {
            String page = caller.get(path).body();
            if (!page.contains("hx-trigger=\"load delay:1s\"")) {
                return page;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("no result after half a minute: " + path);
    }

    @Test
    void aTableHasThePublishedFigures() throws Exception {
        String page = page("/workbench/2024/table?rows=sex");
        for (Figure figure : publications.current().orElseThrow().waves().stream()
                .filter(w -> w.year() == 2024)
                .flatMap(w -> w.figures().stream())
                .filter(f -> f.dimension().equals("sex"))
                .toList()) {
            assertThat(page)
                    .contains(">" + Decimals.percent(figure.estimate()) + "<")
                    .contains(">" + Decimals.format("0.00", 100 * figure.se()) + "<")
                    .contains(">" + Decimals.format("#,##0", figure.n()) + "<")
                    .contains(">" + Decimals.format("0.00", figure.deff()) + "<");
        }
        assertThat(page).contains("Female", "<svg", "Synthetic", "statistic: proportion");
    }

    @Test
    void twoVariablesAreCrossedWithTheirMargins() throws Exception {
        String page = page("/workbench/2025/table?rows=education&columns=sex&population=farmers%3D1");
        assertThat(page).contains("At a glance", "achelor", "Male", ">All<");
        String whole = page("/workbench/2025/table?population=farmers%3D1");
        Matcher rate = Pattern.compile(">(\\d+\\.\\d\\d%)<").matcher(whole);
        assertThat(rate.find()).isTrue();
        assertThat(page).contains(">" + rate.group(1) + "<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024/table?rows=town&columns=sex",
                "2024/table?measure=score&rows=age_band",
                "2024/table?measure=K01&rows=sex",
                "2024/table?measure=T01%3D5&rows=sex",
                "2025/comparison?by=education",
                "2025/comparison?measure=score&by=sex&population=farmers%3D1",
                "2025/test?by=education",
                "2025/test?measure=K01&by=sex",
                "2025/test?measure=score&by=sex",
                "2025/model?terms=sex&terms=education&terms=age",
                "2025/model?measure=T01%3D5&terms=sex&where=age+%3C+60"
            })
    void theSpecificationAndTheRowsGiveTheSameBytes(String question) throws Exception {
        String page = page("/workbench/" + question);
        assertThat(page).contains("result.json", "<svg").doesNotContain("No result");
        Matcher rows = ROWS.matcher(page);
        assertThat(rows.find()).isTrue();
        Path specification = write("specification.yaml", "/workbench/" + question.replace("?", "/specification.yaml?"));
        Path data = write("rows.csv", rows.group());
        Path result = write("result.json", "/workbench/" + question.replace("?", "/result.json?"));
        Path again = folder.resolve("again.json");
        int exit = new CommandLine(new AnalyseCommand())
                .execute(specification.toString(), "--data", data.toString(), "--out", again.toString());
        assertThat(exit).isZero();
        assertThat(again).hasSameBinaryContentAs(result);
        assertThat(result).content(StandardCharsets.UTF_8).doesNotContain("\"error\"");
    }

    @Test
    void aChangeIsThatOfThePublishedRates() throws Exception {
        String page = page("/workbench/2025/comparison?by=education");
        double[] rates = publications.current().orElseThrow().waves().stream()
                .mapToDouble(w -> w.overall().estimate())
                .toArray();
        assertThat(page)
                .contains(
                        ">" + Decimals.percent(rates[0]) + "<",
                        ">" + Decimals.percent(rates[1]) + "<",
                        ">" + Decimals.format("+0.00;−0.00", 100 * (rates[1] - rates[0])) + "<",
                        "Composition",
                        "Directly standardized");
    }

    @Test
    void aLogisticModelShowsOddsRatios() throws Exception {
        assertThat(page("/workbench/2025/model?terms=sex&terms=education"))
                .contains("Odds ratio", "Reference: Sex", "Every variable as a whole", "hollow dot’s interval holds 1");
        assertThat(page("/workbench/2025/model?measure=score&terms=sex"))
                .contains("Difference")
                .doesNotContain("Odds");
    }

    private Path write(String name, String path) throws Exception {
        return Files.writeString(folder.resolve(name), statistician.get(path).body(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrongIsToldInWords() throws Exception {
        assertThat(page("/workbench/2025/table?rows=sex&columns=sex")).contains("“Sex” is used twice");
        assertThat(page("/workbench/2025/table?rows=interviewer")).contains("“Rows” has no entry ‘interviewer’");
        assertThat(page("/workbench/2025/table?where=age+%3E%3D")).contains("age &gt;=");
        assertThat(page("/workbench/2025/table?where=income+%3E+1")).contains("income");
        assertThat(statistician.get("/workbench/2099/table").statusCode()).isEqualTo(404);
    }

    @Test
    void noPersonalColumnIsOffered() throws Exception {
        String page = page("/workbench/2025/table");
        assertThat(page).contains("value=\"education\"");
        for (String column : new String[] {"village", "psu", "weight", "status", "deviceid", "start", "contact"}) {
            assertThat(page).doesNotContain("value=\"" + column + "\"");
        }
    }
}
