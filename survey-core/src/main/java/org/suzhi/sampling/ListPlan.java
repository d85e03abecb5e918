package org.suzhi.sampling;

import java.util.List;

/**
 * A sample drawn from a list of persons, such as cadres, beside the sample of areas.
 *
 * @param list name of the list
 */
public record ListPlan(String list, List<ListStratum> strata) {
    public ListPlan {
        strata = List.copyOf(strata);
    }

    /** The number of members drawn from one stratum of the list by simple random sampling. */
    public record ListStratum(String stratum, int members) {}
}
