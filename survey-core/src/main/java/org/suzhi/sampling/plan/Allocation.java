package org.suzhi.sampling.plan;

import java.util.List;
import java.util.Map;
import org.suzhi.sampling.SamplingProblems;

/**
 * Interviews shared out among strata: \( n_h = \max(l_h, \min(u_h, \lambda a_h)) \) with \( a_h \) of the {@link
 * AllocationRule}, \( l_h \) the minimum, \( u_h \) everybody who would answer and \( \lambda \) such that the total is met;
 * for the optimal rules this is the optimum under the bounds (Cochran 1977, 5.8; Stenger and Gabler 2005). Whole numbers by
 * largest remainder; of equal remainders the first stratum's goes up.
 *
 * @param strata in the order given
 */
public record Allocation(List<AllocatedStratum> strata) {
    public Allocation {
        strata = List.copyOf(strata);
    }

    /**
     * Shares out a fixed number of interviews.
     *
     * @throws SamplingProblems with everything that is wrong; among it a total below the minima or above the population
     */
    public static Allocation ofInterviews(int interviews, List<PlannedStratum> strata, AllocationRule rule) {
        AllocationCheck.strata(strata);
        AllocationCheck.total(interviews, strata);
        return new Allocator(strata, rule, false).allocate(interviews);
    }

    /**
     * Spends a budget: as many interviews as it pays for at each stratum's price.
     *
     * @param budget in the unit of the prices, without fixed costs
     * @throws SamplingProblems with everything that is wrong; among it a budget that does not pay for the minima. A budget
     *     above the price of interviewing everybody is not spent
     */
    public static Allocation ofBudget(double budget, List<PlannedStratum> strata, AllocationRule rule) {
        AllocationCheck.strata(strata);
        AllocationCheck.budget(budget, strata);
        return new Allocator(strata, rule, true).allocate(budget);
    }

    /**
     * Takes numbers made by hand.
     *
     * @param interviews by stratum
     * @throws SamplingProblems with every stratum that has none, fewer than its minimum or more than there are people
     */
    public static Allocation given(Map<String, Integer> interviews, List<PlannedStratum> strata) {
        AllocationCheck.strata(strata);
        AllocationCheck.given(interviews, strata);
        return new Allocation(strata.stream()
                .map(stratum -> {
                    int number = interviews.getOrDefault(stratum.stratum(), 0);
                    return new AllocatedStratum(stratum, number, number, AllocatedStratum.Bound.NONE);
                })
                .toList());
    }

    public int interviews() {
        return strata.stream().mapToInt(AllocatedStratum::interviews).sum();
    }

    public int invitations() {
        return strata.stream().mapToInt(AllocatedStratum::invitations).sum();
    }

    public double cost() {
        return strata.stream().mapToDouble(AllocatedStratum::cost).sum();
    }

    /** The expected rate of the whole population, \( \sum_h W_h p_h \) with \( W_h = N_h / N \). */
    public double rate() {
        return strata.stream()
                .mapToDouble(s -> share(s.stratum()) * s.stratum().rate())
                .sum();
    }

    /** The variance of the whole population's rate, \( \sum_h W_h^2 V_h \). */
    public double variance() {
        return strata.stream()
                .mapToDouble(s -> share(s.stratum()) * share(s.stratum()) * s.variance())
                .sum();
    }

    /**
     * Half-width of the interval of the whole population's rate.
     *
     * @param df degrees of freedom; infinity for the normal distribution
     */
    public double margin(double level, double df) {
        return StudentT.quantile((1 + level) / 2, df) * Math.sqrt(variance());
    }

    /** The variance over that of a simple random sample of as many interviews: what clusters, strata and shares make of it. */
    public double deff() {
        return variance() * interviews() / (rate() * (1 - rate()));
    }

    private double share(PlannedStratum stratum) {
        return (double) stratum.population()
                / strata.stream().mapToLong(s -> s.stratum().population()).sum();
    }
}
