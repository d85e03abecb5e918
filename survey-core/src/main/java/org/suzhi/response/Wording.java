package org.suzhi.response;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text the author wrote, in the languages he wrote it in.
 *
 * @param byLanguage the texts by the form's own language names, such as "中文 (zh)", the default language first;
 *     untranslated text has the name ""
 */
public record Wording(Map<String, String> byLanguage) {
    private static final Pattern TAG = Pattern.compile("\\(([A-Za-z]{2,3})([-_][A-Za-z0-9-_]+)?\\)\\s*$");
    public static final Wording NONE = new Wording(Map.of());

    public Wording {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    static Wording of(String text) {
        return text.isBlank() ? NONE : new Wording(Map.of("", text));
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** The text in a language, else in the form's default language, else "". */
    public String in(Locale locale) {
        for (var entry : byLanguage.entrySet()) {
            if (isIn(entry.getKey(), locale)) {
                return entry.getValue();
            }
        }
        return byLanguage.values().stream().findFirst().orElse("");
    }

    private static boolean isIn(String language, Locale locale) {
        Matcher tag = TAG.matcher(language);
        if (tag.find()) {
            return tag.group(1).equalsIgnoreCase(locale.getLanguage());
        }
        return language.equalsIgnoreCase(locale.getLanguage())
                || language.equalsIgnoreCase(locale.getDisplayLanguage(Locale.ENGLISH))
                || language.equalsIgnoreCase(locale.getDisplayLanguage(locale));
    }
}
