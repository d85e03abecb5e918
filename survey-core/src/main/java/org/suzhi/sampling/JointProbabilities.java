package org.suzhi.sampling;

import java.util.List;

/**
 * Joint inclusion probabilities of pairs of units, with the inclusion probabilities on the diagonal; symmetric. A pair that
 * can never be drawn together has 0.
 */
public final class JointProbabilities {
    private final List<String> units;
    private final double[][] values;

    JointProbabilities(List<String> units, double[][] values) {
        this.units = List.copyOf(units);
        this.values = values;
    }

    /** The codes of the units in the order of rows and columns. */
    public List<String> units() {
        return units;
    }

    public int size() {
        return units.size();
    }

    /** The probability that the units at two places are both drawn. */
    public double of(int i, int j) {
        return values[i][j];
    }

    /** The matrix as CSV without a header, as {@code design.pps.jointProbabilities} of an analysis reads it. */
    public String csv() {
        StringBuilder csv = new StringBuilder();
        for (double[] row : values) {
            for (int j = 0; j < row.length; j++) {
                csv.append(j == 0 ? "" : ",").append(Numbers.text(row[j]));
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
