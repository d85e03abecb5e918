package org.suzhi.web.sampling;

import java.time.Instant;

/**
 * A draw as kept: what it was made of, so that it can be made again, and the hash of what came out.
 *
 * @param plan as YAML
 * @param sampleSha256 of all that was drawn, as {@link org.suzhi.sampling.DrawRecord} has it
 */
public record StoredDraw(
        long id,
        long waveId,
        long frameId,
        String frameSha256,
        String plan,
        long seed,
        String engineVersion,
        String sampleSha256,
        String drawnBy,
        Instant drawnAt) {}
