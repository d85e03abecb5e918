package org.suzhi.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedWave;
import org.w3c.dom.Document;

class ExportsIT extends ServerFixture {
    @Autowired
    private Exports exports;

    @Autowired
    private Publications publications;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    private byte[] export(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(new ExportRequest(2024, format, false, false, Locale.ENGLISH, null), out);
        return out.toByteArray();
    }

    private List<String> lines() throws IOException {
        return new String(export("csv"), StandardCharsets.UTF_8).lines().toList();
    }

    private static int column(List<String> lines, String name) {
        int column = Arrays.asList(lines.get(0).split(",")).indexOf('"' + name + '"');
        assertThat(column).as(name).isNotNegative();
        return column;
    }

    private PublishedWave published() {
        return publications.current().orElseThrow().waves().stream()
                .filter(w -> w.year() == 2024)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRateOfTheExportedWeightsIsThePublishedOne() throws IOException {
        List<String> lines = lines();
        int weight = column(lines, "calibrated_weight");
        int score = column(lines, "score");
        int used = column(lines, "in_estimates");
        double all = 0;
        double literate = 0;
        int n = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (fields[used].equals("1")) {
                n++;
                all += Double.parseDouble(fields[weight]);
                literate += Double.parseDouble(fields[score]) >= 70 ? Double.parseDouble(fields[weight]) : 0;
            }
        }
        assertThat(n).isEqualTo(published().usedResponses());
        assertThat(literate / all).isCloseTo(published().overall().estimate(), within(1e-12));
    }

    @Test
    void nothingThatTellsWhoSomebodyIsGoesOut() throws IOException {
        assertThat(lines().get(0)).doesNotContain("instance", "user", "refused", "phone", "name");
        assertThat(lines().get(1)).doesNotContain("uuid");
    }

    @Test
    void aModuleThatWasNotAskedIsMarkedSo() throws IOException {
        List<String> lines = lines();
        int column = column(lines, "C01");
        int cadre = column(lines, "group_cadres");
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            assertThat(fields[column].equals(".a")).as(line).isEqualTo(fields[cadre].equals("0"));
        }
    }

    @Test
    void everyExportIsInTheAuditLog() throws IOException {
        String count = "select count(*) from audit_log where action = 'export' and detail ->> 'format' = 'dta' "
                + "and (detail ->> 'rows')::int > 1000";
        int before = jdbc.sql(count).query(Integer.class).single();
        export("dta");
        assertThat(jdbc.sql(count).query(Integer.class).single()).isEqualTo(before + 1);
    }

    @Test
    void theWorkbookHasCodesLabelsAndCodebook() throws IOException {
        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(export("xlsx")))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            var head = workbook.getSheetAt(0).getRow(0);
            int sex = -1;
            for (var cell : head) {
                sex = cell.getStringCellValue().equals("sex") ? cell.getColumnIndex() : sex;
            }
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(sex).getStringCellValue())
                    .isIn("male", "female");
            assertThat(workbook.getSheetAt(1).getRow(1).getCell(sex).getStringCellValue())
                    .isIn("Male", "Female");
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(lines().size() - 1);
        }
    }

    @Test
    void theDdiHoldsBothLanguagesAndNoSmallCell() throws Exception {
        Document ddi = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(export("ddi.xml")));
        assertThat(ddi.getDocumentElement().getNamespaceURI()).isEqualTo("ddi:codebook:2_5");
        var variables = ddi.getElementsByTagNameNS("*", "var");
        assertThat(variables.getLength()).isEqualTo(lines().get(0).split(",").length);
        var counts = ddi.getElementsByTagNameNS("*", "catStat");
        assertThat(counts.getLength()).isPositive();
        for (int i = 0; i < counts.getLength(); i++) {
            long count = Long.parseLong(counts.item(i).getTextContent());
            assertThat(count == 0 || count >= 30).isTrue();
        }
        assertThat(ddi.getDocumentElement().getTextContent())
                .contains("合成数据", "synthetic data", "您的性别是？", "What is your sex?");
    }

    @Test
    void theScriptReadsTheFileOfTheSameWave() throws IOException {
        assertThat(new String(export("R"), StandardCharsets.UTF_8))
                .contains("read.csv(\"lianping-2024-synthetic.csv\"", "svydesign(ids = ~psu, strata = ~stratum")
                .contains("rate = " + published().overall().estimate());
    }

    private HttpResponse<byte[]> get(String path, String user) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(path)))
                                .header("Authorization", "Basic " + login)
                                .header("Accept-Language", "en")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "codebook.csv", "xlsx", "dta", "parquet", "ddi.xml", "R"})
    void aStatisticianDownloadsUnderANameThatSaysSynthetic(String format) throws Exception {
        accounts.save(new NewUser("stat", "统计员", PASSWORD, Role.STATISTICIAN));
        HttpResponse<byte[]> answer = get("/api/v1/waves/2024/export." + format, "stat");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("lianping-2024-synthetic", format);
        assertThat(answer.body()).isNotEmpty();
    }

    @Test
    void aSurveyorMayNotAndAnUnknownFormatIsNamed() throws Exception {
        assertThat(get("/api/v1/waves/2024/export.csv", SURVEYOR).statusCode()).isEqualTo(403);
        accounts.save(new NewUser("stat", "统计员", PASSWORD, Role.STATISTICIAN));
        HttpResponse<byte[]> answer = get("/api/v1/waves/2024/export.sav", "stat");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("unknown-export-format", "dta");
    }
}
