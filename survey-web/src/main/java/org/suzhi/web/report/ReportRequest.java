package org.suzhi.web.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which report.
 *
 * @param year of the wave that it is on
 * @param subject what it is on
 */
public record ReportRequest(Kind kind, int year, Subject subject, Locale locale, Letterhead letterhead) {
    /** What the report is for. */
    public enum Kind {
        /** 通报: the results of one wave. */
        CIRCULAR,
        /** 总结评估: all waves up to one. */
        EVALUATION;

        public static Optional<Kind> of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }
}
