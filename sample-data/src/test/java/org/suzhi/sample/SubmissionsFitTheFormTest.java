package org.suzhi.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.suzhi.questionnaire.ScoringKey;
import org.suzhi.questionnaire.XlsForm;
import org.suzhi.response.Finding;
import org.suzhi.response.Item;
import org.suzhi.response.PublishedForm;
import org.suzhi.response.SubmissionCheck;
import org.suzhi.response.ValidatedResponse;

class SubmissionsFitTheFormTest {

    private static final Clock RECEIVED = Clock.fixed(Instant.parse("2025-12-31T00:00:00Z"), ZoneOffset.ofHours(8));
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final XlsForm workbook = workbook();
    private final PublishedForm form = PublishedForm.compile(workbook.convert("2025"));
    private final ScoringKey key = workbook.scoring();
    private final SampleCounty county = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED);

    @Test
    void workbookConvertsWithoutDoubts() {
        assertThat(workbook.doubts()).isEmpty();
        assertThat(form.formId()).isEqualTo("literacy");
        assertThat(form.version()).isEqualTo("2025");
    }

    @Test
    void itemsStandAtTheAgreedPaths() {
        assertThat(form.items())
                .extracting(Item::path)
                .contains(
                        "/data/start",
                        "/data/end",
                        "/data/consent",
                        "/data/place/town",
                        "/data/place/village",
                        "/data/place/residence",
                        "/data/person/sex",
                        "/data/person/age",
                        "/data/person/age_band",
                        "/data/person/education",
                        "/data/person/occupation",
                        "/data/person/employer",
                        "/data/person/no_group",
                        "/data/knowledge/K24",
                        "/data/method/M05",
                        "/data/spirit/S03",
                        "/data/ability/A05",
                        "/data/channels",
                        "/data/venues",
                        "/data/module_cadres/C01",
                        "/data/meta/instanceID");
    }

    @Test
    void everySubmissionOfAWaveIsAcceptedWithTheScoreAndGroupsOfItsRespondent() {
        AtomicInteger accepted = new AtomicInteger();
        Set<String> unanswered = new HashSet<>();
        form.items().forEach(item -> unanswered.add(item.path()));
        county.wave(2025).submissions("literacy", "2025").forEach(submission -> {
            ValidatedResponse response = accept(submission.xml());
            Person person = submission.respondent().person();
            assertThat(response.instanceId()).isEqualTo(submission.instanceId());
            assertThat(key.score(response).total())
                    .isEqualTo(submission.respondent().score());
            assertThat(response.valueOf("age_band")).isEqualTo(person.ageBand().code());
            for (Group group : Group.values()) {
                assertThat(response.valueOf(group.code())).isEqualTo(group.contains(person) ? "1" : "0");
            }
            unanswered.removeAll(response.answers().keySet());
            accepted.incrementAndGet();
        });
        assertThat(accepted).hasValueGreaterThan(1900);
        assertThat(unanswered).as("items that nobody answers").containsExactly("/data/refused");
    }

    @Test
    void everyOtherWaveIsAcceptedUnderItsOwnVersion() {
        for (int year = SampleCounty.FIRST_YEAR; year < SampleCounty.LAST_YEAR; year++) {
            String version = Integer.toString(year);
            PublishedForm published = PublishedForm.compile(workbook.convert(version));
            county.wave(year)
                    .submissions("literacy", version)
                    .limit(300)
                    .forEach(submission -> assertThat(
                                    published.check(submission.xml().getBytes(StandardCharsets.UTF_8), RECEIVED))
                            .isInstanceOf(SubmissionCheck.Accepted.class));
        }
    }

    @Test
    void allRightAnswersScoreOneHundredInTheSplitOfTheCriterion() {
        Map<String, String> right = new HashMap<>();
        key.items().forEach(item -> right.put(item.item(), item.key()));
        ScoringKey.Score score = key.score(item -> right.getOrDefault(item, ""));
        assertThat(score.total()).isEqualTo(100);
        assertThat(score.byDimension())
                .isEqualTo(Map.of("knowledge", 40.0, "method", 20.0, "spirit", 20.0, "ability", 20.0));
    }

    @Test
    void afterARefusalNothingElseIsAsked() {
        ValidatedResponse response = accept("""
                <data id="literacy" version="2025"><start>2025-06-11T09:00:00.000+08:00</start>\
                <end>2025-06-11T09:00:20.000+08:00</end><consent>no</consent>\
                <meta><instanceID>uuid:11111111-1111-4111-8111-111111111111</instanceID></meta></data>""");
        assertThat(response.answers()).doesNotContainKey("/data/place/town");
    }

    @Test
    void ageOutsideTheFrameIsRefusedInTheAuthorsWords() {
        assertThat(findings(farmer().replace("<age>45</age>", "<age>17</age>"))).anySatisfy(finding -> {
            assertThat(finding.item()).isEqualTo("/data/person/age");
            assertThat(finding.message(CHINESE)).contains("18 到 69");
            assertThat(finding.message(Locale.ENGLISH)).contains("from 18 to 69");
        });
    }

    @Test
    void aVillageOfAnotherTownIsRefused() {
        assertThat(findings(farmer().replace("<town>t02</town>", "<town>t13</town>")))
                .extracting(Finding::item)
                .contains("/data/place/village");
    }

    @Test
    void noneTogetherWithAChannelIsRefused() {
        assertThat(findings(farmer().replace("<channels>tv</channels>", "<channels>tv none</channels>")))
                .extracting(Finding::item)
                .containsExactly("/data/channels");
    }

    @Test
    void aMissingRequiredItemIsRefused() {
        assertThat(findings(farmer().replace("<K01>true</K01>", "")))
                .extracting(Finding::item)
                .containsExactly("/data/knowledge/K01");
    }

    /** A submission of the wave made into that of a farmer of 45 who watches television. */
    private String farmer() {
        String xml = county.wave(2025)
                .submissions("literacy", "2025")
                .filter(submission -> submission.respondent().person().occupation() == Occupation.FARMER)
                .filter(submission -> submission.respondent().person().ageBand() == AgeBand.FROM_40)
                .filter(submission ->
                        submission.respondent().person().village().town().equals("t02"))
                .findFirst()
                .orElseThrow()
                .xml()
                .replaceFirst("<age>\\d+</age>", "<age>45</age>")
                .replaceFirst("<channels>[^<]*</channels>", "<channels>tv</channels>")
                .replaceFirst("<K01>[^<]*</K01>", "<K01>true</K01>");
        accept(xml);
        return xml;
    }

    private ValidatedResponse accept(String xml) {
        SubmissionCheck check = form.check(xml.getBytes(StandardCharsets.UTF_8), RECEIVED);
        return assertThat(check)
                .asInstanceOf(type(SubmissionCheck.Accepted.class))
                .actual()
                .response();
    }

    private Iterable<Finding> findings(String xml) {
        SubmissionCheck check = form.check(xml.getBytes(StandardCharsets.UTF_8), RECEIVED);
        return assertThat(check)
                .asInstanceOf(type(SubmissionCheck.Refused.class))
                .actual()
                .findings();
    }

    private static XlsForm workbook() {
        Path file = Path.of("questionnaire", "literacy.xlsx");
        try (InputStream in = Files.newInputStream(file)) {
            return XlsForm.read(in, "literacy.xlsx");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
