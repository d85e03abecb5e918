package org.suzhi.questionnaire;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of questionnaires and of their checks, in English and Chinese. */
public final class Messages {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** The text of a key; English where the language is neither. */
    public static String text(Locale locale, String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle("org.suzhi.questionnaire.messages", locale, NO_FALLBACK);
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
