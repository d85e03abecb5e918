package org.suzhi.analysis.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.suzhi.analysis.design.Replicates;

/** Values and variances of a smooth statistic in every domain, by linearization or by replicates as the design says. */
public final class StatisticVariance {
    private final double[] values;
    private final Covariances covariances;

    private StatisticVariance(double[] values, Covariances covariances) {
        this.values = values;
        this.covariances = covariances;
    }

    /** Estimates in order of domain, then output. */
    public static StatisticVariance of(DomainTotals totals, SmoothStatistic statistic) {
        int domains = totals.domains().count();
        int k = totals.variables();
        int outputs = statistic.outputs();
        double[] values = new double[domains * outputs];
        List<Linearized.Combination> combinations = new ArrayList<>();
        Optional<Replicates> replicates = totals.design().replicates();
        double[] t = new double[k];
        double[] gradient = new double[k];
        for (int d = 0; d < domains; d++) {
            for (int v = 0; v < k; v++) {
                t[v] = totals.total(d, v);
            }
            for (int o = 0; o < outputs; o++) {
                values[d * outputs + o] = statistic.value(t, o);
                if (replicates.isEmpty()) {
                    Arrays.fill(gradient, 0);
                    statistic.gradient(t, o, gradient);
                    combinations.add(new Linearized.Combination(d, gradient));
                }
            }
        }
        Covariances covariances = replicates.isPresent()
                ? replicated(totals, statistic, replicates.get(), values)
                : new Linearized(totals, combinations);
        return new StatisticVariance(values, covariances);
    }

    private static Covariances replicated(
            DomainTotals totals, SmoothStatistic statistic, Replicates replicates, double[] values) {
        double[][] byReplicate = ReplicateTotals.of(totals, replicates);
        int k = totals.variables();
        int outputs = statistic.outputs();
        double[][] estimates = new double[byReplicate.length][values.length];
        for (int r = 0; r < byReplicate.length; r++) {
            for (int d = 0; d < totals.domains().count(); d++) {
                double[] t = Arrays.copyOfRange(byReplicate[r], d * k, (d + 1) * k);
                for (int o = 0; o < outputs; o++) {
                    estimates[r][d * outputs + o] = statistic.value(t, o);
                }
            }
        }
        return new Replicated(replicates, values, estimates);
    }

    /** An estimate. */
    public double value(int i) {
        return values[i];
    }

    public Covariances covariances() {
        return covariances;
    }
}
