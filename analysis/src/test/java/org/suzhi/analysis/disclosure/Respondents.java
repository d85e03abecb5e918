package org.suzhi.analysis.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.suzhi.analysis.disclosure.Cell.Standing;

/** Made-up respondents, each with a category of every variable, and the cells of their tables. */
final class Respondents {
    final List<int[]> rows = new ArrayList<>();
    final int[] sizes;

    Respondents(int... sizes) {
        this.sizes = sizes;
    }

    /** Adds so many of a kind. */
    Respondents add(int count, int... categories) {
        for (int i = 0; i < count; i++) {
            rows.add(categories);
        }
        return this;
    }

    /** Counts of every crossing between 0 and {@code most}, small ones more often. */
    static Respondents random(Random random, int most, int... sizes) {
        Respondents all = new Respondents(sizes);
        int[] at = new int[sizes.length];
        do {
            double u = random.nextDouble();
            all.add((int) Math.round(most * u * u), at.clone());
        } while (next(at, sizes));
        return all;
    }

    private static boolean next(int[] at, int[] sizes) {
        for (int v = 0; v < at.length; v++) {
            if (++at[v] < sizes[v]) {
                return true;
            }
            at[v] = 0;
        }
        return false;
    }

    BitSet where(Predicate<int[]> holds) {
        BitSet set = new BitSet(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            set.set(i, holds.test(rows.get(i)));
        }
        return set;
    }

    Cell whole() {
        return Cell.of("all", where(r -> true), Standing.FIXED);
    }

    /** The cells of the crossing of some variables, named by the categories with {@code .} for the variables left out. */
    List<Cell> table(int... variables) {
        List<Cell> cells = new ArrayList<>();
        int[] limits = new int[sizes.length];
        Arrays.fill(limits, 1);
        for (int v : variables) {
            limits[v] = sizes[v];
        }
        int[] at = new int[sizes.length];
        do {
            int[] wanted = at.clone();
            StringBuilder name = new StringBuilder();
            for (int v = 0; v < sizes.length; v++) {
                int variable = v;
                name.append(Arrays.stream(variables).anyMatch(x -> x == variable) ? String.valueOf(at[v]) : ".");
            }
            cells.add(Cell.of(
                    name.toString(),
                    where(r -> Arrays.stream(variables).allMatch(v -> r[v] == wanted[v])),
                    Standing.OPEN));
        } while (next(at, limits));
        return cells;
    }
}
