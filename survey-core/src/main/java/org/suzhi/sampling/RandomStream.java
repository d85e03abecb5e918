package org.suzhi.sampling;

/**
 * A stream of random numbers named by a seed and words, such as stage and stratum: the same names give the same numbers on
 * every machine, and drawing from one stratum changes nothing in another.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", figure 16);
 * the state it begins with is the seed mixed with each UTF-16 unit of the words by the same finalizer. It is written out
 * because a draw must be replayable whatever the class library.
 */
public final class RandomStream {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    public static RandomStream of(long seed, String... words) {
        long state = mix(seed + GOLDEN);
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                state = mix(state ^ (word.charAt(i) + 1) * GOLDEN);
            }
            state = mix(state + GOLDEN);
        }
        return new RandomStream(state);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform on [0, 1), a multiple of 2^-53. */
    double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** Uniform on 0 .. bound - 1, without the bias of a remainder. */
    long below(long bound) {
        long bits = next() >>> 1;
        long value = bits % bound;
        while (bits - value + (bound - 1) < 0) {
            bits = next() >>> 1;
            value = bits % bound;
        }
        return value;
    }

    int below(int bound) {
        return (int) below((long) bound);
    }

    /** Puts the first {@code count} places of the array in random order, drawn from all of it (Fisher and Yates). */
    void shuffle(int[] array, int count) {
        for (int i = 0; i < count; i++) {
            int j = i + below(array.length - i);
            int swapped = array[i];
            array[i] = array[j];
            array[j] = swapped;
        }
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
