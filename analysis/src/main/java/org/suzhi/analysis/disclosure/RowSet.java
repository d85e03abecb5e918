package org.suzhi.analysis.disclosure;

import java.util.BitSet;
import java.util.TreeSet;

/** Rows that one or more cells are made of. */
final class RowSet {
    /** Its classes of rows; see {@link RowSets}. */
    final BitSet classes;

    final int n;

    /** What to call it where no cell stands for it. */
    final String name;

    /** The cells that could be shown. */
    final TreeSet<String> cells = new TreeSet<>();

    boolean shown;
    boolean fixed;
    boolean sensitive;

    RowSet(BitSet classes, int n, String name) {
        this.classes = classes;
        this.n = n;
        this.name = name;
    }

    boolean isSmall(int limit) {
        return n > 0 && n < limit;
    }
}
