package org.suzhi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.division.DivisionWork;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.Missing;
import org.suzhi.web.publication.PartsOfWaves;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.Target;
import org.suzhi.web.publication.page.MadeUpParts;
import org.suzhi.web.publication.page.RandomSeries;

/** Every public page of series at the edges, in a county of forty towns with names of twenty characters. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EdgePagesIT {
    /** For looking at: the pages as they were answered. */
    private static final Path OUT = Path.of("target", "edges", "pages");

    private static final List<String> PAGES = List.of(
            "/",
            "/kiosk",
            "/contributions",
            "/data",
            "/publications",
            "/embed/trend",
            "/embed/towns",
            "/division",
            "/division/units/science",
            "/division/units/emergency",
            "/division/towns/t07",
            "/division/towns/t40",
            "/division/targets/literacy_rate");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fieldwork fieldwork;

    @Autowired
    private DivisionWork division;

    @Autowired
    private Held held;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "edge-data");
        registry.add("suzhi.data", () -> folder.toAbsolutePath().toString());
    }

    /** Publications kept in memory: the series that a test puts there. */
    static final class Held implements Publications {
        private Optional<PublishedSeries> series = Optional.empty();

        @Override
        public Optional<PublishedSeries> current() {
            return series;
        }

        @Override
        public Missing missing() {
            return Missing.PUBLICATION;
        }

        @Override
        public Optional<PublishedSeries> live() {
            return series;
        }

        @Override
        public Optional<PublishedSeries> published(long publication) {
            return Optional.empty();
        }

        @Override
        public Optional<String> levelName(String dimension, String code, Locale locale) {
            return series.flatMap(s -> RandomSeries.publishing(s).levelName(dimension, code, locale));
        }
    }

    @TestConfiguration
    static class InMemory {
        @Bean
        @Primary
        Held held() {
            return new Held();
        }

        @Bean
        @Primary
        PartsOfWaves madeUpParts(Held held) {
            return wave ->
                    held.current().flatMap(series -> MadeUpParts.of(series).of(wave));
        }
    }

    @BeforeEach
    void county() {
        if (fieldwork.survey().isEmpty()) {
            fieldwork.createSurvey(FortyTowns.survey());
            FortyTowns.loadDivision(division, fieldwork.survey().orElseThrow());
            accounts.save(new NewUser("edge", "统计员", "correct horse", Role.STATISTICIAN));
        }
    }

    static Stream<Arguments> series() {
        return Stream.of(
                Arguments.of("one-wave", series(FortyTowns.TARGET, 0.12), ">13%"),
                Arguments.of("three-waves", series(FortyTowns.TARGET, 0.10, 0.12, 0.14), ">13%"),
                Arguments.of("met", series(new Target("literacy_rate", ">", 0.05, 2030), 0.2, 0.25), ">5%"),
                Arguments.of("past", series(new Target("literacy_rate", ">=", 0.13, 2018), 0.1, 0.11), "≥13%"),
                Arguments.of("few", few(), ">13%"));
    }

    private static PublishedSeries series(Target target, double... rates) {
        RandomSeries usual = FortyTowns.series(target);
        List<PublishedWave> waves = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            waves.add(usual.wave(new Random(i), 2020 + i, 4000, rates[i]));
        }
        return usual.series(waves);
    }

    /** Too few responses to publish any rate but that of the whole. */
    private static PublishedSeries few() {
        RandomSeries usual = FortyTowns.series(FortyTowns.TARGET);
        return usual.series(List.of(usual.wave(new Random(5), 2020, 60, 0.3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("series")
    void everyPageIsWhole(String name, PublishedSeries series, String target) throws Exception {
        held.series = Optional.of(series);
        Caller reader = Caller.nobody("http://localhost:" + port);
        Files.createDirectories(OUT);
        for (String language : List.of("zh-CN", "en")) {
            for (String page : PAGES) {
                String body = whole(reader, name, page, language);
                if (page.equals("/division")) {
                    assertThat(body).contains(target.replace(">", "&gt;"));
                }
            }
            towns(reader, series, language);
        }
        Caller statistician = Caller.signedIn("http://localhost:" + port, "edge", "correct horse");
        for (String language : List.of("zh-CN", "en")) {
            assertThat(whole(statistician, name, "/reports", language))
                    .contains(fieldwork.towns(1).stream()
                            .map(town -> town.name(Locale.forLanguageTag(language)))
                            .toList());
        }
    }

    private static String whole(Caller caller, String name, String page, String language) throws Exception {
        HttpResponse<String> answer = caller.get(page + "?lang=" + language);
        String file = name + page.replace('/', '_') + "-" + language;
        assertThat(answer.statusCode()).as(file).isEqualTo(200);
        Files.writeString(OUT.resolve(file + ".html"), answer.body());
        PageText.isWhole(file, answer.body());
        return answer.body();
    }

    private static boolean anyPublished(PublishedSeries series, NamedCode town) {
        return series.waves().stream()
                .flatMap(wave -> wave.figures().stream())
                .anyMatch(f -> f.level().equals(town.code()) && f.publishable());
    }

    /** Each of the forty is on the overview, and has a page with its rate or with why there is none. */
    private void towns(Caller reader, PublishedSeries series, String language) throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        PublishedWave newest = series.waves().get(series.waves().size() - 1);
        String overview = PageText.of(reader.get("/division?lang=" + language).body());
        for (NamedCode town : fieldwork.towns(1)) {
            Figure figure = newest.figures().stream()
                    .filter(f -> f.dimension().equals("town") && f.level().equals(town.code()))
                    .findFirst()
                    .orElseThrow();
            String page = PageText.of(reader.get("/division/towns/" + town.code() + "?lang=" + language)
                    .body());
            String told = figure.publishable()
                    ? Decimals.percent(figure.estimate())
                    : locale.getLanguage().equals("en") ? "Too few responses" : "回答太少";
            assertThat(page).contains(town.name(locale), told);
            assertThat(overview).contains(town.name(locale));
            if (!figure.publishable()) {
                assertThat(page).doesNotContain(Decimals.percent(figure.estimate()));
                // A chart without any rate would be an empty box.
                assertThat(page.contains("n=4,000") || page.contains("n=60")).isEqualTo(anyPublished(series, town));
            }
        }
    }
}
