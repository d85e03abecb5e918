package org.suzhi.web.workbench;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** Texts in one reader's language. A missing key is an error, so that it is found by a test. */
public record Words(MessageSource messages, Locale locale) {
    public String of(String key, Object... parameters) {
        return messages.getMessage(key, parameters, locale);
    }

    /** The text where there is one. */
    public String or(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, new Object[0], otherwise, locale));
    }
}
