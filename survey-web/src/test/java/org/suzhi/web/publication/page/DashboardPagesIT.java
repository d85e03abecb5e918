package org.suzhi.web.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The public pages over HTTP, with made-up numbers. */
class DashboardPagesIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext full;
    private static ConfigurableApplicationContext empty;

    @BeforeAll
    static void start() {
        full = LookApp.start(MadeUpSeries.fiveWaves(), 0);
        empty = LookApp.start(MadeUpSeries.waves(0, "not_settled", 0.5), 0);
    }

    @AfterAll
    static void stop() {
        full.close();
        empty.close();
    }

    @Test
    void dashboardSpeaksChineseUnlessAskedOtherwise() throws Exception {
        String zh = get(full, "/").body();
        assertThat(zh).contains("<html lang=\"zh-CN\"", "很可能已超过13%的目标", "元善镇", "合成数据");
        HttpResponse<String> en = get(full, "/?lang=en");
        assertThat(en.body()).contains("<html lang=\"en\"", "likely above the target of 13%", "Yuanshan");
        assertThat(en.headers().firstValue("set-cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("lang=en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "zh-TW", "!!", "%3Cscript%3E"})
    void unknownLanguageIsAnsweredInChinese(String language) throws Exception {
        HttpResponse<String> answer = get(full, "/?lang=" + language);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("很可能已超过13%的目标").doesNotContain("<script>");
    }

    @Test
    void responseCountIsThatOfTheNewestWave() throws Exception {
        assertThat(get(full, "/").body()).contains("<span id=\"response-count\">2024</span>");
        assertThat(get(empty, "/").body()).contains("<span id=\"response-count\">0</span>", "尚无已发布的结果");
    }

    @Test
    void pagesKeepToAStrictContentPolicy() throws Exception {
        for (String path : List.of("/", "/login", "/no-such-page")) {
            assertThat(get(full, path).body())
                    .as(path)
                    .doesNotContain("<style", " style=", "javascript:")
                    .doesNotContainPattern("<script(?! type=\"module\" src=\"/js/)")
                    .doesNotContainPattern(" on[a-z]+=\"");
        }
    }

    @Test
    void idsAreUniqueAndLocalLinksLead() throws Exception {
        String page = get(full, "/").body();
        List<String> ids = all(page, "\\sid=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(all(page, "href=\"#([^\"]+)\""));
        assertThat(ids).containsAll(all(page, "url\\(#([^)]+)\\)"));
        for (String link : all(page, "href=\"(/(?:charts|tables|css|fonts)/[^\"]+)\"")) {
            assertThat(get(full, link.replace("&amp;", "&")).statusCode())
                    .as(link)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trend",
                "outlook",
                "group-trends",
                "groups",
                "towns",
                "breakdown",
                "levels",
                "parts",
                "items",
                "choices"
            })
    void chartsAndTablesCanBeDownloaded(String name) throws Exception {
        HttpResponse<String> svg = get(full, "/charts/" + name + ".svg?lang=en");
        assertThat(svg.headers().firstValue("content-type")).hasValue("image/svg+xml");
        assertThat(svg.body()).startsWith("<?xml").contains("<path").doesNotContain("<text");
        HttpResponse<String> png = get(full, "/charts/" + name + ".png");
        assertThat(png.headers().firstValue("content-type")).hasValue("image/png");
        HttpResponse<String> csv = get(full, "/tables/" + name + ".csv");
        assertThat(csv.headers().firstValue("content-type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("content-disposition"))
                .hasValueSatisfying(header -> assertThat(header).contains("suzhi-" + name + ".csv"));
        assertThat(csv.body())
                .startsWith(name.equals("outlook") ? "\uFEFFyear,projected," : "\uFEFFyear,dimension,level")
                .contains(name.equals("outlook") ? "2035," : "2021,", "20");
        assertThat(csv.body().lines().skip(1).filter(line -> !isOfOthers(line)))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("合成数据 · Synthetic data"));
    }

    /** Figures that others published are real, and bear their source in place of the mark. */
    private static boolean isOfOthers(String line) {
        return line.matches("\\d+,(context|item-elsewhere),.*,published,(news of China|table)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/charts/none.svg", "/charts/TREND.png", "/tables/none.csv", "/charts/trend.gif", "/nowhere"})
    void unknownAddressIsAnsweredInWords(String path) throws Exception {
        HttpResponse<String> answer = get(full, path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这一页").doesNotContain("Exception", "at org.");
    }

    @Test
    void earlierWaveAndGroupHaveAddressesOfTheirOwn() throws Exception {
        String earlier = get(full, "/?wave=2023&lang=en").body();
        assertThat(earlier).contains("Results of the 2023 survey", "11.47%", "<option value=\"2025\"");
        String group = get(full, "/?wave=2025&group=farmers&lang=en").body();
        assertThat(group)
                .contains("In 2025, 6.10% of this group were scientifically literate (Farmers); overall 13.36%.")
                .contains(
                        "/charts/trend.svg?wave=2025&amp;group=farmers&amp;lang=en",
                        "?lang=zh-CN&amp;wave=2025&amp;group=farmers")
                .doesNotContain("id=\"outlook\"");
        assertThat(get(full, "/?wave=2025&group=&lang=en").body()).contains("likely above the target of 13%");
        assertThat(get(full, "/tables/trend.csv?wave=2023&group=farmers").body())
                .contains("2023,group,farmers,", "2023,all,,")
                .doesNotContain("2025,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?wave=1999",
                "/?group=giants",
                "/charts/trend.svg?wave=1999",
                "/kiosk?group=giants",
                "/charts/outlook.svg?group=farmers"
            })
    void whatIsNotPublishedIsNotFound(String path) throws Exception {
        assertThat(get(full, path).statusCode()).isEqualTo(404);
    }

    @Test
    void wallScreenShowsEveryChartWithoutNavigation() throws Exception {
        String wall = get(full, "/kiosk?lang=en").body();
        assertThat(all(wall, "aria-labelledby=\"([a-z-]+)-title0\"")).hasSize(11);
        assertThat(all(wall, "aria-labelledby=\"([a-z-]+)-title1\""))
                .as("too high to be read from afar in one")
                .containsExactly("breakdown");
        assertThat(wall).contains("Sex, age, education and residence (2/2)");
        assertThat(wall).contains("Synthetic").doesNotContain("<nav", "<style", " style=");
        assertThat(get(full, "/js/kiosk.js").statusCode()).isEqualTo(200);
        assertThat(get(full, "/css/kiosk.css").statusCode()).isEqualTo(200);
        assertThat(get(empty, "/kiosk").body()).contains("尚无已发布的结果");
    }

    @Test
    void nothingPublishedHasNoChart() throws Exception {
        assertThat(get(empty, "/charts/trend.svg").statusCode()).isEqualTo(404);
        assertThat(get(empty, "/tables/towns.csv").statusCode()).isEqualTo(404);
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext app, String path)
            throws IOException, InterruptedException {
        String port = app.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html,*/*")
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
