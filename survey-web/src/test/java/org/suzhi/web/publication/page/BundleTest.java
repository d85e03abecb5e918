package org.suzhi.web.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.suzhi.web.Bundles;

class BundleTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final List<String> BUNDLES = Bundles.names();
    private static final Pattern KEY = Pattern.compile("#\\{([^}()$]+)[}(]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    void everyKeyOfATemplateExists() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(RESOURCES.resolve("templates"))) {
            templates
                    .filter(Files::isRegularFile)
                    .forEach(template ->
                            KEY.matcher(read(template)).results().forEach(match -> used.add(match.group(1))));
        }
        assertThat(used).hasSizeGreaterThan(20);
        Set<String> worded = new TreeSet<>();
        for (String bundle : BUNDLES) {
            worded.addAll(bundle(bundle + ".properties").stringPropertyNames());
        }
        assertThat(worded).containsAll(used);
    }

    /** MessageFormat eats a plain apostrophe, and only in texts with parameters; so none is used. */
    @ParameterizedTest
    @FieldSource("BUNDLES")
    void noTextHasAPlainApostrophe(String bundle) throws IOException {
        for (String end : new String[] {".properties", "_en.properties"}) {
            assertThat(bundle(bundle + end))
                    .allSatisfy((key, text) ->
                            assertThat((String) text).as((String) key).doesNotContain("'"));
        }
    }

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void englishIsEnglishButForTheNameAndTheMark(String bundle) throws IOException {
        assertThat(bundle(bundle + "_en.properties").entrySet())
                .filteredOn(entry -> HAN.matcher((String) entry.getValue()).find())
                .extracting(entry -> (String) entry.getKey())
                .isSubsetOf("page.product", "page.footer.about", "synthetic.mark");
    }

    private static Properties bundle(String file) throws IOException {
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8));
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
