package org.suzhi.web.collection;

import org.jspecify.annotations.Nullable;

/**
 * A stored revision of a response, as found by its instanceID.
 *
 * @param latest number of the response's newest revision
 * @param sha256 of the submission's XML, in hex
 * @param submittedBy id of the user who sent the response at first
 */
public record StoredRevision(
        long responseId,
        int revision,
        int latest,
        String sha256,
        long waveId,
        @Nullable Long submittedBy) {
    public boolean isLatest() {
        return revision == latest;
    }
}
