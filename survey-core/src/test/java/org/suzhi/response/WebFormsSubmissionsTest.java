package org.suzhi.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.questionnaire.logic.InstanceNode;
import org.suzhi.questionnaire.logic.InstanceReader;
import org.suzhi.questionnaire.logic.MalformedXml;
import org.suzhi.questionnaire.logic.XmlLimits;

/** The server agrees with ODK Web Forms' own engine: on what is valid, and on every value calculated. */
class WebFormsSubmissionsTest {
    private static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");
    private static final Set<String> INVALID = Set.of("skips-by-selection-2.xml", "skips-by-selection-3.xml");
    private static final Clock RECEIVED = Clock.fixed(Instant.parse("2026-11-24T23:15:00Z"), ZoneOffset.UTC);

    static Stream<Path> submissions() throws IOException {
        try (Stream<Path> files = Files.list(SUBMISSIONS)) {
            return files.filter(path -> path.toString().endsWith(".xml")).sorted().toList().stream();
        }
    }

    private static PublishedForm form(Path submission) {
        String name = submission.getFileName().toString().replaceAll("-\\d+\\.xml$", "");
        return PublishedForm.compile(OwnForms.all().get(name).convert(), OwnForms.FILES);
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void serverAndEngineAgree(Path submission) throws IOException, MalformedXml {
        PublishedForm form = form(submission);
        byte[] xml = Files.readAllBytes(submission);
        SubmissionCheck check = form.check(xml, RECEIVED);
        if (INVALID.contains(submission.getFileName().toString())) {
            assertThat(check)
                    .isInstanceOfSatisfying(
                            SubmissionCheck.Refused.class,
                            refused -> assertThat(refused.findings())
                                    .extracting(Finding::item, Finding::rule)
                                    .containsExactly(
                                            org.assertj.core.groups.Tuple.tuple("/data/towns", Rule.CONSTRAINT)));
            return;
        }
        assertThat(check).isInstanceOf(SubmissionCheck.Accepted.class);
        ValidatedResponse response = ((SubmissionCheck.Accepted) check).response();
        Map<String, String> sent = new TreeMap<>();
        InstanceNode root = InstanceReader.read(Files.readString(submission), XmlLimits.SUBMISSION)
                .root();
        collect(root, "/data", form, sent);
        Map<String, String> stored = new TreeMap<>();
        response.answers().forEach((path, answer) -> stored.put(path, answer.text()));
        assertThat(stored).isEqualTo(sent);
    }

    /** The texts sent, by path with positions in repeats. */
    private static void collect(InstanceNode node, String path, PublishedForm form, Map<String, String> sent) {
        if (node.childCount() == 0) {
            if (!node.text().isEmpty()) {
                sent.put(path, node.text());
            }
            return;
        }
        Map<String, Integer> seen = new HashMap<>();
        List<InstanceNode> children = node.children();
        for (InstanceNode child : children) {
            int position = seen.merge(child.name(), 1, Integer::sum);
            String plain = (path + "/" + child.name()).replaceAll("\\[\\d+\\]", "");
            FormItem item = form.itemAt(plain);
            boolean repeats = item != null && item.repeat;
            collect(child, path + "/" + child.name() + (repeats ? "[" + position + "]" : ""), form, sent);
        }
    }
}
