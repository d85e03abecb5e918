package org.suzhi.web.export.table;

import java.util.Locale;
import org.suzhi.response.Wording;

/** A text in both languages. */
public record Label(String zh, String en) {
    /** A text that is the same in both languages. */
    public static Label of(String text) {
        return new Label(text, text);
    }

    public static Label of(Wording wording) {
        return new Label(wording.in(Locale.SIMPLIFIED_CHINESE), wording.in(Locale.ENGLISH));
    }

    public String in(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
    }
}
