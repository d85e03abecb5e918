package org.suzhi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.suzhi.response.Rule;

class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/suzhi/questionnaire");
    private static final Pattern CODE = Pattern.compile("\"([a-zA-Z]+\\.[a-z][a-zA-Z]+)\"");

    private static Properties bundle(String name) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        Properties english = bundle("messages.properties");
        Properties chinese = bundle("messages_zh.properties");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(chinese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{\\d\\}")
                .matcher(text)
                .results()
                .map(r -> r.group())
                .collect(Collectors.toSet());
    }

    @Test
    void everyCodeHasAMessageAndARemedy() throws IOException {
        Set<String> keys = bundle("messages.properties").stringPropertyNames();
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/suzhi"))) {
            files.filter(path -> path.toString().matches(".*(questionnaire|response)/[A-Za-z]+\\.java"))
                    .map(MessagesTest::read)
                    .forEach(source -> {
                        Matcher code = CODE.matcher(source);
                        while (code.find()) {
                            codes.add(code.group(1));
                        }
                    });
        }
        codes.removeIf(code -> code.startsWith("place."));
        assertThat(codes).hasSizeGreaterThan(30);
        for (String code : codes) {
            assertThat(keys).contains("problem." + code, "problem." + code + ".remedy");
        }
        for (Rule rule : Rule.values()) {
            assertThat(Messages.text(Locale.CHINA, "finding." + rule.code(), "a", "b"))
                    .isNotBlank();
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
