package org.suzhi.analysis.weighting;

/** What became of a sampled person, for weighting; written in data by one letter. */
public enum Disposition {
    /** Eligible and answered. */
    R,
    /** Eligible, did not answer. */
    N,
    /** Not eligible: moved away, outside the ages. */
    I,
    /** Not known whether eligible. */
    U
}
