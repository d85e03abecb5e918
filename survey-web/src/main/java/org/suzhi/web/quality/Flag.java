package org.suzhi.web.quality;

import java.util.Locale;

/**
 * A reason to look at a response again; never by itself a proof that something is wrong.
 *
 * @param value what was found, as a share, hours, minutes or kilometres
 * @param threshold the setting that it crosses
 * @param other number of the response that it was compared with, 0 for none
 */
public record Flag(Kind kind, double value, double threshold, long other) {
    /** What a flag is about. */
    public enum Kind {
        SPEEDING,
        STRAIGHT_LINING,
        DONT_KNOW,
        DUPLICATE,
        NEAR_DUPLICATE,
        NIGHT,
        FAR;

        /** As written in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
