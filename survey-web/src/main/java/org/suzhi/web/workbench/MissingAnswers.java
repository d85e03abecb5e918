package org.suzhi.web.workbench;

import org.suzhi.microdata.Extract;

/**
 * What is done where an answer is missing: refused or left open. "Don't know" is an answer.
 *
 * @param sets of imputation: how many completed tables
 * @param seed of imputation: the same seed gives the same tables
 */
public record MissingAnswers(Way way, int sets, int seed) {
    /** As responses were collected. */
    public static final MissingAnswers USUAL = new MissingAnswers(Way.COLLECTED, 10, 1);

    public static final int LARGEST_SEED = 9_999_999;

    /** So often are variables gone through that predict each other. */
    static final int ITERATIONS = 5;

    /** Products of a regression; more take minutes. */
    private static final double MOST_WORK = 1e11;

    /** Whether it can be waited for: predictive mean matching fits each open item in each set several times. */
    public boolean isQuick(Scored scored) {
        double open = way == Way.PMM ? scored.open(scored.columns()).size() : 0;
        double rows = scored.rows().map(Extract::rows).orElse(0);
        return sets * ITERATIONS * open * rows * Math.pow(3 * open + 40, 2) / 2 <= MOST_WORK;
    }

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
