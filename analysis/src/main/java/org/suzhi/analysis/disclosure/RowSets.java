package org.suzhi.analysis.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sets of rows that cells are made of, and small sets that can be computed from them. Rows that are alike in all cells
 * are one class, so that only the number of classes counts, not that of respondents.
 */
final class RowSets {
    private final int[] sizes;
    private final Map<BitSet, RowSet> byClasses = new LinkedHashMap<>();

    private RowSets(int[] sizes) {
        this.sizes = sizes;
    }

    /** The sets of cells, each once; then the sets below the limit that sums and differences of the cells give. */
    static List<RowSet> of(Collection<Cell> cells, int limit) {
        List<Cell> all = cells.stream().filter(c -> !c.rows().isEmpty()).toList();
        BitSet rows = new BitSet();
        all.forEach(c -> rows.or(c.rows()));
        Map<BitSet, Integer> classOf = new HashMap<>();
        List<Integer> sizes = new ArrayList<>();
        List<BitSet> classes = all.stream().map(c -> new BitSet()).toList();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            BitSet signature = new BitSet(all.size());
            for (int c = 0; c < all.size(); c++) {
                signature.set(c, all.get(c).rows().get(row));
            }
            Integer one = classOf.putIfAbsent(signature, sizes.size());
            if (one == null) {
                for (int c = signature.nextSetBit(0); c >= 0; c = signature.nextSetBit(c + 1)) {
                    classes.get(c).set(sizes.size());
                }
                sizes.add(1);
            } else {
                sizes.set(one, sizes.get(one) + 1);
            }
        }
        RowSets sets = new RowSets(sizes.stream().mapToInt(Integer::intValue).toArray());
        for (int c = 0; c < all.size(); c++) {
            sets.add(all.get(c), classes.get(c));
        }
        sets.addComputable(limit);
        return List.copyOf(sets.byClasses.values());
    }

    private void add(Cell cell, BitSet classes) {
        RowSet set = byClasses.computeIfAbsent(classes, c -> new RowSet(c, size(c), cell.id()));
        switch (cell.standing()) {
            case OPEN -> set.cells.add(cell.id());
            case FIXED -> set.fixed = true;
            case SECRET -> set.sensitive = true;
        }
        set.shown |= cell.standing() != Cell.Standing.SECRET;
    }

    private int size(BitSet classes) {
        return classes.stream().map(c -> sizes[c]).sum();
    }

    /**
     * Adds the small sets that two cells have in common or that one has without the other, where their count follows from the
     * counts of all cells together.
     */
    private void addComputable(int limit) {
        List<RowSet> shown = byClasses.values().stream().filter(s -> s.shown).toList();
        Span span = Span.of(shown);
        for (RowSet a : shown) {
            for (RowSet b : shown) {
                if (a != b && a.classes.intersects(b.classes)) {
                    BitSet without = (BitSet) a.classes.clone();
                    without.andNot(b.classes);
                    add(without, a.name + " − " + b.name, limit, span);
                    BitSet both = (BitSet) a.classes.clone();
                    both.and(b.classes);
                    add(both, a.name + " ∩ " + b.name, limit, span);
                }
            }
        }
    }

    private void add(BitSet classes, String name, int limit, Span span) {
        RowSet set = new RowSet(classes, size(classes), name);
        if (set.isSmall(limit) && !byClasses.containsKey(classes) && span.contains(classes)) {
            byClasses.put(classes, set);
        }
    }
}
