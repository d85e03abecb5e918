package org.suzhi.analysis.disclosure;

import java.util.BitSet;

/** A figure by the rows that it is made of. Two cells of the same rows are shown together or not at all. */
public final class Cell {
    /** What may become of a cell. */
    public enum Standing {
        /** May be withheld. */
        OPEN,
        /** Is shown whatever it tells: it was published before, or it is the headline. */
        FIXED,
        /** Is not shown by itself and must not be found out either, such as the rows that came in since an earlier publication. */
        SECRET
    }

    private final String id;
    private final BitSet rows;
    private final Standing standing;

    private Cell(String id, BitSet rows, Standing standing) {
        this.id = id;
        this.rows = rows;
        this.standing = standing;
    }

    /**
     * A cell.
     *
     * @param id tells it apart from others; two cells may be of the same rows
     */
    public static Cell of(String id, BitSet rows, Standing standing) {
        return new Cell(id, (BitSet) rows.clone(), standing);
    }

    public String id() {
        return id;
    }

    public Standing standing() {
        return standing;
    }

    /** Its rows, to be read only. */
    BitSet rows() {
        return rows;
    }
}
