package org.suzhi.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.questionnaire.FormProblems;

/** Each of ODK Web Forms' test forms loads, or is refused with the construct named. */
class OdkFormsTest {
    private static final Path FORMS = Path.of("src/test/resources/xforms");

    /** Files that are no forms, or hold what the form logic does not know, and what the refusal must name. */
    private static final Map<String, String> REFUSED = Map.of(
            "external-data.xml", "root",
            "issue_449_last_saved.xml", "data",
            "populate-nodes-attributes-instance.xml", "data");

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files.filter(path -> path.toString().endsWith(".xml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formLoadsOrIsRefusedWithTheConstructNamed(Path file) throws IOException {
        String xml = Files.readString(file);
        String construct = REFUSED.get(file.getFileName().toString());
        if (construct == null) {
            PublishedForm form = PublishedForm.compile(xml);
            assertThat(form.items()).isNotEmpty();
        } else {
            assertThatThrownBy(() -> PublishedForm.compile(xml)).isInstanceOfSatisfying(FormProblems.class, refused -> {
                assertThat(refused.text(Locale.ENGLISH)).contains("<" + construct + ">");
                assertThat(refused.text(Locale.CHINA)).contains("<" + construct + ">");
            });
        }
    }
}
