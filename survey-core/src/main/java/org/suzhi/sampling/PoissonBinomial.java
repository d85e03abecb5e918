package org.suzhi.sampling;

/** The distribution of the number of units in a Poisson sample, in which each unit comes in or not by itself. */
final class PoissonBinomial {
    private PoissonBinomial() {}

    /** The probabilities of 0 to N units. */
    static double[] of(double[] p) {
        double[] number = new double[p.length + 1];
        number[0] = 1;
        for (int i = 0; i < p.length; i++) {
            for (int k = i + 1; k >= 0; k--) {
                number[k] = (1 - p[i]) * number[k] + (k == 0 ? 0 : p[i] * number[k - 1]);
            }
        }
        return number;
    }

    /** The distribution without one unit; from the end at which the recursion does not enlarge errors. */
    static double[] without(double[] number, double p) {
        double[] rest = new double[number.length - 1];
        if (p < 0.5) {
            double below = 0;
            for (int k = 0; k < rest.length; k++) {
                below = (number[k] - p * below) / (1 - p);
                rest[k] = below;
            }
        } else {
            double above = 0;
            for (int k = rest.length - 1; k >= 0; k--) {
                above = (number[k + 1] - (1 - p) * above) / p;
                rest[k] = above;
            }
        }
        return rest;
    }
}
