package org.suzhi.analysis.design;

/** What a stratum with a single PSU adds to the variance. */
public enum LonelyPsu {
    /** Refuse: the variance cannot be estimated. */
    FAIL,
    /** Nothing: the stratum is left out. */
    REMOVE,
    /** Nothing: the PSU was selected with certainty. */
    CERTAINTY,
    /** The squared distance of the PSU's total from the mean of all PSU totals. */
    ADJUST,
    /** The average of the other strata. */
    AVERAGE
}
