package org.suzhi.web.collection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of responses that was loaded, and how far it has come.
 *
 * @param total submissions in the file
 * @param repeated those that were there already
 * @param finishedAt absent while it runs, and for good where the server was stopped meanwhile
 */
public record ResponseLoad(
        long id,
        String fileName,
        int total,
        int accepted,
        int repeated,
        int refused,
        String loadedBy,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    public int done() {
        return accepted + repeated + refused;
    }

    /**
     * A submission that was refused.
     *
     * @param entry its name in the file
     * @param code of the problem
     * @param reason in words
     */
    public record Refusal(String entry, String code, String reason) {}
}
