package org.suzhi.sampling.plan;

/**
 * The interviews of one stratum.
 *
 * @param exact before rounding
 * @param bound what kept it from its share
 */
public record AllocatedStratum(PlannedStratum stratum, double exact, int interviews, Bound bound) {

    /** Why a stratum does not have the share that the rule gives it. */
    public enum Bound {
        NONE,
        /** Raised to its minimum. */
        MINIMUM,
        /** Everybody who would answer is interviewed; the rest went to the other strata. */
        EVERYBODY
    }

    /** People to invite so that so many answer. */
    public int invitations() {
        return (int) Math.min((double) stratum.population(), Math.ceil(interviews / stratum.responseRate() - 1e-9));
    }

    /** Primary sampling units that hold the invitations, so many in each. */
    public int psus(int take) {
        return (invitations() + take - 1) / take;
    }

    public double cost() {
        return interviews * stratum.cost();
    }

    /**
     * The variance of the stratum's rate, \( deff\, \frac{p(1-p)}{n} \frac{N-n}{N-1} \).
     */
    public double variance() {
        double people = stratum.population();
        double deviation = stratum.deviation();
        return people < 2 ? 0 : deviation * deviation / interviews * (people - interviews) / (people - 1);
    }
}
