package org.suzhi.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.questionnaire.FormProblems;

/** A form or submission that is damaged at random is taken or refused with findings, but nothing else is thrown. */
class DamagedFormsTest {
    private static final Pattern PIECE = Pattern.compile("\\w[\\w-]*=\"[^\"]*\"|<[^<>]+/>|[/\\w'().=-]+");

    static Stream<Path> forms() throws IOException {
        return OdkFormsTest.forms().filter(path -> path.toFile().length() < 20_000);
    }

    /** The text with one piece left out, doubled or changed. */
    private static String damage(String text, Random random) {
        var pieces = PIECE.matcher(text).results().toList();
        MatchResult piece = pieces.get(random.nextInt(pieces.size()));
        String other = pieces.get(random.nextInt(pieces.size())).group();
        String[] instead = {"", piece.group() + piece.group(), other, "'", "[1]", "..", "/nowhere", "foo("};
        return text.substring(0, piece.start()) + instead[random.nextInt(instead.length)] + text.substring(piece.end());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void damagedFormCompilesOrIsRefusedWithProblems(Path file) throws IOException {
        String xml = Files.readString(file);
        int refused = 0;
        for (long seed = 0; seed < 150; seed++) {
            String damaged = damage(xml, new Random(seed));
            try {
                PublishedForm form = PublishedForm.compile(damaged);
                String submission =
                        damage("<data id=\"" + form.formId() + "\"><a>1</a><b><c>2</c></b></data>", new Random(seed));
                assertThat(form.check(submission.getBytes(StandardCharsets.UTF_8), SurveyFixture.RECEIVED))
                        .isNotNull();
            } catch (FormProblems problems) {
                refused++;
                assertThat(problems.problems()).as("seed %d", seed).isNotEmpty();
            }
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void damagedSubmissionIsTakenOrRefusedWithFindings(Path file) throws IOException {
        String name = file.getFileName().toString().replaceAll("-\\d+\\.xml$", "");
        PublishedForm form = PublishedForm.compile(OwnForms.all().get(name).convert(), OwnForms.FILES);
        String xml = Files.readString(file);
        for (long seed = 0; seed < 200; seed++) {
            String damaged = damage(xml, new Random(seed));
            SubmissionCheck check = form.check(damaged.getBytes(StandardCharsets.UTF_8), SurveyFixture.RECEIVED);
            if (check instanceof SubmissionCheck.Refused refused) {
                assertThat(refused.findings()).as("seed %d", seed).isNotEmpty();
            }
        }
    }

    @Test
    void endlesslyNestedFormsAreRefused() {
        int depth = 20_000;
        String nodes = "<a>".repeat(depth) + "</a>".repeat(depth);
        String deep = "<h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:head><model><instance>" + nodes
                + "</instance></model></h:head></h:html>";
        assertThatThrownBy(() -> PublishedForm.compile(deep)).isInstanceOf(FormProblems.class);
        String bind =
                "<h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:head><model><instance><data><a/></data></instance>"
                        + "<bind nodeset='/data/a' calculate='" + "(".repeat(depth) + "1" + ")".repeat(depth)
                        + "'/></model></h:head></h:html>";
        assertThatThrownBy(() -> PublishedForm.compile(bind)).isInstanceOf(FormProblems.class);
    }

    static Stream<Path> submissions() throws IOException {
        return WebFormsSubmissionsTest.submissions()
                .filter(path -> path.toString().endsWith("-1.xml"));
    }
}
