package org.suzhi.web.publication;

import java.util.List;
import org.suzhi.analysis.indicator.Parts;

/**
 * A published wave taken apart: the companion of its figures, from the same rows and weights, so that shares times rates add
 * up to the published rate.
 *
 * @param smallestCell fewest responses of a part whose numbers are shown
 * @param cuts one for each dimension, and one for each group: its members and all others
 */
public record WaveParts(int smallestCell, List<Cut> cuts) {
    /** The level of a group's cut that holds all who are not in it. */
    public static final String REST = "rest";

    /**
     * The population by disjoint levels.
     *
     * @param dimension as in {@link Figure}
     * @param levels those with responses
     * @param counts responses of each
     */
    public record Cut(String dimension, List<String> levels, List<Integer> counts, Parts parts) {
        public Cut {
            levels = List.copyOf(levels);
            counts = List.copyOf(counts);
        }
    }

    public WaveParts {
        cuts = List.copyOf(cuts);
    }
}
