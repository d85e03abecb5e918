package org.suzhi.analysis.estimate;

import org.suzhi.analysis.variance.SmoothStatistic;

/** Log-odds of proportions, whose replicates give the variance that a logistic model's intercept has under replication. */
final class LogOdds implements SmoothStatistic {
    private final int variables;

    LogOdds(int variables) {
        this.variables = variables;
    }

    @Override
    public int outputs() {
        return variables;
    }

    @Override
    public double value(double[] totals, int output) {
        double p = totals[output + 1] / totals[0];
        return Math.log(p / (1 - p));
    }

    @Override
    public void gradient(double[] totals, int output, double[] gradient) {
        double p = totals[output + 1] / totals[0];
        gradient[output + 1] = 1 / (totals[0] * p * (1 - p));
        gradient[0] = -1 / (totals[0] * (1 - p));
    }
}
