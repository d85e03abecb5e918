package org.suzhi.sample;

/**
 * A village drawn at stage one.
 *
 * @param inclusionProbability probability that stage one draws this village
 * @param invited adults drawn at stage two by simple random sampling
 */
public record SampledVillage(Village village, double inclusionProbability, int invited) {

    /** The weight of an invited adult, \( 1 / (\pi_i \, m_i / N_i) \). */
    public double designWeight() {
        return village.adults() / (inclusionProbability * invited);
    }
}
