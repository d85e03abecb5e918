package org.suzhi.sampling;

/**
 * Draws a fixed number of units without replacement from a stratum so that unit i comes in with probability n size_i / sum of
 * sizes; every one of these is below 1.
 */
interface Selection {
    /** The places of the drawn units, ascending. */
    int[] select(long[] sizes, int n, RandomStream random);

    /**
     * The joint inclusion probabilities of some of the units, given by their places, with the inclusion probabilities on the
     * diagonal. Only where {@link Method#hasJointProbabilities}.
     */
    double[][] joint(long[] sizes, int n, int[] of);

    /** The probabilities of the units themselves, and for pairs what {@code pair} says. */
    static double[][] matrix(long[] sizes, int n, int[] of, Pair pair) {
        double total = 0;
        for (long size : sizes) {
            total += size;
        }
        double[][] joint = new double[of.length][of.length];
        for (int a = 0; a < of.length; a++) {
            joint[a][a] = n * sizes[of[a]] / total;
            for (int b = 0; b < a; b++) {
                joint[a][b] = pair.probability(of[a], of[b]);
                joint[b][a] = joint[a][b];
            }
        }
        return joint;
    }

    /** The joint probability of the units at two places. */
    interface Pair {
        double probability(int i, int j);
    }
}
