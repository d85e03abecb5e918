package org.suzhi.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws the persons or households to visit in one unit; reserves come from a stream of their own or from behind the
 * sample, so that asking for more of them changes nothing else.
 */
final class Visits {
    private Visits() {}

    /**
     * The places from 0 of a systematic sample with interval N / m, which need not be whole: a start s uniform on 0 .. N - 1
     * in steps of 1 / m of a place, then place \( \lfloor (s + k N) / m \rfloor \); each has probability m / N.
     */
    static int[] systematic(int population, int take, RandomStream random) {
        long start = random.below((long) population);
        return IntStream.range(0, take)
                .map(k -> (int) ((start + (long) k * population) / take))
                .toArray();
    }

    /** First the visits, then the reserves. */
    static List<List<Visit>> draw(DrawPlan plan, Unit unit, int take) {
        int population = plan.secondStage().population(unit);
        RandomStream random = RandomStream.of(plan.seed(), "visit", unit.code());
        int[] drawn;
        int[] reserve;
        if (plan.secondStage() == SecondStage.PERSONS) {
            int[] order = IntStream.range(0, population).toArray();
            random.shuffle(order, take + plan.reserveUnits());
            drawn = Arrays.stream(order).limit(take).sorted().toArray();
            reserve = Arrays.copyOfRange(order, take, take + plan.reserveUnits());
        } else {
            drawn = systematic(population, take, random);
            boolean[] taken = new boolean[population];
            Arrays.stream(drawn).forEach(place -> taken[place] = true);
            int[] rest = IntStream.range(0, population)
                    .filter(place -> !taken[place])
                    .toArray();
            RandomStream.of(plan.seed(), "reserve-visit", unit.code()).shuffle(rest, plan.reserveUnits());
            reserve = Arrays.copyOf(rest, plan.reserveUnits());
        }
        boolean kish = plan.secondStage() == SecondStage.HOUSEHOLDS_KISH;
        RandomStream tables = RandomStream.of(plan.seed(), "kish", unit.code());
        return List.of(visits(drawn, kish ? tables : null), visits(reserve, kish ? tables : null));
    }

    private static List<Visit> visits(int[] places, @Nullable RandomStream kish) {
        List<KishTable> tables = kish == null ? List.of() : KishTable.assign(places.length, kish);
        List<Visit> visits = new ArrayList<>();
        for (int v = 0; v < places.length; v++) {
            visits.add(new Visit(places[v] + 1, tables.isEmpty() ? null : tables.get(v)));
        }
        return visits;
    }
}
