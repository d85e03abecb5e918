package org.suzhi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Pattern CODE = Pattern.compile(
            "new Analysis(?:Problem|Refusal)\\(\\s*\"([a-z_0-9]+)\"|analysis\\.problems\",\\s*\"([a-z_0-9]+)\"");

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(
                Path.of("src/main/resources/org/suzhi/analysis/" + name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "table", "wanted", "command/help", "indicator/words"})
    void bundlesHaveTheSameKeysInBothLanguages(String name) throws IOException {
        assertThat(bundle(name + "_zh_CN").stringPropertyNames())
                .isEqualTo(bundle(name).stringPropertyNames());
    }

    @Test
    void everyProblemRaisedHasATextAndEveryTextIsRaised() throws IOException {
        Set<String> raised = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = CODE.matcher(Files.readString(file));
                while (matcher.find()) {
                    raised.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
                }
            }
        }
        assertThat(raised).isEqualTo(new TreeSet<>(bundle("problems").stringPropertyNames()));
    }

    @Test
    void chineseTextsCarryTheSameArguments() throws IOException {
        Properties english = bundle("problems");
        Properties chinese = bundle("problems_zh_CN");
        for (String code : english.stringPropertyNames()) {
            assertThat(arguments(chinese.getProperty(code))).as(code).isEqualTo(arguments(english.getProperty(code)));
        }
    }

    private static Set<String> arguments(String pattern) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{([0-9])\\}").matcher(pattern);
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        return arguments;
    }
}
