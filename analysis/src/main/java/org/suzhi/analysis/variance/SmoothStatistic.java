package org.suzhi.analysis.variance;

/** Estimates that are smooth functions of one domain's weighted totals. */
public interface SmoothStatistic {
    /** Number of estimates. */
    int outputs();

    /**
     * One estimate.
     *
     * @param totals the totals of 1 and of the variables
     * @param output which estimate
     */
    double value(double[] totals, int output);

    /** Fills the derivatives of one estimate by the totals. */
    void gradient(double[] totals, int output, double[] gradient);
}
