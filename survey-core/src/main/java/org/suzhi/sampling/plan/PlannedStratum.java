package org.suzhi.sampling.plan;

/**
 * A stratum as the allocation sees it. The values are checked when interviews are allocated.
 *
 * @param population people in it, from the frame
 * @param rate expected rate, above 0 and below 1
 * @param deff design effect within the stratum
 * @param responseRate interviews over invitations
 * @param cost price of one interview, in any unit; 1 where costs do not matter
 * @param minimum fewest interviews, 1 or more
 */
public record PlannedStratum(
        String stratum, long population, double rate, double deff, double responseRate, double cost, int minimum) {

    /** Everybody answers, at a price of 1; at least 2 interviews, which a variance needs. */
    public static PlannedStratum of(String stratum, long population, double rate) {
        return new PlannedStratum(stratum, population, rate, 1, 1, 1, 2);
    }

    public PlannedStratum withDeff(double effect) {
        return new PlannedStratum(stratum, population, rate, effect, responseRate, cost, minimum);
    }

    public PlannedStratum withResponseRate(double share) {
        return new PlannedStratum(stratum, population, rate, deff, share, cost, minimum);
    }

    public PlannedStratum withCost(double price) {
        return new PlannedStratum(stratum, population, rate, deff, responseRate, price, minimum);
    }

    public PlannedStratum withMinimum(int interviews) {
        return new PlannedStratum(stratum, population, rate, deff, responseRate, cost, interviews);
    }

    /** The standard deviation that the design makes of an answer of 0 or 1. */
    double deviation() {
        return Math.sqrt(deff * rate * (1 - rate));
    }

    /** The interviews that everybody invited would give. */
    int maximum() {
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(population * responseRate + 1e-9));
    }
}
