package org.suzhi.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.questionnaire.XlsForm;

/** What a conforming client makes is accepted, and the same with one thing broken is refused, whatever the form. */
class ConformingSubmissionsTest {
    private static final int SEEDS = 25;

    /** Ways to break one answer, and the rule that must be found broken. */
    private enum Break {
        CHOICE {
            @Override
            boolean apply(ConformingClient.Place place, Interview interview) {
                boolean select = place.item().choices.stream()
                        .anyMatch(list -> !list.all().isEmpty());
                return select && answered(place) && set(place, "no-such-choice");
            }
        },
        TYPE {
            @Override
            boolean apply(ConformingClient.Place place, Interview interview) {
                boolean text = place.item().type == DataType.STRING
                        || !place.item().choices.isEmpty();
                return !text && answered(place) && place.item().calculate == null && set(place, "../1 x");
            }
        },
        REQUIRED {
            @Override
            boolean apply(ConformingClient.Place place, Interview interview) {
                FormItem item = place.item();
                return answered(place)
                        && item.required != null
                        && item.control != Control.NONE
                        && interview.holds(item.required, place.node(), false)
                        && set(place, "");
            }
        },
        RELEVANT {
            @Override
            boolean apply(ConformingClient.Place place, Interview interview) {
                return !place.node().isRelevant() && !place.item().isComputed() && set(place, "1");
            }
        };

        abstract boolean apply(ConformingClient.Place place, Interview interview);

        private static boolean answered(ConformingClient.Place place) {
            return place.node().isRelevant() && !place.node().text().isEmpty();
        }

        private static boolean set(ConformingClient.Place place, String text) {
            place.node().setText(text);
            return true;
        }
    }

    static Stream<PublishedForm> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/xlsform"))) {
            List<Path> workbooks = files.filter(path -> path.toString().matches(".*\\.xlsx?"))
                    .sorted()
                    .toList();
            return Stream.concat(
                    Stream.of(SurveyFixture.FORM), workbooks.stream().map(ConformingSubmissionsTest::compile));
        }
    }

    private static PublishedForm compile(Path workbook) {
        try (InputStream in = Files.newInputStream(workbook)) {
            return PublishedForm.compile(
                    XlsForm.read(in, workbook.getFileName().toString()).convert());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Finding> findings(PublishedForm form, String xml) {
        SubmissionCheck check = form.check(xml.getBytes(StandardCharsets.UTF_8), SurveyFixture.RECEIVED);
        return check instanceof SubmissionCheck.Refused refused ? refused.findings() : List.of();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void conformingSubmissionIsAcceptedAndABrokenOneRefused(PublishedForm form) {
        Map<Break, Integer> broken = new TreeMap<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            var client = new ConformingClient(form, seed, SurveyFixture.RECEIVED);
            String xml = client.xml();
            assertThat(findings(form, xml))
                    .as("%s seed %d: %s", form.formId(), seed, xml)
                    .isEmpty();
            for (Break way : Break.values()) {
                var other = new ConformingClient(form, seed, SurveyFixture.RECEIVED);
                List<ConformingClient.Place> places = other.places();
                java.util.Collections.shuffle(places, other.random());
                for (ConformingClient.Place place : places) {
                    if (way.apply(place, other.interview())) {
                        String bad = other.xml();
                        String path = Alignment.path(place.item(), place.node());
                        assertThat(findings(form, bad))
                                .as("%s seed %d, %s broken at %s: %s", form.formId(), seed, way, path, bad)
                                .anySatisfy(finding -> {
                                    assertThat(finding.item()).isEqualTo(path);
                                    assertThat(finding.rule().name()).isEqualTo(way.name());
                                });
                        broken.merge(way, 1, Integer::sum);
                        break;
                    }
                }
            }
        }
        assertThat(broken).as("what was tried on %s", form.formId()).isNotEmpty();
    }
}
