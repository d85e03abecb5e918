package org.suzhi.analysis.design;

/** A weighting step that multiplies all weights of a cell by one factor, another for every replicate. */
public final class CellStep implements WeightStep {
    private final int[] cellOfRow;
    private final double[][] factors;

    /**
     * @param cellOfRow cell of every row, −1 for rows that keep their weight
     * @param factors by replicate and cell
     */
    public CellStep(int[] cellOfRow, double[][] factors) {
        this.cellOfRow = cellOfRow;
        this.factors = factors;
    }

    @Override
    public void apply(int replicate, double[] weights) {
        double[] factor = factors[replicate];
        for (int i = 0; i < weights.length; i++) {
            if (cellOfRow[i] >= 0) {
                weights[i] *= factor[cellOfRow[i]];
            }
        }
    }

    int cell(int row) {
        return cellOfRow[row];
    }

    int cells() {
        return factors.length == 0 ? 0 : factors[0].length;
    }

    double factor(int replicate, int cell) {
        return factors[replicate][cell];
    }
}
