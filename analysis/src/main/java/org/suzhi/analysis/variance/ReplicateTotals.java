package org.suzhi.analysis.variance;

import org.suzhi.analysis.design.Replicates;

/** Domain totals under every set of replicate weights. */
final class ReplicateTotals {
    private ReplicateTotals() {}

    /** Totals by replicate, then domain × variables. */
    static double[][] of(DomainTotals totals, Replicates replicates) {
        int domains = totals.domains().count();
        int variables = totals.variables();
        double[][] all = new double[replicates.count()][domains * variables];
        for (int k = 0; k < variables; k++) {
            double[][] sums = replicates.sums(totals.domains().toArray(), domains, totals.column(k));
            for (int r = 0; r < all.length; r++) {
                for (int d = 0; d < domains; d++) {
                    all[r][d * variables + k] = sums[r][d];
                }
            }
        }
        return all;
    }
}
