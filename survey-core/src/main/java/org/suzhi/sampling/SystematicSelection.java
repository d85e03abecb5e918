package org.suzhi.sampling;

import java.util.Arrays;

/**
 * Systematic sampling with probability proportional to size (Madow 1949): the sizes lie end to end on a line, and a ruler
 * with n marks, one interval apart, is laid on it with a random start.
 *
 * <p>With whole sizes \( x_i \), cumulated \( C_i \) and total \( X \), a start \( s \) uniform on \( 0 .. X - 1 \) draws
 * unit i exactly if a multiple of X plus s lies in \( [n C_{i-1}, n C_i) \); no rounding enters. What is drawn changes only
 * where s passes one of the N break points \( n C_i \bmod X \), so the joint probabilities are sums of lengths between
 * them. Many are 0: neighbours in the order are never drawn together unless both are large.
 *
 * <p>Source: W. G. Madow (1949), "On the theory of systematic sampling, II"; joint probabilities as in Hidiroglou and Gray
 * (1980), AS 146, by enumeration. R: {@code sampling::UPsystematicpi2}.
 */
final class SystematicSelection implements Selection {
    @Override
    public int[] select(long[] sizes, int n, RandomStream random) {
        long total = Arrays.stream(sizes).sum();
        return drawn(sizes, n, total, random.below(total));
    }

    private static int[] drawn(long[] sizes, int n, long total, long start) {
        int[] drawn = new int[n];
        int count = 0;
        long cumulated = 0;
        for (int i = 0; i < sizes.length && count < n; i++) {
            cumulated += sizes[i];
            if (Math.multiplyExact(n, cumulated) > start + count * total) {
                drawn[count++] = i;
            }
        }
        return drawn;
    }

    @Override
    public double[][] joint(long[] sizes, int n, int[] of) {
        long total = Arrays.stream(sizes).sum();
        int[] placeOf = new int[sizes.length];
        Arrays.fill(placeOf, -1);
        for (int a = 0; a < of.length; a++) {
            placeOf[of[a]] = a;
        }
        long[] starts = breakPoints(sizes, n, total);
        long[][] lengths = new long[of.length][of.length];
        for (int k = 0; k < starts.length; k++) {
            long length = (k + 1 < starts.length ? starts[k + 1] : total) - starts[k];
            int[] together = Arrays.stream(drawn(sizes, n, total, starts[k]))
                    .map(i -> placeOf[i])
                    .filter(a -> a >= 0)
                    .toArray();
            for (int a : together) {
                for (int b : together) {
                    lengths[a][b] += length;
                }
            }
        }
        return Selection.matrix(sizes, n, of, (i, j) -> (double) lengths[placeOf[i]][placeOf[j]] / total);
    }

    /** The starts at which another sample begins, ascending, 0 first. */
    private static long[] breakPoints(long[] sizes, int n, long total) {
        long[] points = new long[sizes.length];
        long cumulated = 0;
        for (int i = 0; i < sizes.length; i++) {
            cumulated += sizes[i];
            points[i] = Math.multiplyExact(n, cumulated) % total;
        }
        return Arrays.stream(points).sorted().distinct().toArray();
    }
}
