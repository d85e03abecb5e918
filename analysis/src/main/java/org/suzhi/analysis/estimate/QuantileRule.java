package org.suzhi.analysis.estimate;

import java.util.Arrays;

/**
 * Sample quantiles with weights: the inverse of the weighted distribution function ({@link #MATH}), its mid-point form
 * ({@link #SCHOOL}), and Hyndman and Fan's nine definitions with observations taken as often as their weight (Hyndman and
 * Fan 1996; R survey's qrule). Observations with equal values keep their order.
 */
public enum QuantileRule {
    MATH,
    SCHOOL,
    HF1,
    HF2,
    HF3,
    HF4,
    HF5,
    HF6,
    HF7,
    HF8,
    HF9;

    /** Sorted values with their cumulative weights; sums are compensated so that ties of the distribution are seen. */
    static final class Sorted {
        private final double[] x;
        private final double[] w;
        private final double[] cumulative;

        /** Values and positive weights in row order. */
        Sorted(double[] values, double[] weights) {
            int n = values.length;
            long[] order = order(values);
            x = new double[n];
            w = new double[n];
            cumulative = new double[n];
            double sum = 0;
            double rest = 0;
            for (int i = 0; i < n; i++) {
                int row = (int) order[i];
                x[i] = values[row];
                w[i] = weights[row];
                double next = sum + w[i];
                rest += sum >= w[i] ? (sum - next) + w[i] : (w[i] - next) + sum;
                sum = next;
                cumulative[i] = sum + rest;
            }
        }

        /** Row numbers in stable order of value: values that are few are counted, others sorted as keys. */
        private static long[] order(double[] values) {
            int n = values.length;
            double[] distinct = values.clone();
            Arrays.parallelSort(distinct);
            int count = 0;
            for (int i = 0; i < n; i++) {
                if (i == 0 || distinct[i] != distinct[i - 1]) {
                    distinct[count++] = distinct[i];
                }
            }
            int[] next = new int[count + 1];
            int[] place = new int[n];
            for (int i = 0; i < n; i++) {
                place[i] = Arrays.binarySearch(distinct, 0, count, values[i]);
                if (place[i] < 0) {
                    place[i] = 0;
                }
                next[place[i] + 1]++;
            }
            for (int k = 0; k < count; k++) {
                next[k + 1] += next[k];
            }
            long[] order = new long[n];
            for (int i = 0; i < n; i++) {
                order[next[place[i]]++] = i;
            }
            return order;
        }

        int size() {
            return x.length;
        }

        double value(int i) {
            return x[i];
        }

        private double total() {
            return cumulative[x.length - 1];
        }

        /** Equal values as one, for {@link #HF3}. */
        private Sorted merged() {
            double[] values = new double[x.length];
            double[] weights = new double[x.length];
            int m = -1;
            for (int i = 0; i < x.length; i++) {
                if (m < 0 || values[m] != x[i]) {
                    values[++m] = x[i];
                }
                weights[m] += w[i];
            }
            return new Sorted(Arrays.copyOf(values, m + 1), Arrays.copyOf(weights, m + 1));
        }
    }

    /** The quantile at a probability; NaN for a probability that is none. */
    double of(Sorted s, double p) {
        if (Double.isNaN(p) || s.size() == 0) {
            return Double.NaN;
        }
        return switch (this) {
            case HF5 -> interpolated(s, p, 0.5, 0, 0);
            case HF6 -> interpolated(s, p, 1, 1, 0);
            case HF7 -> interpolated(s, p, 0, 0, 1);
            case HF8 -> interpolated(s, p, 2.0 / 3, 1.0 / 3, 0);
            case HF9 -> interpolated(s, p, 5.0 / 8, 1.0 / 4, 0);
            default -> stepped(this == HF3 ? s.merged() : s, p);
        };
    }

    private double stepped(Sorted s, double p) {
        double total = s.total();
        int low = lastAtMost(s, p * total);
        int high = Math.min(low + 1, s.size() - 1);
        double below = p - s.cumulative[low] / total;
        double above = s.cumulative[high] / total - p;
        double lowValue = s.x[low];
        double highValue = s.x[high];
        return switch (this) {
            case MATH, HF1 -> below == 0 ? lowValue : highValue;
            case HF3 -> below == 0 && (low + 1) % 2 == 0 ? lowValue : highValue;
            case HF4 -> {
                double share = below / (above + below);
                yield lowValue * (1 - share) + highValue * share;
            }
            default -> below == 0 ? (lowValue + highValue) / 2 : highValue;
        };
    }

    /** The last place where the cumulative weight is at most a limit; the first when there is none. */
    private static int lastAtMost(Sorted s, double limit) {
        int low = 0;
        int high = s.size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (s.cumulative[mid] <= limit) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return Math.max(low - 1, 0);
    }

    /**
     * Linear between the points (p_k, x_k) with p_k = (cumulative before + part · w_k)/(total + last · w_n), or total without
     * the last weight.
     */
    private static double interpolated(Sorted s, double p, double part, double last, double without) {
        int n = s.size();
        double wn = s.w[n - 1];
        double base = without > 0 ? (n > 1 ? s.cumulative[n - 2] : s.total()) : s.total() + last * wn;
        int low = -1;
        int high = n;
        while (high - low > 1) {
            int mid = (low + high) >>> 1;
            if (place(s, mid, part, base) <= p) {
                low = mid;
            } else {
                high = mid;
            }
        }
        if (low < 0) {
            return s.x[0];
        }
        if (high == n) {
            return s.x[n - 1];
        }
        double a = place(s, low, part, base);
        double b = place(s, high, part, base);
        return s.x[low] + (s.x[high] - s.x[low]) * ((p - a) / (b - a));
    }

    private static double place(Sorted s, int k, double part, double base) {
        double before = k == 0 ? 0 : s.cumulative[k - 1];
        return (before * (1 - part) + s.cumulative[k] * part) / base;
    }
}
