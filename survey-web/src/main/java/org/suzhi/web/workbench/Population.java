package org.suzhi.web.workbench;

import java.util.Optional;

/**
 * Whom an analysis is about.
 *
 * @param of {@code column=code} of those who have that answer or belong to that group; "" for everybody
 * @param where a further condition as specifications write it, such as {@code age >= 30}; "" for none
 */
public record Population(String of, String where) {
    /** The condition of those who answered all scored items. */
    public static final String COMPLETE = "unanswered == 0";

    public static final Population EVERYBODY = new Population("", "");

    /** As one condition; empty for everybody. */
    Optional<String> condition() {
        int at = of.indexOf('=');
        String member = at < 0 ? "" : "`" + of.substring(0, at) + "` == \"" + of.substring(at + 1) + '"';
        String both = member.isEmpty() || where.isEmpty() ? member + where : member + " & (" + where + ")";
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    /** Whether a wave's codebook knows it. */
    public boolean isKnown(Codebook codebook) {
        int at = of.indexOf('=');
        return of.isEmpty()
                || (at > 0
                        && codebook.find(of.substring(0, at))
                                .flatMap(v -> v.level(of.substring(at + 1)))
                                .isPresent());
    }
}
