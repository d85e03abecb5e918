package org.suzhi.analysis.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an attacker knows as equations: classes of rows that are alike in all the sets of interest are one unknown, how many rows
 * they have, and each published set gives one equation \( \sum_{a \in S} x_a = n_S \).
 */
final class Equations {
    private final List<RowSet> sets;
    private final double[][] coefficients;

    private Equations(List<RowSet> sets, double[][] coefficients) {
        this.sets = sets;
        this.coefficients = coefficients;
    }

    static Equations of(List<RowSet> sets) {
        BitSet all = new BitSet();
        sets.forEach(s -> all.or(s.classes));
        Map<BitSet, Integer> unknowns = new HashMap<>();
        List<BitSet> signatures = new ArrayList<>();
        for (int c = all.nextSetBit(0); c >= 0; c = all.nextSetBit(c + 1)) {
            BitSet signature = new BitSet(sets.size());
            for (int s = 0; s < sets.size(); s++) {
                signature.set(s, sets.get(s).classes.get(c));
            }
            if (unknowns.putIfAbsent(signature, unknowns.size()) == null) {
                signatures.add(signature);
            }
        }
        double[][] coefficients = new double[sets.size()][signatures.size()];
        for (int a = 0; a < signatures.size(); a++) {
            for (int s = signatures.get(a).nextSetBit(0);
                    s >= 0;
                    s = signatures.get(a).nextSetBit(s + 1)) {
                coefficients[s][a] = 1;
            }
        }
        return new Equations(sets, coefficients);
    }

    int unknowns() {
        return coefficients[0].length;
    }

    /** 1 for the unknowns of a set, 0 elsewhere. */
    double[] row(int set) {
        return coefficients[set].clone();
    }

    RowSet set(int set) {
        return sets.get(set);
    }

    /** The first {@code count} sets without those whose equation follows from others. */
    List<Integer> independent(int count) {
        Span span = new Span(unknowns());
        List<Integer> kept = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            if (span.add(coefficients[s])) {
                kept.add(s);
            }
        }
        return kept;
    }
}
