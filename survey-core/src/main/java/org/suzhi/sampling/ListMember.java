package org.suzhi.sampling;

/**
 * A person on a list such as that of cadres, by a number and no name.
 *
 * @param member the same person has the same one on every list
 * @param unit primary sampling unit in which the person lives; empty if the list does not tell or it is not in the frame
 * @param town where the person is to be found; empty if neither unit nor list tell
 * @param inAreas whether the sample of areas can draw the person too
 */
public record ListMember(String list, String member, String stratum, String unit, String town, boolean inAreas) {}
