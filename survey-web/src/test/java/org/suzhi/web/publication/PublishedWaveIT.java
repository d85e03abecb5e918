package org.suzhi.web.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.questionnaire.ScoringKey;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.questionnaire.Questionnaires;

class PublishedWaveIT extends ServerFixture {
    private static final double RELATIVE = 1e-8;

    @Autowired
    private Publications publications;

    @Autowired
    private Questionnaires questionnaires;

    @Autowired
    private Fieldwork waves;

    private PublishedWave wave2024() {
        return publications.current().orElseThrow().waves().stream()
                .filter(w -> w.year() == 2024)
                .findFirst()
                .orElseThrow();
    }

    private Figure figure(String dimension, String level) {
        PublishedWave wave = wave2024();
        if (dimension.equals("score")) {
            return wave.meanScore();
        }
        return Stream.concat(Stream.of(wave.overall()), wave.figures().stream())
                .filter(f -> f.dimension().equals(dimension) && f.level().equals(level))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/published_wave.csv", useHeadersInDisplayName = true, nullValues = "NA")
    void publishedFiguresAreThoseOfR(
            String dimension,
            String level,
            int n,
            double estimate,
            double se,
            double lower,
            double upper,
            double df,
            double deff) {
        Figure figure = figure(dimension, Objects.requireNonNullElse(level, ""));
        assertThat(figure.n()).isEqualTo(n);
        assertThat(figure.estimate()).isCloseTo(estimate, within(RELATIVE * estimate));
        assertThat(figure.se()).isCloseTo(se, within(RELATIVE * se));
        assertThat(figure.lower()).isCloseTo(lower, within(RELATIVE * lower));
        assertThat(figure.upper()).isCloseTo(upper, within(RELATIVE * upper));
        assertThat(figure.df()).isEqualTo(df);
        assertThat(figure.deff()).isCloseTo(deff, within(RELATIVE * deff));
    }

    private static double share(PublishedWave wave, String dimension, String level) {
        return wave.measures().stream()
                .filter(f -> f.dimension().equals(dimension) && f.level().equals(level))
                .mapToDouble(Figure::estimate)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void levelsDimensionsAndItemsAgreeWithTheRateAndTheMeanScore() {
        PublishedWave wave = wave2024();
        ScoringKey key = questionnaires
                .get(waves.wave(wave(2024)).orElseThrow().questionnaireVersionId())
                .scoring();
        assertThat(share(wave, "level", "70")).isEqualTo(wave.overall().estimate());
        assertThat(share(wave, "level", "55")).isGreaterThan(wave.overall().estimate());
        assertThat(share(wave, "level", "85")).isLessThan(wave.overall().estimate());
        double byDimensions = key.pointsByDimension().entrySet().stream()
                .mapToDouble(part -> part.getValue() * share(wave, "part", part.getKey()))
                .sum();
        double byItems = key.items().stream()
                .mapToDouble(item -> item.points() * share(wave, "item", item.item()))
                .sum();
        assertThat(byDimensions).isCloseTo(wave.meanScore().estimate(), within(1e-9));
        assertThat(byItems).isCloseTo(wave.meanScore().estimate(), within(1e-9));
        assertThat(wave.measures())
                .allMatch(Figure::publishable)
                .allMatch(f -> f.n() == wave.overall().n());
    }

    @Test
    void choicesOfSeveralAddUpToAtLeastEverybody() {
        PublishedWave wave = wave2024();
        for (String question : List.of("choice.channels", "choice.venues")) {
            assertThat(wave.measures().stream()
                            .filter(f -> f.dimension().equals(question))
                            .mapToDouble(Figure::estimate)
                            .sum())
                    .as(question)
                    .isGreaterThan(1);
        }
        assertThat(publications.levelName("choice.channels", "tv", Locale.ENGLISH))
                .hasValue("Television");
        assertThat(publications.levelName("item", "K05", Locale.CHINESE))
                .hasValueSatisfying(label -> assertThat(label).contains("电子比原子小"));
    }

    @Test
    void criterionCasesAndPublishedFiguresElsewhereComeWithTheSeries() {
        PublishedSeries series = publications.current().orElseThrow();
        PublishedWave newest = series.waves().get(series.waves().size() - 1);
        assertThat(wave2024().criterion()).isEqualTo("score >= 70.0");
        assertThat(wave2024().outcomes().get(Outcome.Kind.INTERVIEW))
                .isEqualTo(wave2024().responses());
        assertThat(newest.outcomes().get(Outcome.Kind.INTERVIEW)).isBetween(1000, newest.responses());
        assertThat(series.references()).hasSizeGreaterThan(100);
    }

    @Test
    void withoutWeightsTheRateWouldBeTooHigh() {
        PublishedWave wave = wave2024();
        assertThat(wave.unweightedRate()).isGreaterThan(wave.overall().upper());
    }

    @Test
    void theIndicatorIsPublicAndCarriesTargetWavesAndVerdict() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address("/api/v1/indicators/literacy_rate")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"target\":{\"indicator\":\"literacy_rate\",\"operator\":\">\",\"value\":0.13,\"deadline\":2025}",
                        "\"wave\":2024",
                        "\"ciLower\":",
                        "\"verdict\":{\"code\":\"",
                        "\"progress\":{\"basis\":\"measured\"",
                        "\"synthetic\":true");
    }

    @Test
    void microdataAreNotPublic() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address("/api/v1/waves/2024/extract.csv")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
