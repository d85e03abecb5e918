package org.suzhi.web.division.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suzhi.sample.DomainFacts;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.division.Divisions;
import org.suzhi.web.division.TargetValues;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedWave;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DivisionPagesIT extends ServerFixture {
    private static final byte[] PDF = "%PDF-1.7 made up".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern WITHDRAW = Pattern.compile("/division/values/(\\d+)/withdraw");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fieldwork fieldwork;

    @Autowired
    private Divisions divisions;

    @Autowired
    private TargetValues values;

    @Autowired
    private Publications publications;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private long survey;
    private Caller reader;
    private Caller statistician;

    @BeforeEach
    void callers() throws Exception {
        survey = fieldwork.survey().orElseThrow().id();
        reader = Caller.nobody(address(""));
        accounts.save(new NewUser("plan-statistician", "统计员乙", PASSWORD, Role.STATISTICIAN));
        statistician = Caller.signedIn(address(""), "plan-statistician", PASSWORD);
    }

    private PublishedWave newest() {
        List<PublishedWave> waves = publications.current().orElseThrow().waves();
        return waves.get(waves.size() - 1);
    }

    private Figure figure(String dimension, String level) {
        return newest().figures().stream()
                .filter(f -> f.dimension().equals(dimension) && f.level().equals(level))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOverviewShowsThePlanAsPrintedWithTheRates() throws Exception {
        HttpResponse<String> answer = reader.get("/division?lang=zh-CN");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "实施农民科学素质提升行动", ">科学素质交流合作工程<", "县工业商务和信息化局（科技局）", "附表原文中“县应急管理局”出现两次", "合成数据", "启动实施", "<svg");
        Figure farmers = figure("group", "farmers");
        assertThat(answer.body())
                .contains(
                        Decimals.percent(farmers.estimate()),
                        Decimals.percent(farmers.lower()) + "–" + Decimals.percent(farmers.upper()));
        assertThat(answer.body()).doesNotContain("统计员乙", "<script>", "<style", " style=");
    }

    @Test
    void englishIsThereToo() throws Exception {
        assertThat(reader.get("/division?lang=en").body())
                .contains("Division of work", "Raise the science literacy of farmers", "县农业农村局", "aspirational");
    }

    @ParameterizedTest
    @CsvSource({
        "/contributions?wave=2025&lang=en&since=2024, &wave=2025&since=2024",
        "/publications?lang=en, ''",
        "/?from=a%22b, &from=a%22b"
    })
    void theOtherLanguageShowsTheSame(String page, String kept) throws Exception {
        String links = kept.replace("&", "&amp;");
        assertThat(reader.get(page).body())
                .contains("href=\"?lang=zh-CN" + links + "\"", "href=\"?lang=en" + links + "\"");
    }

    @Test
    void aUnitSeesWhatItLeadsWhatItSharesAndWhereItStands() throws Exception {
        String body = reader.get("/division/units/science?lang=en").body();
        assertThat(body)
                .contains("县科协", "County Association for Science and Technology", "What we lead", "What we share");
        assertThat(body.indexOf("实施科普基础设施建设工程"))
                .isGreaterThan(body.indexOf("What we lead"))
                .isLessThan(body.indexOf("What we share"));
        assertThat(body.indexOf("实施青少年科学素质提升行动")).isGreaterThan(body.indexOf("What we share"));
        assertThat(body).contains("Science-education bases of county rank", "≥ 5");
        assertThat(reader.get("/division/units/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void aTownSeesItsRateAndTheWarningWhereTheSampleCannotTell() throws Exception {
        double target = publications.current().orElseThrow().target().value();
        int open = 0;
        for (var town : fieldwork.towns(survey)) {
            Figure figure = figure("town", town.code());
            String body =
                    reader.get("/division/towns/" + town.code() + "?lang=en").body();
            assertThat(body).contains(town.nameEn());
            if (!figure.publishable()) {
                assertThat(body)
                        .contains("Too few responses in this town")
                        .doesNotContain(Decimals.percent(figure.estimate()));
            } else {
                boolean holds = figure.lower() <= target && target <= figure.upper();
                open += holds ? 1 : 0;
                assertThat(body).contains(Decimals.percent(figure.estimate()));
                assertThat(body.contains("the sample cannot tell whether this town"))
                        .isEqualTo(holds);
            }
        }
        assertThat(open).isPositive();
        assertThat(reader.get("/division/towns/t01?lang=en").body())
                .contains("This town’s share", "Science-education bases of county rank");
        assertThat(reader.get("/division/towns/t99").statusCode()).isEqualTo(404);
    }

    @Test
    void machinesGetTheSame() throws Exception {
        HttpResponse<String> answer = reader.get("/api/v1/division");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("统计员乙");
        JsonNode json = JsonMapper.builder().build().readTree(answer.body());
        assertThat(json.get("synthetic").asBoolean()).isTrue();
        assertThat(json.get("actions")).hasSize(11);
        assertThat(json.get("units")).hasSize(28);
        assertThat(json.get("towns")).hasSize(13);
        JsonNode second = json.get("actions").get(1);
        assertThat(second.get("leadUnits").get(0).asString()).isEqualTo("县农业农村局");
        assertThat(second.get("rates").get(0).get("estimate").asDouble())
                .isEqualTo(figure("group", "farmers").estimate());
        JsonNode museum = json.get("targets").get(4);
        assertThat(museum.get("key").asString()).isEqualTo("county_museum");
        assertThat(museum.get("aspirational").asString()).isEqualTo("yes");
        assertThat(museum.get("values").get(0).get("value").asDouble()).isZero();
    }

    @Test
    void aValueIsEnteredWithItsEvidenceAndWithdrawn() throws Exception {
        String page = "/division/targets/national_model_county";
        assertThat(reader.get(page + "?lang=en").body())
                .contains("None has been entered yet", "can be read either way")
                .doesNotContain("Enter a value");
        String told = statistician
                .upload(page, page, "evidence", "命名文件.pdf", PDF, "value", "1", "as-of", "2025-11-01", "note", "made up")
                .body();
        String today = LocalDate.now(clock).toString();
        assertThat(told)
                .contains("The value has been entered", "Reached", "命名文件.pdf", "统计员乙", "<span>" + today)
                .doesNotContain("UTC");
        String open = reader.get(page + "?lang=en").body();
        assertThat(open)
                .contains("as of 2025-11-01", "Evidence on file")
                .doesNotContain("命名文件.pdf", "统计员乙", "/division/evidence/");

        Matcher id = WITHDRAW.matcher(told);
        assertThat(id.find()).isTrue();
        String evidence = "/division/evidence/" + id.group(1);
        HttpResponse<String> file = statistician.get(evidence);
        assertThat(file.body()).isEqualTo(new String(PDF, StandardCharsets.US_ASCII));
        assertThat(file.headers().firstValue("content-disposition"))
                .hasValueSatisfying(header -> assertThat(header).startsWith("attachment"));
        assertThat(reader.get(evidence).statusCode()).isEqualTo(302);

        String withdraw = "/division/values/" + id.group(1) + "/withdraw";
        assertThat(statistician.form(page, withdraw, "reason", "").body()).contains("Give &quot;Reason&quot;");
        assertThat(statistician.form(page, withdraw, "reason", "another county").body())
                .contains("has been withdrawn", "another county");
        assertThat(statistician.form(page, withdraw, "reason", "again").body()).contains("withdrawn already");
        assertThat(reader.get(page + "?lang=en").body()).contains("another county", "Deadline past, no value");
        assertThat(jdbc.sql("select action from audit_log where subject = ? order by id")
                        .param("division-value/" + id.group(1))
                        .query(String.class)
                        .list())
                .containsExactly("division-value-entered", "division-value-withdrawn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base_city|2.5|2025-01-01||a.pdf|give a whole number from 0",
                "base_city|-1|2025-01-01||a.pdf|give a whole number from 0",
                "base_city|2|soon||a.pdf|is no date",
                "base_city|2|2999-01-01||a.pdf|Date 2999-01-01 cannot be used",
                "base_city|2|2025-01-01|t99|a.pdf|no town with the code",
                "base_city|2|2025-01-01||a.exe|Evidence ‘a.exe’ cannot be used",
                "base_city|2|2025-01-01||a.png|Evidence ‘a.png’ cannot be used",
                "cadre_learning_coverage|101|2025-01-01||a.pdf|a percentage from 0 to 100",
                "county_museum|2|2025-01-01||a.pdf|choose yes or no"
            })
    void aWrongValueIsToldAndNothingIsStored(
            String target, String value, String asOf, String town, String file, String told) throws Exception {
        String page = "/division/targets/" + target;
        int before = values.all(survey).size();
        String body = statistician
                .upload(
                        page,
                        page,
                        "evidence",
                        file,
                        PDF,
                        "value",
                        value,
                        "as-of",
                        asOf,
                        "town",
                        town == null ? "" : town)
                .body();
        assertThat(body).contains("Nothing was saved", told);
        assertThat(values.all(survey)).hasSize(before);
    }

    @Test
    void ofWhatIsWrongAllIsTold() throws Exception {
        String page = "/division/targets/base_city";
        String body = statistician
                .upload(page, page, "evidence", "", new byte[0], "value", "many", "as-of", "", "note", "x".repeat(201))
                .body();
        assertThat(body)
                .contains("‘many’ cannot be used", "Give &quot;As of&quot;", "No evidence is chosen", "is too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/division/data", "/division/targets/base_city"})
    void anUploadThatIsTooLargeIsTold(String page) throws Exception {
        int before = values.all(survey).size();
        byte[] large = new byte[21 << 20];
        assertThat(statistician.upload(page, page, "evidence", "a.pdf", large).body())
                .contains("larger than 20 MB");
        assertThat(values.all(survey)).hasSize(before);
    }

    @Test
    void valuesCannotBeChangedInTheDatabaseEither() {
        for (String change : List.of(
                "update division_value set value = 9",
                "delete from division_value",
                "update division_action set name_zh = 'x'",
                "delete from division_edition")) {
            assertThat(catchThrowable(() -> jdbc.sql(change).update()))
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/division/data", "/division/evidence/1"})
    void othersMayNotLoadNorSeeEvidence(String path) throws Exception {
        accounts.save(new NewUser("plan-surveyor", "调查员乙", PASSWORD, Role.SURVEYOR));
        Caller surveyor = Caller.signedIn(address(""), "plan-surveyor", PASSWORD);
        assertThat(surveyor.get(path).statusCode()).isEqualTo(403);
        assertThat(surveyor.form("/", "/division/targets/base_city", "value", "1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.get(path).statusCode()).isEqualTo(302);
    }

    @Test
    void aWrongFileIsToldAndThePlanStays() throws Exception {
        long before = divisions.newest(survey).orElseThrow().id();
        String bad = "no,category,action_zh,lead_units\n1,甲类,任务,县科协,多出来\n";
        assertThat(load(bad.getBytes(StandardCharsets.UTF_8)))
                .contains("work_division.csv, row 2: the row has more cells", "5 &gt; 4");
        assertThat(load(new byte[0])).contains("work_division.csv is not chosen");
        assertThat(load(new byte[] {0, 1, 2})).contains("cannot be read");
        // Without targets.csv the values entered so far would lose their targets.
        assertThat(load(DomainFacts.file("work_division.csv"))).contains("Target ‘base_county’ has values");
        assertThat(divisions.newest(survey).orElseThrow().id()).isEqualTo(before);
    }

    private String load(byte[] work) throws Exception {
        return statistician
                .upload("/division/data", "/division/data", "work", "work.csv", work)
                .body();
    }

    @Test
    void aDeadlinePastIsSaidOnlyWhenItIsPast() throws Exception {
        String body = reader.get("/division/targets/base_city?lang=en").body();
        assertThat(body.contains("Deadline past, newest value short"))
                .isEqualTo(LocalDate.now(clock).getYear() > 2025);
    }
}
