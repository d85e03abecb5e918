package org.suzhi.analysis.design;

/** A weighting step already fitted for the sample and for every replicate, ready to be applied to replicate weights. */
public interface WeightStep {
    /**
     * Changes the weights of one replicate in place.
     *
     * @param replicate 0-based
     * @param weights the replicate's weights, one a row
     */
    void apply(int replicate, double[] weights);
}
