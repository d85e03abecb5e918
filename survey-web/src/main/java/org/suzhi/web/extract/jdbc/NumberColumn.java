package org.suzhi.web.extract.jdbc;

import java.util.Arrays;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.NumericColumn;

/** Numbers of one column while rows are read. */
final class NumberColumn {
    private double[] values = new double[1024];
    private int rows;

    /** Sets the number of a row; rows that were passed over have none. */
    void set(int row, double value) {
        fill(row);
        values[row] = value;
    }

    private void fill(int row) {
        if (row >= values.length) {
            values = Arrays.copyOf(values, Math.max(row + 1, values.length * 2));
        }
        if (row >= rows) {
            Arrays.fill(values, rows, row + 1, Double.NaN);
            rows = row + 1;
        }
    }

    Column column(int[] order) {
        fill(order.length - 1);
        double[] sorted = new double[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values[order[i]];
        }
        return NumericColumn.copyOf(sorted);
    }
}
