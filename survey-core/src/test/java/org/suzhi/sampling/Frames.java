package org.suzhi.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Frames for tests. */
final class Frames {
    private Frames() {}

    /** One stratum of units with these sizes. */
    static List<Unit> stratum(String name, int... sizes) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            units.add(new Unit(
                    "%s-%02d".formatted(name, i + 1), "", "t01", name, "rural", sizes[i], Math.max(1, sizes[i] / 3)));
        }
        return units;
    }

    /** Sizes from 50 to 2,000, many small and few large. */
    static int[] sizes(int units, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(units)
                .mapToInt(u -> (int) (50 * Math.pow(40, u * u)))
                .toArray();
    }

    /** Two strata, of 12 and 20 units. */
    static Frame two() {
        List<Unit> units = new ArrayList<>(stratum("a", sizes(12, 1)));
        units.addAll(stratum("b", sizes(20, 2)));
        return Frame.of(units);
    }

    static DrawPlan plan(Method method, long seed) {
        return DrawPlan.of(
                seed,
                SecondStage.PERSONS,
                List.of(
                        new StratumPlan("a", 4, method, true, new Take.Fixed(10)),
                        new StratumPlan("b", 7, method, true, new Take.Proportional(0.05))));
    }
}
