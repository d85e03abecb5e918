package org.suzhi.web.publication;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.suzhi.analysis.indicator.Target.Operator;

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
                    goal(series.target(), messages, locale)
                },
                locale);
    }

    /** How the rate must stand to the target, such as "above the target of 13%". */
    private static String goal(Target target, MessageSource messages, Locale locale) {
        String operator = Operator.of(target.operator()).name().toLowerCase(Locale.ROOT);
        return messages.getMessage("goal." + operator, new Object[] {Decimals.shortPercent(target.value())}, locale);
    }
}
