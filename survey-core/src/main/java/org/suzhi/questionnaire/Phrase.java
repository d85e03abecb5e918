package org.suzhi.questionnaire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/** A cell's text, or the texts of the cells that give one thing in several languages. */
final class Phrase {
    private static final String PLAIN = "";
    private final Map<String, String> byLanguage;

    private Phrase(Map<String, String> byLanguage) {
        this.byLanguage = byLanguage;
    }

    static Phrase of(String text) {
        return new Phrase(Collections.singletonMap(PLAIN, text));
    }

    static Phrase of(String language, String text) {
        return new Phrase(Collections.singletonMap(language, text));
    }

    /** Both together; text without a language becomes that of the default language, unless that is given too. */
    Phrase and(Phrase other, String defaultLanguage) {
        var merged = new LinkedHashMap<String, String>();
        put(merged, defaultLanguage);
        other.put(merged, defaultLanguage);
        return new Phrase(merged);
    }

    private void put(Map<String, String> merged, String defaultLanguage) {
        byLanguage.forEach((language, text) -> {
            if (!language.equals(PLAIN)) {
                merged.put(language, text);
            } else {
                merged.putIfAbsent(defaultLanguage, text);
            }
        });
    }

    boolean isTranslated() {
        return !byLanguage.containsKey(PLAIN);
    }

    /** The text without a language, else the first. */
    String plain() {
        return byLanguage.values().iterator().next();
    }

    boolean any(Predicate<String> test) {
        return byLanguage.values().stream().anyMatch(test);
    }

    /** The texts by language; one without a language counts to the default language. */
    Map<String, String> translations(String defaultLanguage) {
        return isTranslated()
                ? Collections.unmodifiableMap(byLanguage)
                : Collections.singletonMap(defaultLanguage, plain());
    }

    /** Each text changed by a function of its language ("" for none) and itself. */
    Phrase map(BinaryOperator<String> change) {
        var changed = new LinkedHashMap<String, String>();
        byLanguage.forEach((language, text) -> changed.put(language, change.apply(language, text)));
        return new Phrase(changed);
    }
}
