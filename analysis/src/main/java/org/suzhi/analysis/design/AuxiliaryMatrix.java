package org.suzhi.analysis.design;

import java.util.List;

/**
 * Calibration variables, one row a sample row: for each margin an indicator of every cell, then continuous variables. Only
 * the nonzero entries are kept.
 */
public final class AuxiliaryMatrix {
    private final int[][] cellOfRow;
    private final int[] offset;
    private final double[][] continuous;
    private final int columns;

    /**
     * @param cellOfRow for each margin the cell of every row, −1 for none
     * @param cells number of cells of each margin
     * @param continuous continuous variables
     */
    public AuxiliaryMatrix(List<int[]> cellOfRow, int[] cells, List<double[]> continuous) {
        this.cellOfRow = cellOfRow.toArray(int[][]::new);
        this.continuous = continuous.toArray(double[][]::new);
        offset = new int[cells.length];
        int at = 0;
        for (int m = 0; m < cells.length; m++) {
            offset[m] = at;
            at += cells[m];
        }
        columns = at + this.continuous.length;
    }

    public int columns() {
        return columns;
    }

    /** The sum of a row's entries times coefficients. */
    public double dot(int row, double[] coefficients) {
        double sum = 0;
        for (int m = 0; m < offset.length; m++) {
            int cell = cellOfRow[m][row];
            if (cell >= 0) {
                sum += coefficients[offset[m] + cell];
            }
        }
        int base = columns - continuous.length;
        for (int c = 0; c < continuous.length; c++) {
            sum += continuous[c][row] * coefficients[base + c];
        }
        return sum;
    }

    /** Adds {@code factor} times a row's entries to {@code sums[at ...]}. */
    public void add(int row, double factor, double[] sums, int at) {
        for (int m = 0; m < offset.length; m++) {
            int cell = cellOfRow[m][row];
            if (cell >= 0) {
                sums[at + offset[m] + cell] += factor;
            }
        }
        int base = at + columns - continuous.length;
        for (int c = 0; c < continuous.length; c++) {
            sums[base + c] += continuous[c][row] * factor;
        }
    }

    /** The columns in which a row is not 0, appended to {@code where}; returns how many. */
    int nonzero(int row, int[] where, double[] values) {
        int n = 0;
        for (int m = 0; m < offset.length; m++) {
            int cell = cellOfRow[m][row];
            if (cell >= 0) {
                where[n] = offset[m] + cell;
                values[n++] = 1;
            }
        }
        int base = columns - continuous.length;
        for (int c = 0; c < continuous.length; c++) {
            where[n] = base + c;
            values[n++] = continuous[c][row];
        }
        return n;
    }

    int mostNonzero() {
        return offset.length + continuous.length;
    }

    /** The weighted cross-product of this matrix's rows with another's, row-major. */
    public double[] crossProduct(AuxiliaryMatrix other, java.util.function.IntToDoubleFunction weight, int rows) {
        double[] product = new double[columns * other.columns];
        int[] where = new int[mostNonzero()];
        double[] values = new double[mostNonzero()];
        for (int i = 0; i < rows; i++) {
            double w = weight.applyAsDouble(i);
            if (w != 0) {
                int n = nonzero(i, where, values);
                for (int j = 0; j < n; j++) {
                    other.add(i, w * values[j], product, where[j] * other.columns);
                }
            }
        }
        return product;
    }
}
