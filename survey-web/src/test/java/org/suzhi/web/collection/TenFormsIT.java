package org.suzhi.web.collection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.xml.xpath.XPathException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NewWave;
import org.suzhi.web.fieldwork.SurveySetup;
import org.suzhi.web.questionnaire.Questionnaires;
import org.xml.sax.InputSource;

/** Ten forms go the whole way: workbook, publication, the web form on a phone, the server's check, the database. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenFormsIT {
    private static final String SURVEYOR = "surveyor";
    private static final String PASSWORD = "correct horse";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fieldwork fieldwork;

    @Autowired
    private Questionnaires questionnaires;

    @Autowired
    private JdbcClient jdbc;

    private final Phone phone = new Phone();
    private long survey;
    private int year = 2000;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "ten-forms-data");
        registry.add("suzhi.data", () -> folder.toAbsolutePath().toString());
    }

    @BeforeAll
    void logIn() {
        accounts.save(new NewUser(SURVEYOR, "调查员", PASSWORD, Role.SURVEYOR));
        survey = fieldwork.createSurvey(new SurveySetup(
                "ten",
                "十份问卷",
                "Ten forms",
                true,
                List.of(),
                List.of(),
                new SurveySetup.Target("literacy_rate", ">", 0.13, 2025)));
        phone.page.setDefaultTimeout(20_000);
        phone.page.navigate(address("/login"));
        phone.page.fill("[name=username]", SURVEYOR);
        phone.page.fill("[name=password]", PASSWORD);
        phone.page.click("button[type=submit]");
        phone.page.waitForURL("**/collect**");
    }

    @AfterAll
    void close() {
        phone.close();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    static List<OwnForm> forms() {
        return OwnForm.all();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formIsPublishedFilledInAndStored(OwnForm form) throws XPathException {
        long version = questionnaires.publish(survey, form.workbook.bytes(), form.name + ".xlsx", "1", form.files);
        fieldwork.createWave(
                new NewWave(survey, ++year, version, LocalDate.of(2020, 1, 1), null, List.of(), List.of()));
        phone.page.navigate(address("/collect"));
        phone.consoleErrors.clear();
        phone.page
                .locator(".wave", new Page.LocatorOptions().setHasText(String.valueOf(year)))
                .locator(".button-main")
                .click();
        phone.page.locator(".form-foot .button-main").waitFor();

        form.answers().forEach(this::answer);
        phone.page.locator(".form-foot .button-main").click();
        assertThat(phone.page.locator("main"))
                .containsText("提交成功", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));

        // What the shell asks for besides the form is not the form's doing; script that the browser blocked did not
        // run.
        assertThat(phone.consoleErrors)
                .filteredOn(error ->
                        !error.startsWith("Failed to load resource") && !error.endsWith("The action has been blocked."))
                .isEmpty();
        assertThat(phone.page.evaluate("window.pwned")).isNull();
        String stored = stored(version);
        for (List<String> expected : form.stored()) {
            assertThat(XPathFactory.newInstance()
                            .newXPath()
                            .evaluate(expected.get(0), new InputSource(new StringReader(stored))))
                    .as(expected.get(0))
                    .isEqualTo(expected.get(1));
        }
    }

    private String stored(long version) {
        return jdbc.sql("""
                        select v.xml from response r
                        join response_revision v on v.response_id = r.id and v.revision = r.revision
                        where r.questionnaire_version_id = ?""").param(version).query(String.class).single();
    }

    private void answer(List<String> step) {
        switch (step.get(0)) {
            case "choose" -> phone.choose(step.get(1), step.get(2));
            case "type" -> phone.type(step.get(1), step.get(2));
            case "see" -> assertThat(phone.page.locator("main")).containsText(step.get(1));
            case "check" -> phone.asked(step.get(1)).locator("input").first().check();
            case "slide" -> slide(phone.asked(step.get(1)), Integer.parseInt(step.get(2)));
            case "rank" -> phone.asked(step.get(1)).locator("button").first().click();
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private static void slide(Locator question, int steps) {
        Locator handle = question.locator("[role=slider]");
        for (int i = 0; i < steps; i++) {
            handle.press("ArrowRight");
        }
    }
}
