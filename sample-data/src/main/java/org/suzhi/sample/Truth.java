package org.suzhi.sample;

/**
 * What is true of the whole fictional population of one domain in one year.
 *
 * @param dimension {@code all, group, town, sex, age, education} or {@code residence}
 * @param level the code within the dimension; empty for {@code all}
 * @param adults number of persons
 * @param basic persons with a score of 55 or more, who include the literate
 * @param literate persons with a score of 70 or more, who include the advanced
 * @param advanced persons with a score of 85 or more
 * @param scoreTotal sum of the 100-point scores
 */
public record Truth(
        int year, String dimension, String level, int adults, int basic, int literate, int advanced, long scoreTotal) {

    /** The true rate of the literate, 0 to 1. */
    public double rate() {
        return (double) literate / adults;
    }

    /** The true mean score, 0 to 100. */
    public double meanScore() {
        return (double) scoreTotal / adults;
    }
}
