package org.suzhi.web.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The language of a command's messages: the one asked for, else that of the terminal. */
final class SpokenLanguage {
    private SpokenLanguage() {}

    /** @param lang of the option {@code --lang}; null where it was not given */
    static Locale of(CommandLine commandLine, @Nullable String lang) {
        String wish = lang == null ? environment() : lang;
        if (wish.startsWith("zh")) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        if (lang != null && !lang.startsWith("en")) {
            throw new CommandLine.ParameterException(commandLine, "--lang: expected zh-CN or en, got '" + lang + "'");
        }
        return Locale.ENGLISH;
    }

    private static String environment() {
        return System.getenv().getOrDefault("LC_ALL", System.getenv().getOrDefault("LANG", ""));
    }
}
