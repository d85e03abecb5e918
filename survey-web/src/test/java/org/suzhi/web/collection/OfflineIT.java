package org.suzhi.web.collection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day without a network, in which everything dies that can die. */
class OfflineIT {
    private static final int INTERVIEWS = 50;
    private static final int KILL_EVERY = 10;
    private static final String WAITING = "section[aria-labelledby=list-waiting] .interview";
    private static final String DRAFT = "section[aria-labelledby=list-draft] .button-main";
    private static final int SECOND = 1_000;

    @TempDir
    private Path folder;

    @Test
    void fiftyInterviewsOfflineReachTheServerOnceEachThoughBrowserAndServerAreKilled() throws Exception {
        try (KillableServer server = KillableServer.start(folder.resolve("data"))) {
            Phone phone = new Phone(folder.resolve("device"));
            logIn(phone, server);
            phone.context.setOffline(true);
            for (int number = 1; number <= INTERVIEWS; number++) {
                phone.tap(number == 1 ? ".wave .button-main" : ".done .button-main, .wave .button-main");
                answer(phone, number);
                if (number % KILL_EVERY == 0) {
                    phone.page.waitForTimeout(SECOND);
                    phone.kill();
                    phone = new Phone(folder.resolve("device"));
                    phone.context.setOffline(true);
                    phone.page.navigate(server.address("/collect"));
                    phone.tap(DRAFT);
                    assertThat(phone.page.locator(".progress")).containsText("必答题已全部答完");
                    assertThat(phone.page.locator(".question-container input").first())
                            .hasValue(Integer.toString(number));
                }
                phone.tap(".form-foot .button-main");
                assertThat(phone.page.locator(".done.waits")).isVisible();
            }
            phone.tap(".bar-back");
            assertThat(phone.page.locator(".notice").first()).containsText("等待发送 50 份");

            // The day is over, and with it the login.
            phone.context.clearCookies();
            phone.context.setOffline(false);
            phone.page.reload();
            assertThat(phone.page.locator(".notice").first()).containsText("登录已过期");
            phone.tap(".notice a.button");
            phone.logIn(KillableServer.SURVEYORS[0]);
            for (int left : List.of(40, 20)) {
                awaitWaiting(phone, left);
                server.kill();
                server.startAgain();
                assertThat(phone.page.locator(WAITING)).not().hasCount(0);
                assertThat(phone.page.locator(".notice a.button")).hasCount(0);
                phone.tap(".notice .button");
            }
            awaitWaiting(phone, 0);
            phone.close();
            JdbcClient database = server.database();
            assertThat(database.sql("select (answers ->> 'number')::int from response_revision order by 1")
                            .query(Integer.class)
                            .list())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, INTERVIEWS).boxed().toList());
            assertThat(database.sql("select count(*) from response")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(INTERVIEWS);
        }
    }

    private static void logIn(Phone phone, KillableServer server) {
        phone.page.navigate(server.address("/collect"));
        phone.logIn(KillableServer.SURVEYORS[0]);
        phone.page.evaluate("navigator.serviceWorker.ready.then(() => 0)");
    }

    private static void answer(Phone phone, int number) {
        phone.type("第几份", Integer.toString(number));
        phone.type("哪个村", "上村 " + number);
        phone.choose("性别", number % 2 == 0 ? "男" : "女");
        phone.type("周岁", Integer.toString(18 + number));
        phone.choose("从哪里得知", "手机");
    }

    /** Until no more than that many interviews wait on the device. */
    private static void awaitWaiting(Phone phone, int most) throws InterruptedException {
        Locator waiting = phone.page.locator(WAITING);
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (waiting.count() > most && System.nanoTime() < until) {
            phone.page.waitForTimeout(20);
        }
        assertThat(waiting.count()).isLessThanOrEqualTo(most);
    }
}
