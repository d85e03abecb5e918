package org.suzhi.web.publication;

/**
 * One published number. Rates and their bounds are proportions, 0 to 1; a mean score is in points.
 *
 * @param dimension "all", "group", "town", "sex", "age", "education" or "residence"
 * @param level code within the dimension, such as "farmers", "t01", "male" or "18-29"; "" for the whole
 * @param n responses in the domain
 * @param lower lower bound of the 95 % interval
 * @param upper upper bound of the 95 % interval
 * @param publishable false for a cell too small to show; its numbers must not reach a reader
 */
public record Figure(
        String dimension,
        String level,
        int n,
        double estimate,
        double se,
        double lower,
        double upper,
        double df,
        double deff,
        double effectiveN,
        boolean publishable) {}
