package org.suzhi.web.division;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored divisions of work. */
public interface Divisions {
    /** The newest edition of a survey's division. */
    Optional<StoredDivision> newest(long surveyId);

    /**
     * Stores an edition, all or nothing.
     *
     * @param loadedBy id of the user, or null for the server itself
     * @return its id
     */
    long add(long surveyId, Division division, List<StoredDivision.Origin> files, @Nullable Long loadedBy);
}
