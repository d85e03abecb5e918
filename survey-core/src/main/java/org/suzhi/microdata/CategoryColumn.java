package org.suzhi.microdata;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Categories, one a row, as codes into an ordered list of levels. */
public final class CategoryColumn implements Column {
    private final List<String> levels;
    private final int[] codes;
    private final byte[] missing;

    private CategoryColumn(List<String> levels, int[] codes, byte[] missing) {
        this.levels = List.copyOf(levels);
        this.codes = codes;
        this.missing = missing;
        if (new HashSet<>(levels).size() != levels.size()) {
            throw new IllegalArgumentException("levels repeat: " + levels);
        }
    }

    /** Copies codes 0..levels-1; -1 stands for an item without an answer. */
    public static CategoryColumn copyOf(List<String> levels, int[] codes) {
        for (int code : codes) {
            if (code < -1 || code >= levels.size()) {
                throw new IllegalArgumentException("code " + code + " outside 0.." + (levels.size() - 1));
            }
        }
        return owning(levels, codes.clone());
    }

    /** Copies codes; a row whose reason is not null is missing whatever its code. */
    public static CategoryColumn copyOf(List<String> levels, int[] codes, MissingReason[] reasons) {
        if (codes.length != reasons.length) {
            throw new IllegalArgumentException(codes.length + " codes but " + reasons.length + " missing reasons");
        }
        int[] kept = codes.clone();
        byte[] missing = new byte[kept.length];
        for (int i = 0; i < kept.length; i++) {
            MissingReason reason = reasons[i];
            missing[i] = MissingCodes.of(reason);
            kept[i] = reason == null ? kept[i] : -1;
        }
        return new CategoryColumn(levels, copyOf(levels, kept).codes, missing);
    }

    /** Takes over codes the caller will not touch again. */
    static CategoryColumn owning(List<String> levels, int[] codes) {
        return new CategoryColumn(levels, codes, MissingCodes.NONE);
    }

    @Override
    public int size() {
        return codes.length;
    }

    /** The levels in their order; the first is the reference in models. */
    public List<String> levels() {
        return levels;
    }

    /** The code of a row, -1 when missing. */
    public int code(int row) {
        return codes[row];
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] < 0;
    }

    @Override
    public Optional<MissingReason> missingReason(int row) {
        return isMissing(row) ? Optional.of(MissingCodes.reason(missing, row)) : Optional.empty();
    }

    @Override
    public String text(int row) {
        return codes[row] < 0 ? "" : levels.get(codes[row]);
    }

    /** A copy of all codes, -1 where missing. */
    public int[] toArray() {
        return codes.clone();
    }
}
