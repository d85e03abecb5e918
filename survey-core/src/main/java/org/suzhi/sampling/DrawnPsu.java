package org.suzhi.sampling;

import java.util.List;

/**
 * A primary sampling unit that has been drawn.
 *
 * @param inclusionProbability probability to be in the sample; of a reserve unit too, since a substitute takes the weight
 *     that it would have had itself
 * @param certain whether it is always in the sample
 * @param reserveRank 0 in the sample; 1, 2, ... for the units that are called upon, in this order, when one falls out
 * @param population persons or households that the visits were drawn from
 * @param visits ascending by line
 * @param reserveVisits in the order in which they are called upon
 */
public record DrawnPsu(
        Unit unit,
        double inclusionProbability,
        boolean certain,
        int reserveRank,
        int population,
        List<Visit> visits,
        List<Visit> reserveVisits) {
    public DrawnPsu {
        visits = List.copyOf(visits);
        reserveVisits = List.copyOf(reserveVisits);
    }

    /** The number of persons or households to visit. */
    public int invited() {
        return visits.size();
    }

    /** The probability of a person or household of this unit to be visited, given the unit. */
    public double secondInclusionProbability() {
        return (double) invited() / population;
    }

    /** One over the product of both probabilities: the design weight of a person, or of a household. */
    public double designWeight() {
        return population / (inclusionProbability * invited());
    }
}
