package org.suzhi.sampling;

/**
 * A member of a list that has been drawn.
 *
 * @param inclusionProbability members drawn over members of the list's stratum; of a reserve too
 * @param reserveRank 0 in the sample; 1, 2, ... in the order in which reserves are called upon
 * @param frames multiplicity: the number of lists, the sample of areas among them, from which the person can be drawn
 */
public record DrawnMember(ListMember member, double inclusionProbability, int reserveRank, int frames) {
    /** One over the probability to be drawn from this list. */
    public double designWeight() {
        return 1 / inclusionProbability;
    }

    /**
     * The weight in the samples put together, \( 1 / (\pi_i f_i) \): a person of f frames can come in f times, and each time
     * stands for a share of 1 / f (Mecatti 2007, "A single frame multiplicity estimator for multiple frame surveys").
     */
    public double combinedWeight() {
        return designWeight() / frames;
    }
}
