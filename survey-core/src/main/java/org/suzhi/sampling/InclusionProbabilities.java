package org.suzhi.sampling;

import java.util.Arrays;

/**
 * Inclusion probabilities proportional to size for a fixed sample size.
 *
 * <p>\( \pi_i = n x_i / X \). Units for which this is 1 or more are taken with certainty; n and X are lowered by them and
 * the rest is looked at again, until none is left (Särndal, Swensson and Wretman 1992, 3.6.1). R: {@code
 * sampling::inclusionprobabilities}.
 */
final class InclusionProbabilities {
    private InclusionProbabilities() {}

    /** One probability a unit; exactly 1 for units that are certain and below 1 for all others. */
    static double[] of(long[] sizes, int n) {
        boolean[] certain = certain(sizes, n);
        long total = 0;
        int rest = n;
        for (int i = 0; i < sizes.length; i++) {
            total += certain[i] ? 0 : sizes[i];
            rest -= certain[i] ? 1 : 0;
        }
        double[] probabilities = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            probabilities[i] = certain[i] ? 1 : (double) rest * sizes[i] / total;
        }
        return probabilities;
    }

    static boolean[] certain(long[] sizes, int n) {
        boolean[] certain = new boolean[sizes.length];
        long total = Arrays.stream(sizes).sum();
        int rest = n;
        boolean more = true;
        while (more) {
            more = false;
            long totalHere = total;
            int restHere = rest;
            for (int i = 0; i < sizes.length; i++) {
                if (!certain[i] && restHere > 0 && restHere * sizes[i] >= totalHere) {
                    certain[i] = true;
                    total -= sizes[i];
                    rest--;
                    more = true;
                }
            }
        }
        return certain;
    }
}
