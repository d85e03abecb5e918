package org.suzhi.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What many samples say about the estimate of one rate.
 *
 * @param n mean number of respondents
 * @param bias mean estimate less the truth
 * @param sd standard deviation of the estimates: the true standard error
 * @param meanSe mean of the estimated standard errors
 * @param coverage share of the samples whose interval holds the truth; a sample without an interval counts as a miss
 * @param truthBelow share of the samples whose interval lies above the truth
 * @param truthAbove share of the samples whose interval lies below the truth
 * @param without number of samples that give no interval (an estimate of 0, or none)
 */
record Performance(
        double n,
        double bias,
        double sd,
        double meanSe,
        double coverage,
        double truthBelow,
        double truthAbove,
        long without) {

    /** Samples that have no estimate at all count in {@code without} and in the coverage only. */
    static Performance of(double truth, List<WaveEstimate> samples) {
        List<WaveEstimate> estimates =
                samples.stream().filter(e -> !Double.isNaN(e.rate())).toList();
        double mean = mean(estimates, WaveEstimate::rate);
        double squares = mean(estimates, e -> (e.rate() - mean) * (e.rate() - mean)) * estimates.size();
        return new Performance(
                mean(samples, WaveEstimate::n),
                mean - truth,
                Math.sqrt(squares / (estimates.size() - 1)),
                mean(estimates, WaveEstimate::se),
                mean(samples, e -> e.lower() <= truth && truth <= e.upper() ? 1 : 0),
                mean(samples, e -> truth < e.lower() ? 1 : 0),
                mean(samples, e -> truth > e.upper() ? 1 : 0),
                samples.stream().filter(e -> !e.hasInterval()).count());
    }

    /** Bias in units of the true standard error. */
    double relativeBias() {
        return bias / sd;
    }

    /** Mean estimated over true standard error: 1 when the errors are right on average. */
    double seRatio() {
        return meanSe / sd;
    }

    /** In the order of the samples, so that the sum is the same in every run. */
    private static double mean(List<WaveEstimate> samples, ToDoubleFunction<WaveEstimate> value) {
        double sum = 0;
        for (WaveEstimate sample : samples) {
            sum += value.applyAsDouble(sample);
        }
        return sum / samples.size();
    }
}
