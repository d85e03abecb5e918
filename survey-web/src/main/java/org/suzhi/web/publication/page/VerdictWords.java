package org.suzhi.web.publication.page;

import org.suzhi.web.publication.Target;
import org.suzhi.web.publication.Verdict;

/** The verdict in words, made from its numbers. */
public record VerdictWords(Target target, Verdict verdict, Texts texts) {
    /** A word or two. */
    public String label() {
        return texts.of("verdict." + verdict.code() + ".label");
    }

    /** What the verdict rests on: the interval, where the target lies to it, and the probability. */
    public String ground() {
        String place =
                verdict.lower() > target.value() ? "above" : verdict.upper() < target.value() ? "below" : "within";
        return texts.of(
                "ground." + place,
                texts.interval(verdict.lower(), verdict.upper()),
                Texts.shortPercent(target.value()),
                texts.probability(verdict.probability()));
    }
}
