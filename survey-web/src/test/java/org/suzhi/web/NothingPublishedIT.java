package org.suzhi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.division.DivisionWork;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NewWave;
import org.suzhi.web.questionnaire.Questionnaires;

/** Every public page while nothing is published says what is missing and what to do next. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class NothingPublishedIT {
    private static final List<String> PAGES =
            List.of("/", "/kiosk", "/contributions", "/data", "/publications", "/embed/trend");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fieldwork fieldwork;

    @Autowired
    private DivisionWork division;

    @Autowired
    private Questionnaires questionnaires;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "nothing-data");
        registry.add("suzhi.data", () -> folder.toAbsolutePath().toString());
    }

    @Test
    void everyPageSaysWhatIsMissingAndWhatToDoNext() throws Exception {
        String server = "http://localhost:" + port;
        Caller reader = Caller.nobody(server);
        accounts.save(new NewUser("nothing", "统计员", "correct horse", Role.STATISTICIAN));
        Caller statistician = Caller.signedIn(server, "nothing", "correct horse");

        missing(reader, statistician, "这里还没有建立调查", "No survey has been set up");
        for (String page : List.of("/division", "/division/units/science", "/division/towns/t01")) {
            says(reader, page, "还没有导入任务分工", "has been loaded yet");
            assertThat(statistician.get(page).body()).contains("href=\"/fieldwork/start\"");
        }

        long survey = fieldwork.createSurvey(FortyTowns.survey());
        missing(reader, statistician, "还没有任何一轮", "has no wave yet");
        assertThat(statistician.get("/division").body()).contains("href=\"/division/data\"");
        FortyTowns.loadDivision(division, fieldwork.survey().orElseThrow());
        says(reader, "/division", "各组和各镇的比例发布后在这里显示", "are shown here once they are");
        says(reader, "/division/units/science", "我们牵头", "What we lead");
        says(reader, "/division/towns/t40", "本镇还没有已发布的比例", "No rate of this town");

        byte[] workbook = Files.readAllBytes(Path.of("../sample-data/questionnaire/literacy.xlsx"));
        long version = questionnaires.publish(survey, workbook, "literacy.xlsx", "1");
        fieldwork.createWave(new NewWave(survey, 2025, version, LocalDate.of(2025, 6, 1), null, List.of(), List.of()));
        missing(reader, statistician, "还没有公布结果", "no results have been published yet");
    }

    private static void missing(Caller reader, Caller statistician, String zh, String en) throws Exception {
        for (String page : PAGES) {
            says(reader, page, zh, en);
            assertThat(statistician.get(page).body().contains("href=\"/fieldwork/start\""))
                    .as(page)
                    .isEqualTo(!page.startsWith("/embed"));
        }
        says(statistician, "/reports", zh, en);
        HttpResponse<String> file = statistician.get("/reports/file?kind=circular&year=2025&format=pdf&lang=en");
        assertThat(file.statusCode()).isEqualTo(404);
        assertThat(file.body())
                .contains("No report was made: no results have been published yet", en, "href=\"/fieldwork/start\"")
                .doesNotContain("action=\"/reports/file\"");
        assertThat(reader.get("/").body()).contains("href=\"/login\"").doesNotContain("/fieldwork/start");
        assertThat(reader.get("/embed/nothing").statusCode()).isEqualTo(404);
    }

    private static void says(Caller caller, String page, String zh, String en) throws Exception {
        for (String language : List.of("zh-CN", "en")) {
            HttpResponse<String> answer = caller.get(page + "?lang=" + language);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(PageText.of(answer.body())).as(page).contains(language.equals("en") ? en : zh);
            PageText.isWhole(page + " " + language, answer.body());
        }
    }
}
