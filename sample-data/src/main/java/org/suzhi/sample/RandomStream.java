package org.suzhi.sample;

/**
 * A stream of random numbers named by a seed, a purpose and up to three keys; the same name gives the same numbers on
 * every machine.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", figure
 * 16), written out here because the sequence must not change with the class library.
 */
final class RandomStream {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    static RandomStream of(long seed, Purpose purpose, long key1, long key2, long key3) {
        long state = mix(seed + GOLDEN);
        state = mix(state ^ purpose.key() * GOLDEN);
        state = mix(state ^ key1 * GOLDEN + 1);
        state = mix(state ^ key2 * GOLDEN + 2);
        return new RandomStream(mix(state ^ key3 * GOLDEN + 3));
    }

    long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform on [0, 1). */
    double uniform() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform on 0 .. bound - 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Standard normal, by Box and Muller (1958). */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Standard logistic. */
    double logistic() {
        double u = uniform() * (1 - 0x1p-52) + 0x1p-53;
        return StrictMath.log(u / (1 - u));
    }

    /** An index drawn with probability proportional to its weight. */
    int index(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = uniform() * sum;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    break;
                }
            }
        }
        return last;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
