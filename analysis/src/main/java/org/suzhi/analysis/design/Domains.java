package org.suzhi.analysis.design;

import java.util.BitSet;

/** A division of rows into domains: every row in one domain or in none. */
public final class Domains {
    private final int[] codes;
    private final int count;

    private Domains(int[] codes, int count) {
        this.codes = codes;
        this.count = count;
    }

    /** Domain of every row, −1 for none. */
    public static Domains of(int[] codes, int count) {
        for (int code : codes) {
            if (code < -1 || code >= count) {
                throw new IllegalArgumentException("domain " + code + " outside -1.." + (count - 1));
            }
        }
        return new Domains(codes.clone(), count);
    }

    /** One domain of the given rows. */
    public static Domains of(BitSet rows, int size) {
        int[] codes = new int[size];
        for (int i = 0; i < size; i++) {
            codes[i] = rows.get(i) ? 0 : -1;
        }
        return new Domains(codes, 1);
    }

    public int count() {
        return count;
    }

    public int rows() {
        return codes.length;
    }

    /** The domain of a row, −1 for none. */
    public int of(int row) {
        return codes[row];
    }

    /** A copy of the domain of every row. */
    public int[] toArray() {
        return codes.clone();
    }

    /** The rows of one domain. */
    public BitSet members(int domain) {
        BitSet members = new BitSet(codes.length);
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] == domain) {
                members.set(i);
            }
        }
        return members;
    }

    /** These domains without the rows where a value is missing. */
    public Domains complete(Iterable<double[]> variables) {
        int[] kept = codes.clone();
        for (double[] variable : variables) {
            for (int i = 0; i < kept.length; i++) {
                if (Double.isNaN(variable[i])) {
                    kept[i] = -1;
                }
            }
        }
        return new Domains(kept, count);
    }
}
