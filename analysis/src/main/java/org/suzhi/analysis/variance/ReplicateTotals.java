package org.suzhi.analysis.variance;

import java.util.stream.IntStream;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.design.Stage;
import org.suzhi.analysis.design.SurveyDesign;

/** Domain totals under every set of replicate weights. */
final class ReplicateTotals {
    private ReplicateTotals() {}

    /**
     * Totals by replicate, then domain × variables. Replicates that are factors of first-stage units need only the table of
     * unit totals; others pass over the rows. Each replicate is one task, so threads do not change a digit.
     */
    static double[][] of(DomainTotals totals, Replicates replicates) {
        double[][] byReplicate = new double[replicates.count()][];
        IntStream.range(0, replicates.count())
                .parallel()
                .forEach(r -> byReplicate[r] =
                        replicates.byUnit() ? totals.weighted(r, replicates) : overRows(totals, replicates, r));
        return byReplicate;
    }

    private static double[] overRows(DomainTotals totals, Replicates replicates, int replicate) {
        SurveyDesign design = totals.design();
        Domains domains = totals.domains();
        int variables = totals.variables();
        double[] weights = new double[design.rows()];
        replicates.weights(replicate, weights);
        double[] sums = new double[domains.count() * variables];
        for (int i = 0; i < weights.length; i++) {
            int c = domains.of(i);
            double w = weights[i];
            if (c >= 0 && w != 0) {
                int at = c * variables;
                sums[at] += w;
                for (int k = 1; k < variables; k++) {
                    sums[at + k] += w * totals.value(k, i);
                }
            }
        }
        return sums;
    }

    /** The first-stage unit of every finest unit. */
    static int[] firstStageUnits(SurveyDesign design) {
        Stage first = design.stages().get(0);
        return design.unitsOf(first);
    }
}
