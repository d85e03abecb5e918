package org.suzhi.sampling;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Systematic sampling after the units have been put in random order. The joint probabilities over all orders have no
 * practicable exact form (Hartley and Rao 1962 approximate them); an analysis takes the method {@code hartley-rao}.
 */
final class RandomOrderSelection implements Selection {
    private final Selection systematic = new SystematicSelection();

    @Override
    public int[] select(long[] sizes, int n, RandomStream random) {
        int[] order = IntStream.range(0, sizes.length).toArray();
        random.shuffle(order, order.length);
        long[] ordered = Arrays.stream(order).mapToLong(i -> sizes[i]).toArray();
        return Arrays.stream(systematic.select(ordered, n, random))
                .map(place -> order[place])
                .sorted()
                .toArray();
    }

    @Override
    public double[][] joint(long[] sizes, int n, int[] of) {
        throw new UnsupportedOperationException(
                "systematic selection in random order has no exact joint probabilities");
    }
}
