package org.suzhi.response;

import java.util.Locale;
import org.suzhi.questionnaire.Messages;

/**
 * One way in which a submission breaks its form.
 *
 * @param item path of the item, with positions in repeats, such as {@code /data/member[2]/age}; empty for the whole
 * @param label what the item asks
 * @param rule the rule broken
 * @param got the value found, shortened
 * @param expected what the form has instead, where it can be told in a word, else empty
 * @param author the author's own message, empty if there is none
 */
public record Finding(String item, Wording label, Rule rule, String got, String expected, Wording author) {
    private static final int SHORT = 200;

    public Finding {
        got = got.length() > SHORT ? got.substring(0, SHORT) + "…" : got;
    }

    /** The author's message in the language asked for, or else ours. */
    public String message(Locale locale) {
        return author.isEmpty() ? Messages.text(locale, "finding." + rule.code(), got, expected) : author.in(locale);
    }
}
