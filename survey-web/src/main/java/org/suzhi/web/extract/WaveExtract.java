package org.suzhi.web.extract;

import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

/**
 * The rows of a wave: approved responses that belong to its sample and its target population, and cases that ended without
 * one.
 *
 * @param received responses stored for the wave, used or not
 * @param sha256 of the rows as CSV, in hex: a figure can be traced back to them
 */
public record WaveExtract(Extract table, int received, String sha256) {
    /** How many of the rows left a scored item without an answer. */
    public int incomplete() {
        if (!table.has("unanswered") || !(table.column("unanswered") instanceof NumericColumn unanswered)) {
            return 0;
        }
        int incomplete = 0;
        for (int i = 0; i < unanswered.size(); i++) {
            incomplete += unanswered.value(i) > 0 ? 1 : 0;
        }
        return incomplete;
    }
}
