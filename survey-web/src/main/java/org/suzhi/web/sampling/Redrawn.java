package org.suzhi.web.sampling;

import org.suzhi.sampling.Draw;
import org.suzhi.sampling.DrawRecord;

/**
 * A stored draw made again.
 *
 * @param record of what came out this time; the command line writes and checks the same
 */
public record Redrawn(StoredDraw stored, StoredFrame frame, Draw draw, DrawRecord record) {
    /** Whether the same came out as before. */
    public boolean same() {
        return sha256().equals(stored.sampleSha256());
    }

    /** SHA-256 of all that was drawn. */
    public String sha256() {
        return record.sample();
    }
}
