package org.suzhi.analysis.design;

import java.math.BigInteger;

/**
 * A Hadamard matrix by Sylvester's doubling and Paley's two constructions, with a first row and column of ones (Paley 1933).
 */
final class Hadamard {
    private final boolean[][] positive;

    private Hadamard(boolean[][] positive) {
        this.positive = positive;
    }

    /** The smallest one these constructions give whose order is above n. */
    static Hadamard ofOrderAbove(int n) {
        for (int order = Math.max(2, n + 1); ; order++) {
            if (constructible(order)) {
                return new Hadamard(normalized(build(order)));
            }
        }
    }

    int order() {
        return positive.length;
    }

    boolean positive(int row, int column) {
        return positive[row][column];
    }

    private static boolean constructible(int order) {
        if (order <= 2) {
            return order >= 1;
        }
        return order % 4 == 0 && (paleyOne(order) || paleyTwo(order) || constructible(order / 2));
    }

    private static boolean paleyOne(int order) {
        int q = order - 1;
        return q % 4 == 3 && prime(q);
    }

    private static boolean paleyTwo(int order) {
        int q = order / 2 - 1;
        return order % 2 == 0 && q % 4 == 1 && q > 1 && prime(q);
    }

    private static boolean prime(int q) {
        return BigInteger.valueOf(q).isProbablePrime(30);
    }

    private static boolean[][] build(int order) {
        if (order == 1) {
            return new boolean[][] {{true}};
        }
        if (order > 2 && constructible(order / 2) && order % 2 == 0 && (order / 2 <= 2 || order / 2 % 4 == 0)) {
            return doubled(build(order / 2));
        }
        if (order == 2) {
            return new boolean[][] {{true, true}, {true, false}};
        }
        return paleyOne(order) ? paley(order) : paleyDouble(order);
    }

    private static boolean[][] doubled(boolean[][] h) {
        int n = h.length;
        boolean[][] twice = new boolean[2 * n][2 * n];
        for (int i = 0; i < 2 * n; i++) {
            for (int j = 0; j < 2 * n; j++) {
                twice[i][j] = h[i % n][j % n] ^ (i >= n && j >= n);
            }
        }
        return twice;
    }

    private static int residue(int a, int q) {
        int value = Math.floorMod(a, q);
        if (value == 0) {
            return 0;
        }
        boolean square = BigInteger.valueOf(value)
                .modPow(BigInteger.valueOf((q - 1) / 2), BigInteger.valueOf(q))
                .equals(BigInteger.ONE);
        return square ? 1 : -1;
    }

    /** I + S with S skew-symmetric: order q + 1, q ≡ 3 (mod 4). */
    private static boolean[][] paley(int order) {
        int q = order - 1;
        boolean[][] h = new boolean[order][order];
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                if (i == 0) {
                    h[i][j] = true;
                } else if (j == 0) {
                    h[i][j] = false;
                } else {
                    h[i][j] = i == j || residue(i - j, q) > 0;
                }
            }
        }
        return h;
    }

    /** A symmetric conference matrix with 0 and ±1 replaced by 2 × 2 blocks: order 2(q + 1), q ≡ 1 (mod 4). */
    private static boolean[][] paleyDouble(int order) {
        int m = order / 2;
        int q = m - 1;
        boolean[][] h = new boolean[order][order];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                int c = i == j ? 0 : i == 0 || j == 0 ? 1 : residue(i - j, q);
                for (int a = 0; a < 2; a++) {
                    for (int b = 0; b < 2; b++) {
                        boolean last = a == 1 && b == 1;
                        boolean value = c == 0 ? a == 0 && b == 0 : (c > 0) != last;
                        h[2 * i + a][2 * j + b] = value;
                    }
                }
            }
        }
        return h;
    }

    private static boolean[][] normalized(boolean[][] h) {
        int n = h.length;
        for (int j = 0; j < n; j++) {
            if (!h[0][j]) {
                for (int i = 0; i < n; i++) {
                    h[i][j] = !h[i][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            if (!h[i][0]) {
                for (int j = 0; j < n; j++) {
                    h[i][j] = !h[i][j];
                }
            }
        }
        return h;
    }
}
