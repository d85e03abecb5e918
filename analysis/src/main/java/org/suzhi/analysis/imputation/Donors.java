package org.suzhi.analysis.imputation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;

/** Possible donors in the order of their fitted values. */
final class Donors {
    private final int[] rows;
    private final double[] fitted;
    private final int wanted;

    Donors(int[] rows, double[] fitted, int wanted) {
        int[] order = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> fitted[i]).thenComparing(i -> rows[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.rows = Arrays.stream(order).map(i -> rows[i]).toArray();
        this.fitted = Arrays.stream(order).mapToDouble(i -> fitted[i]).toArray();
        this.wanted = Math.min(wanted, rows.length);
    }

    /** Draws one of the nearest; who is as near as the last of them is one of them too. */
    int near(double prediction, RandomGenerator random) {
        int at = Arrays.binarySearch(fitted, prediction);
        int high = at >= 0 ? at : -at - 1;
        int low = high;
        while (high - low < wanted) {
            boolean down =
                    high == fitted.length || (low > 0 && prediction - fitted[low - 1] <= fitted[high] - prediction);
            if (down) {
                low--;
            } else {
                high++;
            }
        }
        double farthest = Math.max(Math.abs(prediction - fitted[low]), Math.abs(fitted[high - 1] - prediction));
        while (low > 0 && prediction - fitted[low - 1] <= farthest) {
            low--;
        }
        while (high < fitted.length && fitted[high] - prediction <= farthest) {
            high++;
        }
        return rows[low + random.nextInt(high - low)];
    }
}
