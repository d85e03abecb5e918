package org.suzhi.web.sampling;

import org.suzhi.sampling.Draw;

/**
 * A stored draw made again.
 *
 * @param sha256 of what came out this time
 */
public record Redrawn(StoredDraw stored, StoredFrame frame, Draw draw, String sha256) {
    /** Whether the same came out as before. */
    public boolean same() {
        return sha256.equals(stored.sampleSha256());
    }
}
