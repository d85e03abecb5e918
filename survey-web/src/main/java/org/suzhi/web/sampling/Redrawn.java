package org.suzhi.web.sampling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.sampling.Draw;
import org.suzhi.sampling.DrawRecord;
import org.suzhi.sampling.ListDraw;

/**
 * A stored draw made again.
 *
 * @param lists persons drawn from lists; empty where the plan has none
 * @param record of what came out this time; the command line writes and checks the same
 */
public record Redrawn(StoredDraw stored, StoredFrame frame, Draw draw, ListDraw lists, DrawRecord record) {
    /** Whether the same came out as before. */
    public boolean same() {
        return sha256().equals(stored.sampleSha256());
    }

    /** The cases of each list, in the order of the draw. */
    public Map<String, List<Draws.ListCase>> listCases() {
        Map<String, List<Draws.ListCase>> cases = new LinkedHashMap<>();
        for (Draws.ListCase c : CaseLists.members(lists)) {
            cases.computeIfAbsent(c.drawn().member().list(), list -> new ArrayList<>())
                    .add(c);
        }
        return cases;
    }

    /** SHA-256 of all that was drawn. */
    public String sha256() {
        return record.sample();
    }
}
