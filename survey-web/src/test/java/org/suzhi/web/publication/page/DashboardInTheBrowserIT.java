package org.suzhi.web.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.suzhi.web.collection.Axe;
import org.suzhi.web.collection.Phone;

/** The dashboard, an earlier wave, a group and the wall screen in Chromium, on light and dark screens, in both languages. */
class DashboardInTheBrowserIT {
    private static ConfigurableApplicationContext server;
    private static String address;
    private static Phone phone;

    @BeforeAll
    static void start() {
        server = LookApp.start(MadeUpSeries.fiveWaves(), 0);
        address = "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port");
        phone = new Phone();
    }

    @AfterAll
    static void stop() {
        phone.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/?lang=zh-CN, LIGHT, 1280",
        "/?lang=en, DARK, 1280",
        "/?lang=zh-CN, DARK, 360",
        "/?wave=2024&group=farmers&lang=en, LIGHT, 360",
        "/?wave=2024&group=farmers&lang=zh-CN, DARK, 1280",
        "/kiosk?lang=zh-CN, LIGHT, 1280",
        "/kiosk?lang=en, DARK, 360"
    })
    void breaksNoRuleAndFitsTheScreen(String path, ColorScheme scheme, int width) {
        phone.page.setViewportSize(width, 800);
        phone.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        phone.page.navigate(address + path);
        assertThat(Axe.violations(phone.page)).isEmpty();
        assertThat(phone.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(phone.consoleErrors).isEmpty();
    }

    @Test
    void wallScreenTurnsFromPanelToPanelAndCanBeStopped() {
        phone.page.setViewportSize(1280, 800);
        phone.page.navigate(address + "/kiosk?lang=en&seconds=60");
        Locator shown = phone.page.locator(".panel:visible");
        assertThat(shown.count()).isEqualTo(1);
        assertThat(shown.textContent()).contains("13.36%");
        phone.page.locator("#next").click();
        assertThat(shown.count()).isEqualTo(1);
        assertThat(shown.locator("h2").textContent()).isEqualTo("Over the years");
        phone.page.locator("#pause").click();
        assertThat(phone.page.locator("#pause").textContent()).isEqualTo("Go on");
    }

    @Test
    void paperIsLightAndHoldsNoControls() {
        phone.page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK).setMedia(Media.PRINT));
        phone.page.navigate(address + "/?lang=en");
        assertThat(phone.page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(phone.page.locator(".filters").isVisible()).isFalse();
        assertThat(phone.page.locator("#trend .chart__wide").isVisible()).isTrue();
        phone.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }
}
