package org.suzhi.sampling;

import java.util.Arrays;

/**
 * Tillé's elimination procedure: from all units one is left out at each step until n remain.
 *
 * <p>With \( \pi(i|k) \) the inclusion probabilities proportional to size for sample size k (units that are certain at that
 * size have 1), the step from k + 1 to k units leaves out unit i with probability \( r_{ki} = 1 - \pi(i|k) / \pi(i|k+1) \).
 * \[ \pi_i = \prod_{k=n}^{N-1} (1 - r_{ki}), \qquad \pi_{ij} = \prod_{k=n}^{N-1} (1 - r_{ki} - r_{kj}) \]
 *
 * <p>Pairs of which both are left out at the last steps alone may have 0 when n is 2; the Yates-Grundy conditions hold.
 *
 * <p>Source: Y. Tillé (1996), "An elimination procedure for unequal probability sampling without replacement", Biometrika
 * 83, 238-241. R: {@code sampling::UPtille}, {@code UPtillepi2}.
 */
final class EliminationSelection implements Selection {
    @Override
    public int[] select(long[] sizes, int n, RandomStream random) {
        double[][] leave = leaving(sizes, n);
        int[] left = new int[sizes.length];
        Arrays.setAll(left, i -> i);
        for (int step = 0; step < leave.length; step++) {
            left = without(left, pick(left, leave[step], random.uniform()));
        }
        return left;
    }

    private static int pick(int[] left, double[] leave, double uniform) {
        double sum = 0;
        for (int i : left) {
            sum += leave[i];
        }
        double rest = uniform * sum;
        int last = 0;
        for (int place = 0; place < left.length; place++) {
            if (leave[left[place]] > 0) {
                last = place;
                rest -= leave[left[place]];
                if (rest < 0) {
                    break;
                }
            }
        }
        return last;
    }

    private static int[] without(int[] left, int place) {
        int[] fewer = new int[left.length - 1];
        System.arraycopy(left, 0, fewer, 0, place);
        System.arraycopy(left, place + 1, fewer, place, fewer.length - place);
        return fewer;
    }

    @Override
    public double[][] joint(long[] sizes, int n, int[] of) {
        double[][] leave = leaving(sizes, n);
        return Selection.matrix(sizes, n, of, (i, j) -> {
            double product = 1;
            for (double[] step : leave) {
                product *= Math.max(0, 1 - step[i] - step[j]);
            }
            return product;
        });
    }

    /** The probability of each unit to be left out, by step: from N to N - 1 units first, to n units last. */
    private static double[][] leaving(long[] sizes, int n) {
        double[][] leave = new double[sizes.length - n][];
        double[] before = new double[sizes.length];
        Arrays.fill(before, 1);
        for (int k = sizes.length - 1; k >= n; k--) {
            double[] now = InclusionProbabilities.of(sizes, k);
            double[] step = new double[sizes.length];
            for (int i = 0; i < step.length; i++) {
                step[i] = now[i] == 1 ? 0 : 1 - now[i] / before[i];
            }
            leave[sizes.length - 1 - k] = step;
            before = now;
        }
        return leave;
    }
}
