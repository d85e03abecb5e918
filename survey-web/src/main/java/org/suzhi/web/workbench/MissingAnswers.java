package org.suzhi.web.workbench;

import java.util.List;

/**
 * What is done where an answer is missing: refused or left open. "Don't know" is an answer.
 *
 * @param sets of imputation: how many completed tables
 * @param seed of imputation: the same seed gives the same tables
 */
public record MissingAnswers(Way way, int sets, int seed) {
    /** As responses were collected. */
    public static final MissingAnswers USUAL = new MissingAnswers(Way.COLLECTED, 10, 1);

    public static final List<Integer> SETS = List.of(5, 10, 20, 40);
    public static final int LARGEST_SEED = 9_999_999;

    /** What is done. */
    public enum Way {
        /** A scored item without an answer earns nothing, as in the published rate. */
        COLLECTED,
        /** Who left an item of the measure without an answer does not count. */
        COMPLETE,
        /** Multiple imputation by predictive mean matching. */
        PMM,
        /** Multiple imputation by a hot deck. */
        HOTDECK;

        public boolean isImputation() {
            return this == PMM || this == HOTDECK;
        }
    }
}
