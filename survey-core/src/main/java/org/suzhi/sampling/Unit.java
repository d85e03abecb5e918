package org.suzhi.sampling;

/**
 * A primary sampling unit of the frame: a village or community.
 *
 * @param code its name in all tables, unique in the frame
 * @param residence {@code urban}, {@code rural} or empty
 * @param size people of the population that live there: the measure of size and the number that persons are drawn from
 * @param households households that live there; 0 if the frame does not tell
 */
public record Unit(String code, String name, String town, String stratum, String residence, int size, int households) {}
