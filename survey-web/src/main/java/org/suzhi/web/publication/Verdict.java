package org.suzhi.web.publication;

/**
 * How a wave stands against the target.
 *
 * @param code met, likely_met, not_settled, likely_short or short
 * @param probability that the rate meets the target, as the sampling error has it
 * @param oneSidedLower lower bound of the one-sided 95 % interval
 */
public record Verdict(
        String code, double probability, int year, double estimate, double lower, double upper, double oneSidedLower) {}
