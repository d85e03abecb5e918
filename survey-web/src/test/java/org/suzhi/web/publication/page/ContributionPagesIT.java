package org.suzhi.web.publication.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.suzhi.analysis.indicator.PartsChange;
import org.suzhi.analysis.indicator.WhatIf;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.publication.Contributions;
import org.suzhi.web.publication.Contributions.Split;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PartsOfWaves;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.WaveChange;
import org.suzhi.web.publication.WaveParts;

/** With a server of its own: while others add responses, whole and parts of an open wave are of different ones, and are not taken apart. */
@TestPropertySource(properties = "suzhi.test.server=contributions")
class ContributionPagesIT extends ServerFixture {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final double CLOSE = 1e-12;

    @Autowired
    private Publications publications;

    @Autowired
    private PartsOfWaves parts;

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private List<PublishedWave> waves() {
        return publications.current().orElseThrow().waves();
    }

    @Test
    void partsAreThePublishedFigures() {
        for (PublishedWave wave : waves()) {
            WaveParts taken = parts.of(wave).orElseThrow();
            assertThat(taken.cuts()).hasSize(5 + 5);
            for (WaveParts.Cut cut : taken.cuts()) {
                assertThat(cut.parts().whole()).isCloseTo(wave.overall().estimate(), within(CLOSE));
                for (int c = 0; c < cut.levels().size(); c++) {
                    String level = cut.levels().get(c);
                    int category = c;
                    wave.figures().stream()
                            .filter(f -> f.dimension().equals(cut.dimension())
                                    && f.level().equals(level))
                            .forEach(f -> assertThat(cut.parts().rate(category))
                                    .as(f.dimension() + " " + level)
                                    .isCloseTo(f.estimate(), within(CLOSE)));
                }
            }
        }
    }

    @Test
    void contributionsAddUpToThePublishedChangeWithItsError() {
        PublishedWave from = waves().get(0);
        PublishedWave to = waves().get(1);
        WaveChange published = WaveChange.between(from.year(), from.overall(), to.year(), to.overall());
        Contributions contributions =
                Contributions.of(Optional.of(from), to, parts).orElseThrow();
        assertThat(contributions.splits()).isNotEmpty();
        for (Split split : contributions.splits()) {
            PartsChange change = split.change().orElseThrow();
            assertThat(change.composition().value() + change.rate().value())
                    .isCloseTo(published.difference(), within(CLOSE));
            assertThat(change.change().se()).isCloseTo(published.se(), within(CLOSE));
            assertThat(change.change().lower()).isCloseTo(published.ciLower(), within(1e-9));
            double total = 0;
            for (int c = 0; c < split.levels().size(); c++) {
                total += change.total(c).value();
            }
            assertThat(total).isCloseTo(published.difference(), within(CLOSE));
        }
        assertThat(contributions.dimensions())
                .filteredOn(split -> split.dimension().equals("town"))
                .allSatisfy(split ->
                        assertThat(withheld(from, to)).isEqualTo(split.levels().contains(Contributions.OTHERS)));
    }

    private static boolean withheld(PublishedWave... waves) {
        return List.of(waves).stream()
                .flatMap(wave -> wave.figures().stream())
                .anyMatch((Figure f) -> f.dimension().equals("town") && !f.publishable());
    }

    @Test
    void whatIfShowsItsArithmetic() throws Exception {
        PublishedWave newest = waves().get(1);
        Split farmers = Contributions.of(Optional.of(waves().get(0)), newest, parts)
                .orElseThrow()
                .group("farmers")
                .orElseThrow();
        String page = get("/contributions?group=farmers&rate=15&lang=en").body();
        WhatIf whatIf = new WhatIf(farmers.to());
        assertThat(page)
                .contains(
                        "If the rate among Farmers reaches 15.00%, the overall rate is "
                                + Texts.percent(whatIf.whole(0.15).value()),
                        Texts.percent(farmers.to().share(0)),
                        Texts.percent(farmers.to().share(0) * 0.15),
                        Texts.percent(farmers.to().share(1) * farmers.to().rate(1)),
                        "must be above " + Texts.percent(whatIf.needed(0.13).value()),
                        "Synthetic data");
    }

    @Test
    void onePageHasAllInBothLanguages() throws Exception {
        for (String language : List.of("zh-CN", "en")) {
            HttpResponse<String> page = get("/contributions?lang=" + language);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("id=\"lag\"", "id=\"what-if\"", "id=\"group\"", "id=\"age\"", "<svg")
                    .doesNotContain("NaN", "{0}", "<script>", " style=");
        }
        assertThat(get("/?lang=zh-CN").body()).contains("/contributions");
    }

    @ParameterizedTest
    @CsvSource({
        "wave=1999, 1999",
        "since=2025, 2025",
        "wave=2024&since=2025, 2025",
        "group=nobody, nobody",
        "rate=abc, abc",
        "rate=101, 101",
        "rate=-1, -1"
    })
    void whatCannotBeIsRefusedWithAWord(String query, String got) throws Exception {
        HttpResponse<String> page = get("/contributions?lang=en&" + query);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"", got).doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "age", "education", "residence", "sex"})
    void everyChartAndItsFiguresCanBeDownloaded(String name) throws Exception {
        assertThat(get("/contributions/" + name + ".svg").body())
                .startsWith("<?xml")
                .contains("<desc");
        assertThat(get("/contributions/" + name + ".png").statusCode()).isEqualTo(200);
        String csv = get("/contributions/" + name + ".csv?wave=2025&since=2024").body();
        assertThat(csv)
                .startsWith("\uFEFFfrom,to,dimension")
                .contains("2024,2025,")
                .doesNotContain("NaN");
        assertThat(get("/contributions/" + name + ".gif").statusCode()).isEqualTo(404);
        assertThat(get("/contributions/nothing.csv").statusCode()).isEqualTo(404);
    }
}
