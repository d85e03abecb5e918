package org.suzhi.questionnaire;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings sheet. */
final class Settings {
    private static final Set<String> YES = Set.of("yes", "Yes", "YES", "true", "True", "TRUE", "true()");
    private static final Set<String> NO = Set.of("no", "No", "NO", "false", "False", "FALSE", "false()");

    private final Map<String, String> values;
    private final Map<String, String> attributes = new LinkedHashMap<>();

    private Settings(Map<String, String> values) {
        this.values = values;
        values.forEach((key, value) -> {
            if (key.startsWith("attribute ")) {
                attributes.put(key.substring(10), value);
            }
        });
    }

    static Settings read(@Nullable Sheet sheet, String fileName) {
        var values = new HashMap<String, String>();
        if (sheet != null && !sheet.rows().isEmpty()) {
            Columns.ofSettings(sheet)
                    .read(sheet.rows().get(0), "default", false, true)
                    .forEach((key, phrase) -> values.put(key, phrase.plain()));
        }
        values.putIfAbsent("id_string", stem(fileName));
        values.putIfAbsent("title", values.get("id_string"));
        return new Settings(values);
    }

    private static String stem(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** A setting, "" where it is not given. */
    String get(String key) {
        return values.getOrDefault(key, "");
    }

    void set(String key, String value) {
        values.put(key, value);
    }

    boolean isOn(String key) {
        return YES.contains(get(key));
    }

    String formId() {
        return get("id_string");
    }

    String rootName() {
        return get("name").isEmpty() ? "data" : get("name");
    }

    String defaultLanguage() {
        return get("default_language").isEmpty() ? "default" : get("default_language");
    }

    /** Whether quotes are straightened and spaces folded, as they are unless it is set off. */
    boolean cleansText() {
        return !NO.contains(get("clean_text_values"));
    }

    /** Attributes of the instance's root. */
    Map<String, String> attributes() {
        return attributes;
    }

    static boolean isYes(String text) {
        return YES.contains(text);
    }

    static boolean isNo(String text) {
        return NO.contains(text);
    }
}
