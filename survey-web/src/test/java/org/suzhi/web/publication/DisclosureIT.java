package org.suzhi.web.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.fieldwork.Responses2025;

/** With a limit so high that towns fall below it. */
@TestPropertySource(properties = "suzhi.headline.smallest-cell=120")
class DisclosureIT extends ServerFixture {
    private static final int LIMIT = 120;

    @Autowired
    private Publications publications;

    @Autowired
    private PublicationDesk desk;

    @Autowired
    private WavePublisher publisher;

    @Autowired
    private Disclosure disclosure;

    @Autowired
    private Runs runs;

    private PublishedWave wave(PublishedSeries series, int year) {
        return series.waves().stream().filter(w -> w.year() == year).findFirst().orElseThrow();
    }

    private PublishedWave shown(int year) {
        return wave(publications.current().orElseThrow(), year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"town", "sex", "age", "education", "residence"})
    void noLevelBelowTheLimitIsLeftWhenTheOthersAreSubtracted(String dimension) {
        for (int year : new int[] {2024, 2025}) {
            PublishedWave wave = shown(year);
            List<Figure> levels = wave.figures().stream()
                    .filter(f -> f.dimension().equals(dimension))
                    .toList();
            int rest = wave.overall().n()
                    - levels.stream()
                            .filter(Figure::publishable)
                            .mapToInt(Figure::n)
                            .sum();
            assertThat(levels).filteredOn(Figure::publishable).allMatch(f -> f.n() >= LIMIT);
            assertThat(rest == 0 || rest >= LIMIT)
                    .as("%s %d: rest %d", dimension, year, rest)
                    .isTrue();
        }
    }

    @Test
    void someTownsAreWithheldAndNoGroupWithThem() {
        Set<String> towns = shown(2024).figures().stream()
                .filter(f -> f.dimension().equals("town") && !f.publishable())
                .map(Figure::level)
                .collect(Collectors.toSet());
        assertThat(towns).hasSizeBetween(2, 12);
        assertThat(shown(2024).overall().publishable()).isTrue();
    }

    @Test
    void theDecisionIsKeptWithThePublication() {
        Publication publication = desk.currentHeadline(wave(2024)).orElseThrow();
        assertThat(publication.isCurrent()).isTrue();
        assertThat(shown(2024).publication()).isEqualTo(publication.id());
    }

    /** One response more must not show in the rates, neither before nor after a publication; it counts all the same. */
    @Test
    void figuresWaitUntilEnoughResponsesHaveCome() throws Exception {
        PublishedWave before = shown(2025);
        assertThat(before.isProvisional()).isTrue();
        String json = indicator();
        addOne();
        PublishedWave after = shown(2025);
        assertThat(after.responses()).isEqualTo(before.responses() + 1);
        assertThat(after.usedResponses()).isEqualTo(before.usedResponses() + 1);
        assertThat(after.overall()).isEqualTo(before.overall());
        assertThat(after.figures()).isEqualTo(before.figures());
        assertThat(indicator()).isEqualTo(json);
        assertThat(wave(publications.live().orElseThrow(), 2025).overall().n())
                .isEqualTo(before.overall().n() + 1);

        AnalysisRun first = runs.newestHeadline(wave(2025)).orElseThrow();
        assertThat(disclosure.preview(first).few())
                .as("provisional figures are replaced")
                .isEmpty();
        long id = desk.propose(null, first.id(), null, "");
        desk.review(null, id);
        desk.publish(null, id);
        assertThat(shown(2025).overall().n()).isEqualTo(before.overall().n() + 1);
        addOne();
        Disclosure.Preview second =
                disclosure.preview(runs.newestHeadline(wave(2025)).orElseThrow());
        assertThat(second.few()).isNotEmpty().doesNotContain(HeadlineSpecification.RATE);
        assertThat(second.few())
                .as("one level of each dimension has one response more")
                .anyMatch(figure -> figure.startsWith("sex|"))
                .anyMatch(figure -> figure.startsWith("age|"));
        assertThat(second.exposed())
                .as("the whole has one more and the other sex as many as before, which is known")
                .anyMatch(figure -> figure.startsWith("sex|"));
    }

    private void addOne() throws Exception {
        assertThat(Caller.basic(address(""), SURVEYOR, PASSWORD)
                        .submit("/openrosa/submission", Responses2025.fresh())
                        .statusCode())
                .isEqualTo(201);
        publisher.publishIfStale(wave(2025));
    }

    private String indicator() throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address("/api/v1/indicators/literacy_rate")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
