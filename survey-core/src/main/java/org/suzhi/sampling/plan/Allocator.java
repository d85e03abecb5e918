package org.suzhi.sampling.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the factor that meets a total within the bounds, then whole numbers. */
final class Allocator {
    private final List<PlannedStratum> strata;
    private final double[] share;
    private final double[] price;

    /** @param priced whether the total is money; else it is interviews */
    Allocator(List<PlannedStratum> strata, AllocationRule rule, boolean priced) {
        this.strata = strata;
        share = strata.stream().mapToDouble(rule::share).toArray();
        price = strata.stream().mapToDouble(s -> priced ? s.cost() : 1).toArray();
    }

    Allocation allocate(double total) {
        double[] exact = bounded(factor(total));
        int[] whole = whole(exact, total);
        List<AllocatedStratum> rows = new ArrayList<>();
        for (int h = 0; h < whole.length; h++) {
            rows.add(new AllocatedStratum(strata.get(h), exact[h], whole[h], bound(h, exact[h])));
        }
        return new Allocation(rows);
    }

    /**
     * What is spent grows with the factor along a line with a bend where a stratum leaves its minimum or reaches its maximum;
     * the total is met on one straight piece of it.
     */
    private double factor(double total) {
        double[] bends = IntStream.range(0, share.length)
                .boxed()
                .flatMap(h -> List.of(
                        strata.get(h).minimum() / share[h], strata.get(h).maximum() / share[h])
                        .stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int piece = 1;
        while (piece < bends.length - 1 && spent(bounded(bends[piece])) < total) {
            piece++;
        }
        double low = spent(bounded(bends[piece - 1]));
        double high = spent(bounded(bends[piece]));
        double along = high > low ? Math.max(0, Math.min(1, (total - low) / (high - low))) : 1;
        return bends[piece - 1] + along * (bends[piece] - bends[piece - 1]);
    }

    private double[] bounded(double factor) {
        double[] exact = new double[share.length];
        for (int h = 0; h < exact.length; h++) {
            exact[h] = Math.max(strata.get(h).minimum(), Math.min(strata.get(h).maximum(), factor * share[h]));
        }
        return exact;
    }

    private double spent(double[] interviews) {
        double sum = 0;
        for (int h = 0; h < interviews.length; h++) {
            sum += price[h] * interviews[h];
        }
        return sum;
    }

    /** Rounded down, then one more by largest remainder wherever the total still pays for it. */
    private int[] whole(double[] exact, double total) {
        int[] whole =
                Arrays.stream(exact).mapToInt(x -> (int) Math.floor(x + 1e-9)).toArray();
        double left = total * (1 + 1e-12);
        for (int h = 0; h < whole.length; h++) {
            left -= price[h] * whole[h];
        }
        List<Integer> byRemainder = IntStream.range(0, whole.length)
                .boxed()
                .sorted(Comparator.comparingDouble(h -> -Math.rint((exact[h] - whole[h]) * 1e9)))
                .toList();
        for (int h : byRemainder) {
            if (whole[h] < strata.get(h).maximum() && whole[h] < exact[h] - 1e-9 && price[h] <= left) {
                whole[h]++;
                left -= price[h];
            }
        }
        return whole;
    }

    private AllocatedStratum.Bound bound(int h, double exact) {
        if (exact >= strata.get(h).maximum()) {
            return AllocatedStratum.Bound.EVERYBODY;
        }
        return exact <= strata.get(h).minimum() ? AllocatedStratum.Bound.MINIMUM : AllocatedStratum.Bound.NONE;
    }
}
