package org.suzhi.web.division;

import java.util.Locale;

/**
 * What something is called.
 *
 * @param zh as the plan prints it
 * @param en a translation; empty where there is none
 */
public record Name(String zh, String en) {
    /** In a reader's language; as printed where there is no translation. */
    public String in(Locale locale) {
        return en.isEmpty() || Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
    }
}
