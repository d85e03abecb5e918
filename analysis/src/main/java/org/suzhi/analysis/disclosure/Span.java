package org.suzhi.analysis.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The sets whose counts are sums and differences of known counts, whatever the counts of the classes are. */
final class Span {
    private static final double ROUNDING = 1e-9;
    private final int classes;
    private final List<double[]> basis = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    Span(int classes) {
        this.classes = classes;
    }

    static Span of(List<RowSet> known) {
        Span span =
                new Span(known.stream().mapToInt(s -> s.classes.length()).max().orElse(0));
        known.forEach(s -> span.add(span.indicator(s.classes)));
        return span;
    }

    /** Adds a vector; false where it follows from those before. */
    boolean add(double[] vector) {
        double[] rest = reduced(vector.clone());
        int pivot = largest(rest);
        if (pivot < 0) {
            return false;
        }
        double scale = rest[pivot];
        for (int a = 0; a < rest.length; a++) {
            rest[a] /= scale;
        }
        basis.add(rest);
        pivots.add(pivot);
        return true;
    }

    boolean contains(BitSet set) {
        return largest(reduced(indicator(set))) < 0;
    }

    private double[] indicator(BitSet set) {
        double[] indicator = new double[classes];
        set.stream().forEach(c -> indicator[c] = 1);
        return indicator;
    }

    private double[] reduced(double[] vector) {
        for (int b = 0; b < basis.size(); b++) {
            double factor = vector[pivots.get(b)];
            if (factor != 0) {
                double[] other = basis.get(b);
                for (int a = 0; a < vector.length; a++) {
                    vector[a] -= factor * other[a];
                }
            }
        }
        return vector;
    }

    /** The place of the largest entry; −1 where all are 0. */
    private static int largest(double[] vector) {
        int largest = -1;
        double most = ROUNDING;
        for (int a = 0; a < vector.length; a++) {
            if (Math.abs(vector[a]) > most) {
                most = Math.abs(vector[a]);
                largest = a;
            }
        }
        return largest;
    }
}
