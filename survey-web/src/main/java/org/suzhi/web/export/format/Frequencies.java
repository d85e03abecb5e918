package org.suzhi.web.export.format;

import java.util.OptionalLong;
import org.suzhi.microdata.MissingReason;
import org.suzhi.web.export.table.Cell;

/**
 * The counts of a variable's categories and missing answers that may be told: none below the smallest cell, and where one
 * alone would be held back, the next smallest too, since it could be found by subtracting from the total.
 */
final class Frequencies {
    private final long[] counts;
    private final boolean[] told;
    private final int categories;

    private Frequencies(long[] counts, boolean[] told, int categories) {
        this.counts = counts;
        this.told = told;
        this.categories = categories;
    }

    static Frequencies of(Profile profile, int variable, int categories, int smallestCell) {
        MissingReason[] reasons = MissingReason.values();
        long[] counts = new long[categories + reasons.length];
        for (int c = 0; c < categories; c++) {
            counts[c] = profile.count(variable, c);
        }
        for (MissingReason reason : reasons) {
            counts[categories + Cell.letter(reason) - 'a'] = profile.missing(variable, reason);
        }
        boolean[] told = new boolean[counts.length];
        int hidden = 0;
        int smallestTold = -1;
        for (int i = 0; i < counts.length; i++) {
            told[i] = counts[i] == 0 || counts[i] >= smallestCell;
            hidden += told[i] ? 0 : 1;
            if (told[i] && counts[i] > 0 && (smallestTold < 0 || counts[i] < counts[smallestTold])) {
                smallestTold = i;
            }
        }
        if (hidden == 1 && smallestTold >= 0) {
            told[smallestTold] = false;
        }
        return new Frequencies(counts, told, categories);
    }

    OptionalLong of(int category) {
        return told[category] ? OptionalLong.of(counts[category]) : OptionalLong.empty();
    }

    OptionalLong of(MissingReason reason) {
        return of(categories + Cell.letter(reason) - 'a');
    }
}
