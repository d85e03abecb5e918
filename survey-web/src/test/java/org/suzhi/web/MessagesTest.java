package org.suzhi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.suzhi.questionnaire.logic.MalformedXml;
import org.suzhi.web.collection.Submissions;
import org.suzhi.web.problem.ProblemCode;

class MessagesTest {
    private static final Locale[] LANGUAGES = {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH};

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "problems");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static Properties properties(String name) throws Exception {
        Properties properties = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream("/" + name)) {
            properties.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        return properties;
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyProblemIsWordedInBothLanguages(ProblemCode code) {
        for (Locale language : LANGUAGES) {
            for (String part : new String[] {".title", ".detail"}) {
                assertThat(messages().getMessage("problem." + code.code() + part, new Object[] {"a", "b"}, language))
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MalformedXml.Reason.class)
    void everyReasonForMalformedXmlIsWorded(MalformedXml.Reason reason) {
        String key = "malformed." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (Locale language : LANGUAGES) {
            assertThat(messages().getMessage(key, null, language)).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Submissions.Receipt.class)
    void everyReceiptIsWorded(Submissions.Receipt receipt) {
        for (Locale language : LANGUAGES) {
            assertThat(messages().getMessage("receipt." + receipt.code(), null, language))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("org.suzhi.web.Bundles#names")
    void bothLanguagesHaveTheSameKeys(String bundle) throws Exception {
        assertThat(properties(bundle + ".properties").keySet())
                .isEqualTo(properties(bundle + "_en.properties").keySet());
    }
}
