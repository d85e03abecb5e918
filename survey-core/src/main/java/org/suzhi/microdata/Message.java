package org.suzhi.microdata;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** A text for people by its stable code, in every language of a resource bundle. */
public final class Message {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String bundle;
    private final String code;
    private final List<Object> arguments;

    /** Arguments that are messages themselves are put into the language of the whole. */
    public Message(String bundle, String code, Object... arguments) {
        this.bundle = bundle;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** The stable name, words joined by underscores. */
    public String code() {
        return code;
    }

    /** What the text says it of, in the order of its places. */
    public List<Object> arguments() {
        return arguments;
    }

    /** The text on one line in a language; English where the language is not known. */
    public String text(Locale locale) {
        String pattern = ResourceBundle.getBundle(bundle, locale, Message.class.getClassLoader(), NO_FALLBACK)
                .getString(code);
        return new MessageFormat(pattern, Locale.ROOT)
                .format(arguments.stream().map(a -> shown(a, locale)).toArray());
    }

    private static String shown(Object argument, Locale locale) {
        if (argument instanceof Message words) {
            return words.text(locale);
        }
        String text = argument instanceof Double d ? NumericColumn.text(d) : String.valueOf(argument);
        text = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
