package org.suzhi.web.publication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as stored: what was asked, of which rows, and what came out. It never changes.
 *
 * @param waves ids of the waves it is about, the oldest first
 * @param title what its author called it; "" of an automatic run
 * @param received responses of the waves at that time, used or not
 * @param unweighted literacy rate among the rows without weights, for comparison; of other runs 0
 * @param incomplete how many of the rows left a scored item without an answer
 * @param author id and name of who saved it, null for the server itself
 */
public record AnalysisRun(
        long id,
        Kind kind,
        List<Long> waves,
        String title,
        String specification,
        String result,
        int rows,
        String extractSha256,
        int received,
        double unweighted,
        int incomplete,
        String engineVersion,
        Instant createdAt,
        @Nullable Author author) {
    /** What a run tells. */
    public enum Kind {
        /** The wave's published figures: rate and mean score, by every dimension and group. */
        HEADLINE,
        TABLE,
        COMPARISON,
        TEST,
        MODEL,
        /** What was left without an answer. */
        MISSING
    }

    /** A person who did something. */
    public record Author(long id, String name) {}

    public AnalysisRun {
        waves = List.copyOf(waves);
    }

    /** The newest of its waves. */
    public long wave() {
        return waves.get(waves.size() - 1);
    }
}
