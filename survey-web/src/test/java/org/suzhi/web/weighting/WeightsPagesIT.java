package org.suzhi.web.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.CsvReader;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.SampledVillage;
import org.suzhi.sample.Wave;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.collection.CaseClaim;
import org.suzhi.web.collection.Mode;
import org.suzhi.web.collection.Sender;
import org.suzhi.web.collection.Submissions;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.fieldwork.NewCase;
import org.suzhi.web.fieldwork.NewWave;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.SampledPsu;
import org.suzhi.web.fieldwork.SurveyCase;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.publication.WaveSections;
import org.suzhi.web.questionnaire.Questionnaires;
import tools.jackson.databind.json.JsonMapper;

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

    @Autowired
    private Submissions submissions;

    @Autowired
    private Cases cases;

    @Autowired
    private WaveSections sections;

    @Autowired
    private JsonMapper json;

    private Caller statistician;

    @BeforeEach
    void aStatisticianAndAWaveWithoutMargins() throws Exception {
        if (accounts.id("weights-statistician").isEmpty()) {
            accounts.save(new NewUser("weights-statistician", "统计员", PASSWORD, Role.STATISTICIAN));
            long survey = fieldwork.survey().orElseThrow().id();
            Wave drawn = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED).wave(2023);
            try (InputStream in = SampleCounty.class.getResourceAsStream("questionnaire/literacy.xlsx")) {
                long version = questionnaires.publish(survey, in.readAllBytes(), "literacy.xlsx", "weights-2023");
                long wave = fieldwork.createWave(
                        new NewWave(survey, 2023, version, drawn.opens(), drawn.closes(), sample(drawn), List.of()));
                collect(wave, drawn);
            }
        }
        statistician = Caller.signedIn(address(""), "weights-statistician", PASSWORD);
    }

    /** Two strata of town t01: three villages of the one, two of the other. */
    private static List<SampledVillage> villages(Wave drawn) {
        return Stream.of("t01-urban", "t01-rural")
                .flatMap(stratum -> drawn.sampledVillages().stream()
                        .filter(v -> v.village().stratum().equals(stratum))
                        .limit(stratum.equals("t01-urban") ? 3 : 2))
                .toList();
    }

    private static List<SampledPsu> sample(Wave drawn) {
        return villages(drawn).stream()
                .map(v -> new SampledPsu(
                        v.village().code(),
                        v.village().town(),
                        v.village().stratum(),
                        v.village().residence().code(),
                        v.inclusionProbability(),
                        v.village().adults(),
                        v.invited()))
                .toList();
    }

    /** In the first village nobody answers; in each of the others six refuse and one is not known to be eligible. */
    private void collect(long wave, Wave drawn) {
        List<String> codes =
                villages(drawn).stream().map(v -> v.village().code()).toList();
        drawn.submissions("literacy", "weights-2023")
                .filter(s -> codes.indexOf(s.respondent().place().village().code()) > 0)
                .forEach(s -> submissions.receive(
                        s.xml().getBytes(StandardCharsets.UTF_8),
                        List.of(),
                        new Sender(null, false, Mode.FACE_TO_FACE),
                        CaseClaim.of((String) null),
                        s.end().toInstant(),
                        Locale.ENGLISH));
        for (String code : codes) {
            for (int k = 1; k <= 7; k++) {
                String name = "weights-" + code + "-" + k;
                cases.add(wave, List.of(new NewCase(name, code, "t01", new SurveyCase.Contact("-", "-", "-"))));
                cases.end(
                        cases.claim(wave, name, null).orElseThrow().id(),
                        k == 7 ? Outcome.ADDRESS_NOT_FOUND : Outcome.RESPONDENT_REFUSAL);
            }
        }
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
        assertThat(margins.of(wave).stream().filter(v -> v.inUse()))
                .singleElement()
                .satisfies(used -> assertThat(fieldwork.margins(wave)).isEqualTo(margins.cells(used.id())));
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
                .contains("contradict each other at residence = urban: 40 against 45")
                .contains("contradict each other at residence = rural: 60 against 55")
                .contains("town");
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
        assertThat(page).contains("Version 1 · in use", "Sex × Age", "Male × 18–29", "17,635", "192,705", "合成数据");
    }

    private String planned(int year, String... fields) throws Exception {
        return statistician
                .form("/weights/" + year, "/weights/" + year + "/plans", fields)
                .body();
    }

    private static int number(String page) {
        Matcher saved = Pattern.compile("(?:Saved as|saved as) plan (\\d+)").matcher(page);
        assertThat(saved.find())
                .as(page.substring(0, Math.min(4000, page.length())))
                .isTrue();
        return Integer.parseInt(saved.group(1));
    }

    /** What {@code ./suzhi analyse} makes of the files that the page offers. */
    private AnalysisResult analysed(int year, int plan) throws Exception {
        String asked = "?plan=" + plan;
        String yaml = statistician
                .get("/weights/" + year + "/specification.yaml" + asked)
                .body();
        String csv =
                statistician.get("/weights/" + year + "/extract.csv" + asked).body();
        return Analysis.run(
                Specification.parse(yaml), CsvReader.read("rows.csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void withoutAPlanThePageShowsWhatIsPublished() throws Exception {
        String page = statistician.get("/weights/2025").body();
        assertThat(page).contains("No weighting plan is in force", "Calibration", "192,705", "<svg");
        assertThat(sections.of(wave(2025))).doesNotContainKey("weighting");
        String yaml =
                statistician.get("/weights/2025/specification.yaml?plan=0").body();
        assertThat(yaml).contains("method: rake").doesNotContain("weighting:");
        String published = analysed(2025, 0).estimate("rate").row().estimate() * 100 + "";
        assertThat(page).contains(published.substring(0, 4));
    }

    @Test
    void cellsWithFewRespondentsAreMetTogetherWhenAccepted() throws Exception {
        imported(EMPTY, Files.readAllBytes(MARGINS));
        String version = String.valueOf(margins.of(wave(2023)).get(0).number());
        String page = planned(
                2023,
                "calibration",
                "rake",
                "margin-version",
                version,
                "margins",
                "sex:age_band",
                "margin-minimum",
                "15");
        int plan = number(page);
        assertThat(page).contains("Cells with fewer than 15 respondents").contains("respondents together");
        String saved = statistician
                .form("/weights/2023?plan=" + plan, "/weights/2023/plans/" + plan + "/together")
                .body();
        int together = number(saved);
        assertThat(saved)
                .contains("These cells are calibrated to the sum of their totals")
                .doesNotContain("Cells with fewer than 15 respondents");
        String yaml = statistician
                .get("/weights/2023/specification.yaml?plan=" + together)
                .body();
        assertThat(yaml).contains("collapse:");
        AnalysisResult here = analysed(2023, together);
        double total = margins.cells(margins.of(wave(2023)).get(0).id()).stream()
                .filter(cell -> cell.variables().equals(List.of("town")))
                .mapToDouble(cell -> cell.total())
                .sum();
        assertThat(saved)
                .contains(Decimals.format("#,##0", total))
                .contains(Decimals.percent(here.estimate("rate").row().estimate()));
    }

    @Test
    void aPlanIsSavedRunAndTheSameFromItsFiles() throws Exception {
        String page = planned(
                2025,
                "unknown",
                "true",
                "nonresponse",
                "classes",
                "nonresponse-cells",
                "town",
                "minimum",
                "20",
                "max-factor",
                "9",
                "collapse",
                "none",
                "trim-upper",
                "median+6iqr",
                "redistribute",
                "true",
                "calibration",
                "rake",
                "margin-version",
                "1",
                "margins",
                "sex:age_band",
                "margins",
                "town");
        int plan = number(page);
        assertThat(page).contains("Unknown eligibility", "Nonresponse", "Trimming", "Calibration", "Accept this plan");
        AnalysisResult here = analysed(2025, plan);
        assertThat(here.weighting())
                .extracting(step -> step.get("step"))
                .containsExactly("base", "unknown-eligibility", "nonresponse", "respondents", "trim", "calibrate");
        for (Map<String, Object> step : here.weighting()) {
            assertThat(page)
                    .contains(Decimals.format("0.000", (Double) step.get("cv")))
                    .contains(Decimals.format("#,##0.00", (Double) step.get("max")));
        }
        assertThat(page).contains(Decimals.percent(here.estimate("rate").row().estimate()));
        String kept = statistician.get("/weights/2025/result.json?plan=" + plan).body();
        assertThat(kept).isEqualTo(here.toJson());
        assertThat(json.readTree(kept).path("weighting").size()).isEqualTo(6);
        assertThat(sections.of(wave(2025))).doesNotContainKey("weighting");
        String replicates =
                statistician.get("/weights/2025/weights.csv?plan=" + plan).body();
        assertThat(replicates.lines().findFirst().orElseThrow()).startsWith("row,weight,rep1,rep2");
    }

    @Test
    void anEmptyNonresponseClassIsToldAndMergedAsProposed() throws Exception {
        imported(EMPTY, csv("variables,levels,total", "sex,male,5000", "sex,female,6000"), "source", "register");
        String version = String.valueOf(margins.of(wave(2023)).get(0).number());
        String[] choices = {
            "unknown",
            "true",
            "nonresponse",
            "classes",
            "nonresponse-cells",
            "psu",
            "minimum",
            "5",
            "collapse",
            "none",
            "calibration",
            "rake",
            "margin-version",
            version,
            "margins",
            "sex"
        };
        String page = planned(2023, choices);
        int plan = number(page);
        String empty = villages(SampleCounty.of(SampleCounty.DEMONSTRATION_SEED).wave(2023))
                .get(0)
                .village()
                .nameEn();
        String why = "in the class “" + empty + "” nobody can stand for the 6 others";
        assertThat(page)
                .contains("The rows cannot be weighted by this plan", why, "Merge as proposed")
                .doesNotContain("Accept this plan");
        assertThat(statistician
                        .form("/weights/2023", "/weights/2023/plans/" + plan + "/accept")
                        .body())
                .contains(why)
                .doesNotContain("is in force. The wave");
        String merged = statistician
                .form("/weights/2023?plan=" + plan, "/weights/2023/plans/" + plan + "/merge")
                .body();
        int second = number(merged);
        assertThat(second).isGreaterThan(plan);
        assertThat(merged).contains("was merged into", "Accept this plan").doesNotContain("cannot be weighted");
        assertThat(statistician
                        .form("/weights/2023", "/weights/2023/plans/" + second + "/accept")
                        .body())
                .contains("Plan " + second + " is in force");
        assertThat(sections.of(wave(2023))).containsKey("weighting");
        assertThat(fieldwork.margins(wave(2023))).hasSize(2);
        assertThat(statistician
                        .form("/weights/2023", "/weights/2023/plans/withdraw")
                        .body())
                .contains("The weighting plan was withdrawn");
        assertThat(sections.of(wave(2023))).doesNotContainKey("weighting");
    }

    @Test
    void whatIsWrongInAPlanIsToldAndNothingIsSaved() throws Exception {
        assertThat(planned(2025, "calibration", "linear", "margin-version", "1", "margins", "sex:age_band"))
                .contains("cannot meet crossed totals");
        assertThat(planned(2025, "calibration", "rake", "margin-version", "1")).contains("No population totals");
        assertThat(planned(2025, "calibration", "none", "trim-upper", "twice the mean"))
                .contains("“twice the mean”: give a number, or a rule");
        assertThat(planned(2025, "calibration", "none", "household", "shoe_size"))
                .contains("“shoe_size” cannot be used");
        assertThat(planned(2023, "calibration", "none", "nonresponse", "classes", "nonresponse-cells", "sex"))
                .contains("“sex” cannot be used");
    }

    @Test
    void onlyStatisticiansAndAdministratorsMayOpenThem() throws Exception {
        Caller surveyor = Caller.signedIn(address(""), SURVEYOR, PASSWORD);
        for (String path : List.of(
                "/weights",
                "/weights/2025",
                "/weights/2025/specification.yaml",
                "/weights/2025/margins",
                "/weights/2025/margins/1.csv")) {
            assertThat(surveyor.get(path).statusCode()).isEqualTo(403);
            assertThat(statistician.get(path).statusCode()).isEqualTo(200);
        }
        assertThat(surveyor.form("/weights", "/weights/2025/margins/1/use").statusCode())
                .isEqualTo(403);
        assertThat(statistician.get("/weights/1999/margins").statusCode()).isEqualTo(404);
    }
}
