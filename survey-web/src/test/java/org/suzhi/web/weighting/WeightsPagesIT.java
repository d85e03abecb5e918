package org.suzhi.web.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.sample.SampleCounty;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.fieldwork.NewWave;
import org.suzhi.web.questionnaire.Questionnaires;

class WeightsPagesIT extends ServerFixture {
    private static final Path MARGINS = Path.of("..", "sample-data", "generated", "margins.csv");
    private static final String EMPTY = "/weights/2023/margins";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fieldwork fieldwork;

    @Autowired
    private MarginVersions margins;

    @Autowired
    private Questionnaires questionnaires;

    private Caller statistician;

    @BeforeEach
    void aStatisticianAndAWaveWithoutMargins() throws Exception {
        if (accounts.id("weights-statistician").isEmpty()) {
            accounts.save(new NewUser("weights-statistician", "统计员", PASSWORD, Role.STATISTICIAN));
            long survey = fieldwork.survey().orElseThrow().id();
            try (InputStream in = SampleCounty.class.getResourceAsStream("questionnaire/literacy.xlsx")) {
                long version = questionnaires.publish(survey, in.readAllBytes(), "literacy.xlsx", "weights-2023");
                LocalDate day = LocalDate.of(2023, 6, 1);
                fieldwork.createWave(new NewWave(survey, 2023, version, day, day, List.of(), List.of()));
            }
        }
        statistician = Caller.signedIn(address(""), "weights-statistician", PASSWORD);
    }

    private String imported(String page, byte[] file, String... fields) throws Exception {
        String[] all = Stream.concat(Stream.of("as-of", "2023-01-01"), Stream.of(fields))
                .toArray(String[]::new);
        return statistician.upload(page, page, "file", "margins.csv", file, all).body();
    }

    private static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void marginsOfTheSampleDataAreImportedInVersions() throws Exception {
        long wave = wave(2023);
        int before = margins.of(wave).size();
        String page = imported(EMPTY, Files.readAllBytes(MARGINS));
        assertThat(page).contains("Imported as version " + (before + 1) + " with 30 cells");
        var newest = margins.of(wave).get(0);
        assertThat(margins.cells(newest.id()))
                .hasSize(30)
                .allSatisfy(cell -> assertThat(cell.synthetic()).isTrue())
                .allSatisfy(cell -> assertThat(cell.source()).startsWith("合成数据"))
                .allSatisfy(cell -> assertThat(cell.asOf()).isEqualTo(LocalDate.of(2023, 1, 1)));
        imported(EMPTY, Files.readAllBytes(MARGINS), "note", "the same once more");
        assertThat(margins.of(wave)).hasSize(before + 2);
        assertThat(margins.of(wave).stream().filter(v -> v.inUse())).hasSize(1);
        assertThat(fieldwork.margins(wave)).hasSize(30);
    }

    @Test
    void whatIsDownloadedCanBeImportedAgain() throws Exception {
        String csv = statistician.get("/weights/2025/margins/1.csv").body();
        assertThat(csv.lines().count()).isEqualTo(31);
        assertThat(imported(EMPTY, csv.getBytes(StandardCharsets.UTF_8))).contains("with 30 cells");
        assertThat(statistician.get("/weights/2025/margins/template.xlsx").statusCode())
                .isEqualTo(200);
        assertThat(imported(
                        EMPTY,
                        statistician
                                .get("/weights/2025/margins/template.csv")
                                .body()
                                .getBytes(StandardCharsets.UTF_8)))
                .contains("Row 2: total: got ‘’");
        byte[] template = MarginTemplate.workbook(
                margins.cells(margins.of(wave(2025)).get(0).id()), true);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            assertThat(book.getSheetAt(0).getPhysicalNumberOfRows()).isEqualTo(31);
        }
        assertThat(imported(EMPTY, template)).contains("with 30 cells");
    }

    @Test
    void contradictoryMarginsAreToldAndNothingIsStored() throws Exception {
        int before = margins.of(wave(2023)).size();
        String page = imported(
                EMPTY,
                csv(
                        "variables,levels,total",
                        "sex:residence,male:urban,10",
                        "sex:residence,male:rural,20",
                        "性别:residence,女:urban,30",
                        "sex:residence,female:rural,40",
                        "residence,城镇,45",
                        "residence,rural,55",
                        "town,t01,101"),
                "source",
                "register");
        assertThat(page)
                .contains("Urban” sums to 40 by “Sex × Residence”, but to 45 by “Residence”")
                .contains("Rural” sums to 60 by “Sex × Residence”, but to 55 by “Residence”")
                .contains("by “Sex × Residence” they sum to 100, by “Town” to 101")
                .contains("by “Residence” they sum to 100, by “Town” to 101");
        assertThat(margins.of(wave(2023))).hasSize(before);
    }

    @Test
    void everythingWrongInAFileIsToldByRow() throws Exception {
        int before = margins.of(wave(2023)).size();
        String page = imported(
                EMPTY,
                csv(
                        "variables,levels,total",
                        "shoe_size,42,10",
                        "sex,third,10",
                        "sex,male,many",
                        "sex:residence,male,5",
                        "sex,female,-1",
                        "town,t01,5",
                        "town,t01,5"));
        assertThat(page)
                .contains("Row 2: variables ‘shoe_size’ is not in this wave")
                .contains("Row 3: levels ‘third’ is no level")
                .contains("Row 4: total: got ‘many’")
                .contains("Row 5: levels ‘male’ does not have one level for each variable")
                .contains("Row 6: total: got ‘-1’")
                .contains("Row 8: levels ‘t01’ is in the same margin twice")
                .contains("Row 7: source is empty");
        assertThat(margins.of(wave(2023))).hasSize(before);
        assertThat(imported(EMPTY, csv("year,variables,levels,total", "2022,town,t01,5")))
                .contains("no row is of the year 2023");
        assertThat(imported(EMPTY, new byte[] {0, 1, 2})).contains("the file cannot be read");
    }

    @Test
    void marginsStandBesideTheSample() throws Exception {
        assertThat(statistician.get("/weights").body()).contains("/weights/2025/margins");
        String page = statistician.get("/weights/2025/margins").body();
        assertThat(page).contains("Version 1 · in use", "Sex × Age", "Male × 18-29", "17,635", "192,705", "合成数据");
    }

    @Test
    void onlyStatisticiansAndAdministratorsMayOpenThem() throws Exception {
        Caller surveyor = Caller.signedIn(address(""), SURVEYOR, PASSWORD);
        for (String path : List.of("/weights", "/weights/2025/margins", "/weights/2025/margins/1.csv")) {
            assertThat(surveyor.get(path).statusCode()).isEqualTo(403);
            assertThat(statistician.get(path).statusCode()).isEqualTo(200);
        }
        assertThat(surveyor.form("/weights", "/weights/2025/margins/1/use").statusCode())
                .isEqualTo(403);
        assertThat(statistician.get("/weights/1999/margins").statusCode()).isEqualTo(404);
    }
}
