package org.suzhi.web.collection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Links;
import org.suzhi.web.fieldwork.NewCase;
import org.suzhi.web.fieldwork.SurveyCase;
import org.suzhi.web.fieldwork.Wave;

/** A surveyor's cases without a network, and respondents' own links, in the browser. */
class CasesInTheFormIT {
    private static final String SUBMIT = ".form-foot .button-main";

    @TempDir
    private static Path folder;

    private static KillableServer server;
    private static String link;
    private static String expired;

    @BeforeAll
    static void serve() throws Exception {
        server = KillableServer.start(folder.resolve("data"), CasesInTheFormIT::assignCases);
    }

    private static void assignCases(ConfigurableApplicationContext context) {
        Cases cases = context.getBean(Cases.class);
        Accounts accounts = context.getBean(Accounts.class);
        Links links = context.getBean(Links.class);
        Fieldwork fieldwork = context.getBean(Fieldwork.class);
        long admin = accounts.save(new NewUser("office", "办公室", KillableServer.PASSWORD, Role.ADMIN));
        long surveyor =
                accounts.save(new NewUser(KillableServer.SURVEYORS[0], "调查员", KillableServer.PASSWORD, Role.SURVEYOR));
        long wave = fieldwork.waves(fieldwork.survey().orElseThrow().id()).stream()
                .filter(w -> w.year() == 2025)
                .mapToLong(Wave::id)
                .findFirst()
                .orElseThrow();
        for (String code : List.of("v001-001", "v001-002", "v001-003")) {
            cases.add(
                    wave, List.of(new NewCase(code, "v001", "t01", new SurveyCase.Contact("大坪组", "合成户 " + code, ""))));
        }
        List<Long> ids = cases.list(admin, Cases.Filter.ofWave(wave), 10, 0).stream()
                .map(SurveyCase::id)
                .toList();
        cases.assign(admin, ids.subList(0, 1), surveyor);
        link = "/r/"
                + links.issue(
                        admin, ids.get(1), LocalDate.now(ZoneId.systemDefault()).plusDays(7));
        expired = "/r/"
                + links.issue(
                        admin, ids.get(2), LocalDate.now(ZoneId.systemDefault()).minusDays(7));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void answer(Phone phone, int number) {
        phone.type("第几份", Integer.toString(number));
        phone.type("哪个村", "上村");
        phone.choose("性别", "女");
        phone.type("周岁", "40");
    }

    private static int count(String sql) throws Exception {
        return server.database().sql(sql).query(Integer.class).single();
    }

    @Test
    void aCaseIsVisitedAndInterviewedOfflineAndArrivesWithItsVisit() throws Exception {
        try (Phone phone = new Phone()) {
            phone.page.navigate(server.address("/collect"));
            phone.logIn(KillableServer.SURVEYORS[0]);
            assertThat(phone.page.locator(".case")).hasCount(1);
            assertThat(Axe.violations(phone.page)).isEmpty();
            phone.context.setOffline(true);
            phone.tap(".case");
            phone.page.locator(".case-page .button:not(.button-main)").click();
            phone.page.locator("select").selectOption("2.24");
            phone.page.fill("textarea", "门锁着");
            assertThat(Axe.violations(phone.page)).isEmpty();
            phone.tap(".contact .button-main");
            assertThat(phone.page.locator("section[aria-labelledby=contacts]")).containsText("等待发送");
            phone.tap(".case-page .button-main");
            answer(phone, 201);
            phone.tap(SUBMIT);
            assertThat(phone.page.locator(".done.waits")).isVisible();
            phone.tap(".done .button-main");
            assertThat(phone.page.locator(".notice").first()).containsText("等待发送 2 份");
            phone.context.setOffline(false);
            assertThat(phone.page.locator("#list-sent")).isVisible();
            phone.page.reload();
            assertThat(phone.page.locator("details summary")).containsText("1");
            assertThat(count("select count(*) from contact_attempt where outcome = '2.24'"))
                    .isEqualTo(1);
            assertThat(count("select count(*) from survey_case where status = 'DONE' and code = 'v001-001'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aRespondentResumesOnTheSameDeviceAndTheLinkIsUsedOnce() throws Exception {
        try (Phone phone = new Phone()) {
            phone.page.navigate(server.address(link));
            phone.type("第几份", "202");
            phone.page.waitForTimeout(1_000);
            phone.page.reload();
            assertThat(phone.asked("第几份").locator("input")).hasValue("202");
            assertThat(phone.page.locator(".bar-back")).hasCount(0);
            assertThat(Axe.violations(phone.page)).isEmpty();
            answer(phone, 202);
            phone.tap(SUBMIT);
            assertThat(phone.page.locator("main")).containsText("谢谢您");
            assertThat(Axe.violations(phone.page)).isEmpty();
            phone.page.reload();
            assertThat(phone.page.locator("main")).containsText("谢谢您");
        }
        assertThat(count("select count(*) from response where mode = 'WEB'")).isEqualTo(1);
        try (Phone another = new Phone()) {
            another.page.navigate(server.address(link));
            assertThat(another.page.locator("main")).containsText("这个链接已经用过了");
            another.page.navigate(server.address(expired));
            assertThat(another.page.locator("main")).containsText("这个链接已经过期");
            another.page.navigate(server.address("/r/nothing"));
            assertThat(another.page.locator("main")).containsText("链接不对");
        }
    }
}
