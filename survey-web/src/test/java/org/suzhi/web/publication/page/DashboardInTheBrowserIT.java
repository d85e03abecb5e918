package org.suzhi.web.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        server = LookApp.start(MadeUpSeries.fiveWavesOfManyItems(), 0);
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

    @ParameterizedTest
    @ValueSource(strings = {"/", "/kiosk", "/contributions"})
    void arrowKeysTellTheValuesOfEachChart(String path) {
        phone.page.setViewportSize(1280, 800);
        phone.page.navigate(address + path + (path.equals("/kiosk") ? "?lang=en&seconds=600" : "?lang=en"));
        if (path.equals("/kiosk")) {
            phone.page.locator("#next").click();
        }
        assertThat(phone.page.locator(".chart:visible").count()).isPositive();
        for (Locator chart : phone.page.locator(".chart:visible").all()) {
            chart.focus();
            List<String> expected = chart.locator("svg:visible rect > title").allTextContents();
            assertThat(expected).isNotEmpty().doesNotContain("");
            List<String> told = new ArrayList<>();
            for (int i = 0; i < expected.size(); i++) {
                phone.page.keyboard().press(i % 2 == 0 ? "ArrowRight" : "ArrowDown");
                told.add(tip().textContent());
            }
            assertThat(told).isEqualTo(expected);
            phone.page.keyboard().press("ArrowRight");
            assertThat(tip().textContent()).isEqualTo(expected.get(expected.size() - 1));
            phone.page.keyboard().press("Home");
            assertThat(tip().textContent()).isEqualTo(expected.get(0));
        }
        phone.page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
        assertThat(Axe.violations(phone.page)).isEmpty();
        phone.page.keyboard().press("Escape");
        assertThat(tip().textContent()).isEmpty();
        assertThat(phone.consoleErrors).isEmpty();
    }

    @Test
    void tapTellsTheValueThatItMeets() {
        phone.page.setViewportSize(360, 800);
        phone.page.navigate(address + "/?lang=en");
        Locator row = phone.page.locator("#towns svg:visible rect:has(> title)").nth(3);
        row.click();
        assertThat(tip().textContent())
                .isEqualTo(row.locator("title").textContent())
                .contains("%");
        assertThat(phone.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        phone.page.locator("#towns h2").click();
        assertThat(tip().textContent()).isEmpty();
    }

    private static Locator tip() {
        return phone.page.locator("[role=status].tip");
    }

    /** After each heading, the source of its chart, or of the chart's first piece, comes on the same page. */
    @ParameterizedTest
    @CsvSource({"zh-CN, 数据：", "en, Data:"})
    void chartStandsWholeUnderItsHeadingOnPaper(String language, String source) throws IOException {
        phone.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        phone.page.navigate(address + "/?lang=" + language);
        List<String> headings = phone.page.locator(".topic:has(.chart) h2").allTextContents();
        int charts = phone.page.locator(".chart svg:visible").count();
        assertThat(charts).as("the items in pieces").isGreaterThan(headings.size());
        List<List<String>> pages = printed();
        for (String heading : headings) {
            List<String> page = pages.stream()
                    .filter(lines -> lines.contains(heading))
                    .findFirst()
                    .orElseThrow();
            assertThat(page.subList(page.indexOf(heading), page.size()))
                    .as(heading)
                    .anyMatch(line -> line.startsWith(source));
        }
        assertThat(pages.stream().flatMap(List::stream).filter(line -> line.startsWith(source)))
                .hasSize(charts);
    }

    /** The lines of each page. */
    private static List<List<String>> printed() throws IOException {
        byte[] pdf = phone.page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        phone.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        List<List<String>> pages = new ArrayList<>();
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            for (int i = 1; i <= paper.getNumberOfPages(); i++) {
                text.setStartPage(i);
                text.setEndPage(i);
                pages.add(text.getText(paper).lines().map(String::strip).toList());
            }
        }
        return pages;
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
