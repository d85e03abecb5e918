package org.suzhi.microdata;

import java.util.List;
import java.util.Locale;

/**
 * Something in the input that a person has to put right: a stable code and one line that says what is wrong, where, what
 * was found, what is expected and what to do. The texts are in the resource bundle of the package that raises it.
 */
public abstract class Problem extends RuntimeException {
    private final transient Message message;

    protected Problem(Message message) {
        super(message.text(Locale.ROOT));
        this.message = message;
    }

    /** The stable name of the problem, words joined by underscores. */
    public String code() {
        return message.code();
    }

    /** What the message says it of, in the order of its places. */
    public List<Object> arguments() {
        return message.arguments();
    }

    /** The one-line message in a language; English where the language is not known. */
    public String message(Locale locale) {
        return message.text(locale);
    }
}
