package org.suzhi.analysis.design;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.NumericColumn;

/** Dense integer keys 0..count-1 of the values in a column, in order of appearance. */
final class Keys {
    private final int[] keys;
    private final int count;

    private Keys(int[] keys, int count) {
        this.keys = keys;
        this.count = count;
    }

    int count() {
        return count;
    }

    int of(int row) {
        return keys[row];
    }

    /** One key for all rows. */
    static Keys single(int rows) {
        return new Keys(new int[rows], 1);
    }

    /** Every row its own key. */
    static Keys rows(int rows) {
        int[] keys = new int[rows];
        Arrays.setAll(keys, i -> i);
        return new Keys(keys, rows);
    }

    /** Keys of a column without missing values; −1 where missing. */
    static Keys of(Column column) {
        return column instanceof NumericColumn numbers ? of(numbers) : of((CategoryColumn) column);
    }

    private static Keys of(CategoryColumn column) {
        int[] keyOf = new int[column.levels().size()];
        Arrays.fill(keyOf, -1);
        int[] keys = new int[column.size()];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            int code = column.code(i);
            if (code < 0) {
                keys[i] = -1;
            } else {
                if (keyOf[code] < 0) {
                    keyOf[code] = count++;
                }
                keys[i] = keyOf[code];
            }
        }
        return new Keys(keys, count);
    }

    private static Keys of(NumericColumn column) {
        int n = column.size();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean whole = true;
        for (int i = 0; i < n; i++) {
            double v = column.value(i);
            if (!Double.isNaN(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
                whole &= v == Math.rint(v);
            }
        }
        int[] keys = new int[n];
        int count = 0;
        if (whole && high >= low && high - low < 4.0 * n + 1000) {
            int[] keyOf = new int[(int) (high - low) + 1];
            Arrays.fill(keyOf, -1);
            for (int i = 0; i < n; i++) {
                double v = column.value(i);
                if (Double.isNaN(v)) {
                    keys[i] = -1;
                } else {
                    int at = (int) (v - low);
                    if (keyOf[at] < 0) {
                        keyOf[at] = count++;
                    }
                    keys[i] = keyOf[at];
                }
            }
            return new Keys(keys, count);
        }
        Map<Double, Integer> keyOf = new HashMap<>();
        for (int i = 0; i < n; i++) {
            double v = column.value(i);
            Integer key = Double.isNaN(v) ? Integer.valueOf(-1) : keyOf.get(v);
            if (key == null) {
                key = keyOf.size();
                keyOf.put(v, key);
            }
            keys[i] = key;
        }
        return new Keys(keys, keyOf.size());
    }

    /**
     * Pairs of a parent and a key as dense ids that are grouped by parent: id order is parent order, within a parent the
     * order of appearance.
     *
     * @param parents parent of every row
     * @param parentCount number of parents
     */
    Nesting within(int[] parents, int parentCount) {
        int n = keys.length;
        int[] pair = new int[n];
        int[] parentOfPair = new int[Math.min(n, 1024)];
        int pairs = 0;
        long cells = (long) parentCount * count;
        int[] dense = cells <= Math.max(1 << 22, 4L * n) ? new int[(int) cells] : new int[0];
        Map<Long, Integer> sparse = new HashMap<>();
        for (int i = 0; i < n; i++) {
            long cell = (long) parents[i] * count + keys[i];
            int id;
            if (dense.length > 0) {
                id = dense[(int) cell] - 1;
            } else {
                id = sparse.getOrDefault(cell, -1);
            }
            if (id < 0) {
                id = pairs++;
                if (dense.length > 0) {
                    dense[(int) cell] = id + 1;
                } else {
                    sparse.put(cell, id);
                }
                if (id == parentOfPair.length) {
                    parentOfPair = Arrays.copyOf(parentOfPair, id * 2);
                }
                parentOfPair[id] = parents[i];
            }
            pair[i] = id;
        }
        int[] next = new int[parentCount + 1];
        for (int p = 0; p < pairs; p++) {
            next[parentOfPair[p] + 1]++;
        }
        for (int p = 0; p < parentCount; p++) {
            next[p + 1] += next[p];
        }
        int[] renumbered = new int[pairs];
        int[] sortedParents = new int[pairs];
        for (int p = 0; p < pairs; p++) {
            renumbered[p] = next[parentOfPair[p]]++;
            sortedParents[renumbered[p]] = parentOfPair[p];
        }
        for (int i = 0; i < n; i++) {
            pair[i] = renumbered[pair[i]];
        }
        return new Nesting(pair, sortedParents);
    }

    /** Ids of nested pairs by row, and the parent of each id. */
    static final class Nesting {
        private final int[] ids;
        private final int[] parents;

        private Nesting(int[] ids, int[] parents) {
            this.ids = ids;
            this.parents = parents;
        }

        int[] ids() {
            return ids;
        }

        int[] parents() {
            return parents;
        }
    }
}
