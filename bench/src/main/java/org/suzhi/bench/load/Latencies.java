package org.suzhi.bench.load;

import java.util.Arrays;
import java.util.Locale;

/** The times of one phase's operations, in nanoseconds. */
final class Latencies {
    private long[] times = new long[1 << 14];
    private int count;

    synchronized void add(long nanos) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = nanos;
    }

    synchronized double perSecond(double seconds) {
        return count / seconds;
    }

    synchronized int count() {
        return count;
    }

    /** Median and 99th percentile in milliseconds. */
    synchronized String describe() {
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return count == 0
                ? "-"
                : String.format(Locale.ROOT, "p50 %6.1f ms  p99 %6.1f ms", at(sorted, 0.5), at(sorted, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
    }
}
