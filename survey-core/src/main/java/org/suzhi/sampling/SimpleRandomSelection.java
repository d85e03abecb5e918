package org.suzhi.sampling;

/**
 * Simple random sampling without replacement: every set of n of the N units is as likely. \( \pi_{ij} = n (n - 1) / (N (N -
 * 1)) \).
 *
 * <p>Selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S). R: {@code sampling::srswor}.
 */
final class SimpleRandomSelection implements Selection {
    @Override
    public int[] select(long[] sizes, int n, RandomStream random) {
        return select(sizes.length, n, random);
    }

    static int[] select(int units, int n, RandomStream random) {
        int[] drawn = new int[n];
        int count = 0;
        for (int i = 0; count < n; i++) {
            if (random.below((long) units - i) < n - count) {
                drawn[count++] = i;
            }
        }
        return drawn;
    }

    @Override
    public double[][] joint(long[] sizes, int n, int[] of) {
        double units = sizes.length;
        return Selection.matrix(sizes, n, of, (i, j) -> n * (n - 1) / (units * (units - 1)));
    }
}
