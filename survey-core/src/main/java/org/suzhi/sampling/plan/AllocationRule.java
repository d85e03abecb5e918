package org.suzhi.sampling.plan;

import java.util.List;

/** In what proportion interviews fall to the strata. */
public sealed interface AllocationRule {
    /** What the stratum's number of interviews is proportional to; above 0. */
    double share(PlannedStratum stratum);

    /** \( n_h \propto N_h \): the sample is the population on a small scale. */
    static AllocationRule proportional() {
        return new Proportional();
    }

    /** The same number in each stratum. */
    static AllocationRule equal() {
        return new Equal();
    }

    /**
     * \( n_h \propto N_h S_h \), \( S_h^2 = deff_h\, p_h (1 - p_h) \): the smallest variance of the whole population's rate
     * for the number of interviews (Neyman 1934; Cochran 1977, 5.5).
     */
    static AllocationRule neyman() {
        return new Neyman(false);
    }

    /** \( n_h \propto N_h S_h / \sqrt{c_h} \): the smallest variance for the money spent. */
    static AllocationRule neymanWithCosts() {
        return new Neyman(true);
    }

    /**
     * \( n_h \propto X_h^q S_h / \bar Y_h \), \( X_h = N_h p_h \): the smallest sum of \( (X_h^q CV_h)^2 \). From q = 0,
     * where strata are about equally exact whatever their size, to q = 1, which is Neyman. Source: Bankier (1988), "Power allocations: determining sample sizes for subnational areas", The American
     * Statistician 42, 174-177.
     *
     * @param exponent q, from 0 to 1
     */
    static AllocationRule power(double exponent) {
        if (!(exponent >= 0 && exponent <= 1)) {
            Ranges.check(List.of(Ranges.problem("exponent", exponent, "exponent")));
        }
        return new Power(exponent);
    }

    /** See {@link AllocationRule#proportional}. */
    record Proportional() implements AllocationRule {
        @Override
        public double share(PlannedStratum stratum) {
            return stratum.population();
        }
    }

    /** See {@link AllocationRule#equal}. */
    record Equal() implements AllocationRule {
        @Override
        public double share(PlannedStratum stratum) {
            return 1;
        }
    }

    /** See {@link AllocationRule#neyman}. */
    record Neyman(boolean costs) implements AllocationRule {
        @Override
        public double share(PlannedStratum stratum) {
            return stratum.population() * stratum.deviation() / (costs ? Math.sqrt(stratum.cost()) : 1);
        }
    }

    /** See {@link AllocationRule#power}. */
    record Power(double exponent) implements AllocationRule {
        @Override
        public double share(PlannedStratum stratum) {
            return Math.pow(stratum.population() * stratum.rate(), exponent) * stratum.deviation() / stratum.rate();
        }
    }
}
