package org.suzhi.analysis.command;

import java.util.Locale;

/** The language of messages: that of the user's environment, Chinese or English. */
final class Language {
    private Language() {}

    static Locale locale() {
        String lang = System.getenv().getOrDefault("LC_ALL", System.getenv().getOrDefault("LANG", ""));
        return lang.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
