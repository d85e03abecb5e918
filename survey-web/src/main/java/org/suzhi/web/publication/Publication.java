package org.suzhi.web.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run on its way to the public.
 *
 * @param waveId the newest wave of its run
 * @param replaces id of the publication that it corrects
 * @param reason of the correction
 * @param replacedBy id of the published correction of this one
 * @param proposed who proposed it; of an automatic run published by the server itself nobody
 */
public record Publication(
        long id,
        long runId,
        AnalysisRun.Kind kind,
        long waveId,
        State state,
        @Nullable Long replaces,
        String reason,
        @Nullable Long replacedBy,
        @Nullable Deed proposed,
        @Nullable Deed reviewed,
        @Nullable Deed published) {
    /** How far it has come. */
    public enum State {
        DRAFT,
        REVIEWED,
        PUBLISHED
    }

    /** Who did something and when; no person for the server itself. */
    public record Deed(AnalysisRun.@Nullable Author by, Instant at) {}

    public boolean isPublished() {
        return state == State.PUBLISHED;
    }

    /** Whether it is what holds today. */
    public boolean isCurrent() {
        return isPublished() && replacedBy == null;
    }
}
