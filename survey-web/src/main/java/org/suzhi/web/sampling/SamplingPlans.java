package org.suzhi.web.sampling;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The store of what a wave's sample is planned for. */
public interface SamplingPlans {
    /** The fields as they were filled in. */
    record Saved(Map<String, String> fields, Instant at) {
        public Saved {
            fields = Map.copyOf(fields);
        }
    }

    Optional<Saved> find(long waveId);

    /** Replaces the wave's plan. */
    void save(long waveId, Map<String, String> fields, long userId);
}
