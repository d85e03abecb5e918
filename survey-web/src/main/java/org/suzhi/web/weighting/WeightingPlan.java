package org.suzhi.web.weighting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan as saved; it never changes.
 *
 * @param number counted within the wave, from 1
 * @param marginVersion id of the margins that it calibrates to; null where it does not
 * @param accepted whether the wave's rate is weighted by it now
 */
public record WeightingPlan(
        long id,
        long waveId,
        int number,
        WeightingChoices choices,
        @Nullable Long marginVersion,
        String note,
        String savedBy,
        Instant savedAt,
        boolean accepted) {
    /** The same plan with another rule by which small nonresponse classes are merged. */
    public WeightingPlan collapsing(String rule) {
        return new WeightingPlan(
                id, waveId, number, choices.collapsing(rule), marginVersion, note, savedBy, savedAt, accepted);
    }
}
