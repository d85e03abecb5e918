package org.suzhi.web.fieldwork;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store of population totals, in versions; of each wave at most one is in use. */
public interface MarginVersions {
    /** What is told of a version besides its cells. */
    record Origin(String fileName, String fileSha256, String note) {
        /** Of margins that came with the wave itself. */
        public static final Origin WAVE = new Origin("", "", "");
    }

    /** Stores a version, all or nothing, and returns its id; the first of a wave is in use from then on. */
    long add(long waveId, Origin origin, List<MarginCell> cells, @Nullable Long importedBy);

    /** The versions of a wave, the newest first. */
    List<MarginVersion> of(long waveId);

    Optional<MarginVersion> find(long versionId);

    /** The cells of a version in the order of its file. */
    List<MarginCell> cells(long versionId);

    /** Every variable that a version of the wave names. */
    Set<String> variables(long waveId);

    /** Puts a version in the place of the one in use. */
    void use(long waveId, long versionId, @Nullable Long chosenBy);
}
