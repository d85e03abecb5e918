package org.suzhi.web.fieldwork;

/**
 * A primary sampling unit (village) of a wave's sample.
 *
 * @param inclusionProbability of the unit at the first stage, in (0, 1]
 * @param population persons of the target population living in it
 * @param invited persons drawn in it at the second stage, by simple random sampling
 */
public record SampledPsu(
        String code,
        String townCode,
        String stratum,
        String residence,
        double inclusionProbability,
        int population,
        int invited) {
    /** 1 / (first-stage probability x second-stage probability): the persons that one drawn person stands for. */
    public double designWeight() {
        return population / (inclusionProbability * invited);
    }
}
