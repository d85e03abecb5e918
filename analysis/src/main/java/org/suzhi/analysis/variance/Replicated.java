package org.suzhi.analysis.variance;

import org.suzhi.analysis.design.Replicates;

/**
 * Variances from replicates: \(V = c \sum_r c_r (\hat\theta_r - \bar\theta)^2\) with \(\bar\theta\) the mean of the
 * replicates whose \(c_r\) is positive, or the full-sample estimate. Replicates without a value for any of the estimates are
 * left out.
 */
public final class Replicated implements Covariances {
    private final Replicates replicates;
    private final double[] estimates;
    private final double[][] values;

    /**
     * @param replicates scales
     * @param estimates full-sample estimates
     * @param values estimates by replicate
     */
    public Replicated(Replicates replicates, double[] estimates, double[][] values) {
        this.replicates = replicates;
        this.estimates = estimates.clone();
        this.values = values;
    }

    @Override
    public int size() {
        return estimates.length;
    }

    @Override
    public double variance(int i) {
        return covariance(i, i);
    }

    @Override
    public double covariance(int i, int j) {
        double meanI = estimates[i];
        double meanJ = estimates[j];
        if (Double.isNaN(meanI) || Double.isNaN(meanJ)) {
            return Double.NaN;
        }
        if (!replicates.mse()) {
            meanI = 0;
            meanJ = 0;
            int used = 0;
            for (int r = 0; r < values.length; r++) {
                if (replicates.rscale(r) > 0 && there(r, i, j)) {
                    meanI += values[r][i];
                    meanJ += values[r][j];
                    used++;
                }
            }
            meanI /= used;
            meanJ /= used;
        }
        double sum = 0;
        boolean any = false;
        for (int r = 0; r < values.length; r++) {
            if (there(r, i, j)) {
                any = true;
                sum += replicates.rscale(r) * (values[r][i] - meanI) * (values[r][j] - meanJ);
            }
        }
        return any ? replicates.scale() * sum : Double.NaN;
    }

    private boolean there(int r, int i, int j) {
        return !Double.isNaN(values[r][i]) && !Double.isNaN(values[r][j]);
    }
}
