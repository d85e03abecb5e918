package org.suzhi.web.division;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edition of a division of work.
 *
 * @param loadedBy name of who loaded it; null for the server itself
 */
public record StoredDivision(
        long id,
        Division division,
        List<Origin> files,
        @Nullable String loadedBy,
        Instant loadedAt) {
    /** A file that it was read from. */
    public record Origin(DivisionFile file, String name, String sha256) {}

    public StoredDivision {
        files = List.copyOf(files);
    }
}
