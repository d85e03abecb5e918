package org.suzhi.web.weighting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of plans and of who accepted which. */
public interface WeightingPlans {
    /** Who put a plan in force, or went back to none. */
    record Acceptance(@Nullable Integer plan, String acceptedBy, Instant acceptedAt) {}

    /** Stores a plan and returns its number. */
    int add(long waveId, WeightingChoices choices, @Nullable Long marginVersion, String note, long savedBy);

    /** The plans of a wave, the newest first. */
    List<WeightingPlan> of(long waveId);

    Optional<WeightingPlan> accepted(long waveId);

    /** The newest acceptance of a wave; empty where there was none. */
    Optional<Acceptance> acceptance(long waveId);

    /** Puts a plan in force; null goes back to raking the base weights. */
    void accept(long waveId, @Nullable Long planId, long acceptedBy);
}
