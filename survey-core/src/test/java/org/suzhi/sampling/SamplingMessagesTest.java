package org.suzhi.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplingMessagesTest {
    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java/org/suzhi/sampling"), Path.of("../survey-web/src/main/java/org/suzhi/web/command"));
    private static final Path RESOURCES = Path.of("src/main/resources/org/suzhi/sampling");
    /** A code is a string literal of words joined by hyphens. */
    private static final Pattern WORD = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

    private static Properties bundle(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
        Properties english = bundle("messages.properties");
        Properties chinese = bundle("messages_zh.properties");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(english.getProperty(key) + chinese.getProperty(key)).doesNotContain("'");
        }
    }

    private static Set<String> places(String text) {
        TreeSet<String> places = new TreeSet<>();
        Pattern.compile("\\{\\d}").matcher(text).results().forEach(r -> places.add(r.group()));
        return places;
    }

    @Test
    void everyMessageIsUsed() throws IOException {
        TreeSet<String> words = new TreeSet<>();
        for (Path source : SOURCES) {
            try (Stream<Path> files = Files.walk(source)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> WORD.matcher(text(file)).results().forEach(r -> words.add(r.group(1))));
            }
        }
        bundle("messages.properties").stringPropertyNames().stream()
                .filter(key -> key.startsWith("problem."))
                .forEach(key -> assertThat(words).contains(key.substring("problem.".length())));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void problemsAreToldInBothLanguages() {
        SamplingProblem problem = SamplingProblem.inPlan("strata.t01.psus", 9, "more-units-than-stratum", 7);
        assertThat(problem.line(Locale.ENGLISH))
                .isEqualTo("plan, strata.t01.psus: 9 units are to be drawn, but the stratum has 7; draw at most 7.");
        assertThat(problem.line(Locale.CHINESE)).isEqualTo("抽样方案 strata.t01.psus：要抽 9 个单元，而该层只有 7 个；最多抽 7 个。");
    }
}
