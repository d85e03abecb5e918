package org.suzhi.web.weighting;

import java.util.Arrays;
import java.util.List;

/**
 * Weights before and after a step counted in the same bins, from 0 to the largest.
 *
 * @param width of a bin
 * @param before rows by bin
 * @param after rows by bin
 */
public record Histogram(double width, List<Integer> before, List<Integer> after) {
    private static final int BINS = 40;

    public Histogram {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static Histogram of(double[] before, double[] after) {
        double most = Math.max(max(before), max(after));
        double width = most > 0 ? most / BINS : 1;
        return new Histogram(width, counts(before, width), counts(after, width));
    }

    private static double max(double[] weights) {
        return Arrays.stream(weights).max().orElse(0);
    }

    /** Rows without weight are not counted. */
    private static List<Integer> counts(double[] weights, double width) {
        int[] counts = new int[BINS];
        for (double w : weights) {
            if (w > 0) {
                counts[Math.min(BINS - 1, (int) (w / width))]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }
}
