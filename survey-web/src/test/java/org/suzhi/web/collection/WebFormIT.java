package org.suzhi.web.collection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The surveyor's pages beyond a smooth day: corrections, a full device, a shared one, files, keys instead of a thumb. */
class WebFormIT {
    private static final String SHORT = ".wave:has-text('2025') .button-main";
    private static final String PHOTOS = ".wave:has-text('2024') .button-main";
    private static final String SUBMIT = ".form-foot .button-main";

    @TempDir
    private static Path folder;

    private static KillableServer server;

    private Phone phone;

    @BeforeAll
    static void serve() throws Exception {
        server = KillableServer.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void logIn() {
        phone = new Phone();
        phone.page.navigate(server.address("/collect"));
        phone.logIn(KillableServer.SURVEYORS[0]);
        phone.page.evaluate("navigator.serviceWorker.ready.then(() => 0)");
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private void answerShort(int number) {
        phone.type("第几份", Integer.toString(number));
        phone.type("哪个村", "上村");
        phone.choose("性别", "女");
        phone.type("周岁", "40");
    }

    private int stored(int number) throws Exception {
        return server.database()
                .sql("select count(*) from response_revision where (answers ->> 'number')::int = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatTheServerRefusesIsShownWithItsReasonsCorrectedAndTaken() throws Exception {
        phone.context.setOffline(true);
        phone.tap(SHORT);
        answerShort(101);
        phone.tap(SUBMIT);
        assertThat(phone.page.locator(".done.waits")).isVisible();
        // As a client of another make, or a form that has been changed since, might let it through.
        phone.page.evaluate("""
                async () => {
                  const open = indexedDB.open('suzhi');
                  await new Promise((done) => (open.onsuccess = done));
                  const store = open.result.transaction('interview', 'readwrite').objectStore('interview');
                  const all = store.getAll();
                  await new Promise((done) => (all.onsuccess = done));
                  const [interview] = all.result;
                  const put = store.put({ ...interview, instance: interview.instance.replace('>40<', '>7<') });
                  await new Promise((done) => (put.onsuccess = done));
                }""");
        phone.context.setOffline(false);
        phone.tap(".bar-back");
        Locator refused = phone.page.locator("section[aria-labelledby=list-refused]");
        assertThat(refused).containsText("周岁");
        assertThat(phone.page.locator(".notice").first()).containsText("被退回 1 份");
        assertThat(Axe.violations(phone.page)).isEmpty();

        phone.tap("section[aria-labelledby=list-refused] .button-main");
        phone.page.locator(".findings .button-link").first().click();
        assertThat(phone.asked("周岁").locator("input")).isFocused();
        phone.type("周岁", "47");
        phone.tap(SUBMIT);
        assertThat(phone.page.locator("main")).containsText("提交成功");
        assertThat(stored(101)).isEqualTo(1);
    }

    @Test
    void anotherSurveyorOnTheSameDeviceNeitherSeesNorSendsWhatWaits() throws Exception {
        phone.context.setOffline(true);
        phone.tap(SHORT);
        answerShort(102);
        phone.tap(SUBMIT);
        phone.tap(".bar-back");
        assertThat(phone.page.locator("section[aria-labelledby=list-waiting] .interview"))
                .hasCount(1);

        phone.context.clearCookies();
        phone.context.setOffline(false);
        phone.page.navigate(server.address("/login"));
        phone.logIn(KillableServer.SURVEYORS[1]);
        assertThat(phone.page.locator(".account")).containsText(KillableServer.SURVEYORS[1]);
        assertThat(phone.page.locator(".notice")).containsText("其他调查员的 1 份");
        assertThat(phone.page.locator(".interview")).hasCount(0);
        phone.page.reload();
        assertThat(phone.page.locator(".notice")).containsText("其他调查员的 1 份");
        assertThat(stored(102)).isZero();

        phone.tap(".account .button-link");
        phone.logIn(KillableServer.SURVEYORS[0]);
        assertThat(phone.page.locator("#list-sent")).containsText("1");
        assertThat(stored(102)).isEqualTo(1);
        assertThat(server.database()
                        .sql("select distinct username from response join app_user u on u.id = submitted_by")
                        .query(String.class)
                        .list())
                .containsExactly(KillableServer.SURVEYORS[0]);
    }

    @Test
    void loggingOutWarnsWhileInterviewsWaitAndEndsTheLoginOnTheServer() {
        phone.context.setOffline(true);
        phone.tap(SHORT);
        answerShort(103);
        phone.tap(SUBMIT);
        phone.tap(".bar-back");
        phone.tap(".account .button-link");
        assertThat(phone.page.locator(".account .notice")).containsText("还有 1 份没有发送");
        phone.tap(".account .button:not(.button-main)");
        assertThat(phone.page.locator(".account .bad")).containsText("现在没有网络");

        var cookies = phone.context.cookies();
        phone.context.setOffline(false);
        assertThat(phone.page.locator("#list-sent")).isVisible();
        phone.tap(".account .button-link");
        phone.page.waitForURL("**/login**");
        phone.context.addCookies(cookies);
        assertThat(phone.page
                        .request()
                        .get(server.address("/api/v1/collect/waves"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aFullDeviceIsSaidInWordsAndLosesNothing() throws Exception {
        phone.tap(SHORT);
        phone.type("第几份", "104");
        assertThat(phone.page.locator(".form-foot")).containsText("已保存");
        phone.page.evaluate("""
                () => {
                  IDBObjectStore.prototype.put = () => {
                    throw new DOMException('no room', 'QuotaExceededError');
                  };
                }""");
        phone.type("哪个村", "上村");
        assertThat(phone.page.locator(".form-notices")).containsText("存储空间已满");
        phone.choose("性别", "女");
        phone.type("周岁", "40");
        phone.tap(SUBMIT);
        assertThat(phone.page.locator("main")).containsText("提交成功");
        assertThat(stored(104)).isEqualTo(1);
    }

    @Test
    void aFormsFilesAreThereOfflineAndPhotosAndSoundsAreSentWithTheAnswers() throws Exception {
        phone.context.setOffline(true);
        phone.tap(PHOTOS);
        assertThat(phone.page.locator(".question-container img").first()).isVisible();
        assertThat(phone.page.evaluate("document.querySelector('.question-container img').naturalWidth > 0"))
                .isEqualTo(true);
        phone.choose("村", "城西");
        byte[] photo = SettingsCode.png("photo");
        phone.attach("照片", "photo.png", "image/png", photo);
        phone.attach("录音", "voice.m4a", "audio/mp4", "sound".getBytes(UTF_8));
        phone.page.waitForTimeout(1_000);
        phone.page.reload();
        assertThat(phone.asked("录音").locator("audio")).isVisible();
        phone.tap(SUBMIT);
        assertThat(phone.page.locator(".done.waits")).isVisible();
        phone.context.setOffline(false);
        assertThat(phone.page.locator("main")).containsText("提交成功");
        assertThat(server.database()
                        .sql("select octet_length(content) from attachment order by 1")
                        .query(Integer.class)
                        .list())
                .containsExactly(5, photo.length);
    }

    @Test
    void anInterviewIsAnsweredOneQuestionAPageWithTheKeyboardAlone() throws Exception {
        phone.tap(SHORT);
        phone.page.locator(".switch input").focus();
        phone.page.keyboard().press("Space");
        assertThat(phone.page.locator(".question-container:visible")).hasCount(1);
        for (String keys : List.of("105", "上村", "Space", "40", "")) {
            phone.page.locator(".question-container:visible input").first().waitFor();
            phone.page.keyboard().press("Tab");
            focusQuestion();
            if (keys.equals("Space")) {
                phone.page.keyboard().press("Space");
            } else {
                phone.page.keyboard().type(keys);
            }
            tabTo(SUBMIT);
            phone.page.keyboard().press("Enter");
        }
        assertThat(phone.page.locator("main")).containsText("提交成功");
        assertThat(stored(105)).isEqualTo(1);
    }

    private void focusQuestion() {
        tabTo(".question-container input");
    }

    /** Presses Tab until what matches has the focus; fails when a whole round does not meet it. */
    private void tabTo(String selector) {
        for (int i = 0; i < 40; i++) {
            if (Boolean.TRUE.equals(phone.page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
            phone.page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    @Test
    void homeFormQueueAndLoginMeetTheAccessibilityGuidelines() {
        for (String edition : List.of("", ".bar-choice[aria-pressed=false]")) {
            phone.page.navigate(server.address("/collect"));
            phone.page.locator(".wave").first().waitFor();
            if (!edition.isEmpty()) {
                phone.tap(edition);
            }
            assertThat(Axe.violations(phone.page)).isEmpty();
            phone.tap(SHORT);
            phone.page.locator(".question-container").first().waitFor();
            assertThat(Axe.violations(phone.page)).isEmpty();
            phone.tap(SUBMIT);
            phone.page.locator(".findings").waitFor();
            assertThat(Axe.violations(phone.page)).isEmpty();
            phone.tap(".switch input");
            assertThat(Axe.violations(phone.page)).isEmpty();
            phone.tap(".switch input");
            answerShort(106);
            phone.context.setOffline(true);
            phone.tap(SUBMIT);
            phone.page.locator(".done").waitFor();
            assertThat(Axe.violations(phone.page)).isEmpty();
            phone.tap(".bar-back");
            phone.page.locator("#list-waiting").waitFor();
            assertThat(Axe.violations(phone.page)).isEmpty();
            phone.context.setOffline(false);
            phone.page.locator("#list-sent").waitFor();
        }
        phone.page.navigate(server.address("/phones"));
        assertThat(Axe.violations(phone.page)).isEmpty();
        phone.context.clearCookies();
        phone.page.navigate(server.address("/login"));
        assertThat(Axe.violations(phone.page)).isEmpty();
    }
}
