package org.suzhi.analysis.weighting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suzhi.analysis.AnalysisProblem;

/** Classes of cells within which weight is moved, and how they came to be merged. */
final class WeightingClasses {
    /** One class: its cells in their order, rows and weights of those that take up weight and of those that give it. */
    static final class One {
        private final List<Integer> cells = new ArrayList<>();
        private int takers;
        private int givers;
        private double taken;
        private double given;

        private void take(One other) {
            cells.addAll(other.cells);
            cells.sort(null);
            takers += other.takers;
            givers += other.givers;
            taken += other.taken;
            given += other.given;
        }

        private One copy() {
            One copy = new One();
            copy.take(this);
            return copy;
        }

        List<Integer> cells() {
            return cells;
        }

        int takers() {
            return takers;
        }

        int givers() {
            return givers;
        }

        double given() {
            return given;
        }

        /** Weighted share of those that take. */
        double rate() {
            return taken / (taken + given);
        }

        double factor() {
            return given == 0 ? 1 : (taken + given) / taken;
        }

        private boolean empty() {
            return takers == 0;
        }
    }

    private final List<String> names;
    private final List<One> classes = new ArrayList<>();
    private final List<ClassAdjustment.Merger> mergers = new ArrayList<>();

    private WeightingClasses(List<String> names) {
        this.names = names;
    }

    /**
     * Every cell that has rows a class of its own.
     *
     * @param cellOfRow cell of every row that takes or gives, −1 for the others
     * @param gives whether a row gives
     */
    static WeightingClasses of(List<String> names, int[] cellOfRow, boolean[] gives, double[] weights) {
        WeightingClasses made = new WeightingClasses(names);
        One[] all = new One[names.size()];
        for (int i = 0; i < cellOfRow.length; i++) {
            int c = cellOfRow[i];
            if (c < 0) {
                continue;
            }
            One one = all[c] == null ? new One() : all[c];
            all[c] = one;
            if (gives[i]) {
                one.givers++;
                one.given += weights[i];
            } else {
                one.takers++;
                one.taken += weights[i];
            }
        }
        for (int c = 0; c < all.length; c++) {
            if (all[c] != null) {
                all[c].cells.add(c);
                made.classes.add(all[c]);
            }
        }
        return made;
    }

    List<One> classes() {
        return classes;
    }

    List<ClassAdjustment.Merger> mergers() {
        return mergers;
    }

    String name(One one) {
        return String.join(" + ", one.cells.stream().map(names::get).toList());
    }

    WeightingClasses copy() {
        WeightingClasses copy = new WeightingClasses(names);
        classes.forEach(one -> copy.classes.add(one.copy()));
        return copy;
    }

    /** Merges the cells that were named together. */
    void mergeGroups(List<List<String>> groups) {
        Set<String> seen = new LinkedHashSet<>();
        for (List<String> group : groups) {
            Optional<One> first = Optional.empty();
            for (String cell : group) {
                if (!names.contains(cell)) {
                    throw new AnalysisProblem("collapse_unknown_cell", cell, String.join("; ", names));
                }
                if (!seen.add(cell)) {
                    throw new AnalysisProblem("collapse_cell_twice", cell);
                }
                int c = names.indexOf(cell);
                Optional<One> here =
                        classes.stream().filter(one -> one.cells.contains(c)).findFirst();
                if (first.isPresent() && here.isPresent()) {
                    merge(first.get(), here.get(), ClassAdjustment.Reason.GIVEN);
                } else {
                    first = first.or(() -> here);
                }
            }
        }
    }

    /** Merges classes that are too small until none is, or none is left to merge with. */
    void mergeSmall(CollapseRule rule) {
        Optional<One> small = worst(rule);
        while (small.isPresent() && classes.size() > 1) {
            One one = small.get();
            merge(one, partner(one, rule.by()), reason(one, rule));
            small = worst(rule);
        }
    }

    /** The class with the fewest takers among those that are too small. */
    Optional<One> worst(CollapseRule rule) {
        One worst = null;
        for (One one : classes) {
            if (small(one, rule) && (worst == null || one.takers < worst.takers)) {
                worst = one;
            }
        }
        return Optional.ofNullable(worst);
    }

    /** The first class that gives weight which none can take. */
    Optional<One> empty() {
        return classes.stream().filter(One::empty).findFirst();
    }

    static boolean small(One one, CollapseRule rule) {
        return one.empty() || one.takers < rule.minimum() || one.factor() > rule.maxFactor();
    }

    private static ClassAdjustment.Reason reason(One one, CollapseRule rule) {
        return one.empty()
                ? ClassAdjustment.Reason.EMPTY
                : one.takers < rule.minimum() ? ClassAdjustment.Reason.MINIMUM : ClassAdjustment.Reason.MAX_FACTOR;
    }

    private One partner(One one, CollapseRule.By by) {
        int place = classes.indexOf(one);
        One best = null;
        for (int k = 0; k < classes.size(); k++) {
            One other = classes.get(k);
            boolean candidate = k != place && (by != CollapseRule.By.ORDER || Math.abs(k - place) == 1);
            if (candidate && (best == null || distance(one, other) < distance(one, best))) {
                best = other;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no other class");
        }
        return best;
    }

    private static double distance(One a, One b) {
        return Math.abs(a.rate() - b.rate());
    }

    private void merge(One one, One with, ClassAdjustment.Reason reason) {
        mergers.add(new ClassAdjustment.Merger(name(one), name(with), reason, one.takers, one.rate(), with.rate()));
        boolean before = classes.indexOf(one) < classes.indexOf(with);
        One kept = before ? one : with;
        One gone = before ? with : one;
        kept.take(gone);
        classes.remove(gone);
    }
}
