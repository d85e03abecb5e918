package org.suzhi.web.publication;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The verdict in one sentence, made from its numbers. */
public final class VerdictSentence {
    private VerdictSentence() {}

    /** The sentence in a reader's language. */
    public static String of(PublishedSeries series, MessageSource messages, Locale locale) {
        Verdict verdict = series.verdict();
        return messages.getMessage(
                "verdict." + verdict.code() + ".sentence",
                new Object[] {
                    Integer.toString(verdict.year()),
                    Decimals.percent(verdict.estimate()),
                    Decimals.shortPercent(series.target().value())
                },
                locale);
    }
}
