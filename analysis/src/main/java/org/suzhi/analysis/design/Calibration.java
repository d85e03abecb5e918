package org.suzhi.analysis.design;

/**
 * What linearization needs to know about a calibration: the auxiliary variables and the weights before and after it. An
 * influence value \(z_i\) with weight \(w_i\) is replaced by \(w_i z_i - w^{after}_i x_i'B\) with \(B = (\sum w^{before} x
 * x')^{-1} \sum x_i w_i z_i / g_i\) and \(g = w^{after}/w^{before}\): the residual of the regression on the auxiliaries,
 * weighted by g (Deville and Särndal 1992).
 */
public final class Calibration {
    private final AuxiliaryMatrix auxiliaries;
    private final double[] before;
    private final double[] after;
    private final SymmetricSolver solver;
    private final double[] unitTotals;

    /**
     * @param auxiliaries calibration variables
     * @param before weights before
     * @param after weights after; a row with weight 0 before takes no part
     * @param finest the stage whose units are the smallest told apart
     */
    public Calibration(AuxiliaryMatrix auxiliaries, double[] before, double[] after, Stage finest) {
        this.auxiliaries = auxiliaries;
        this.before = before;
        this.after = after;
        int p = auxiliaries.columns();
        solver = SymmetricSolver.of(auxiliaries.crossProduct(auxiliaries, i -> before[i], before.length), p, 1e-11);
        unitTotals = new double[finest.units() * p];
        for (int i = 0; i < after.length; i++) {
            if (after[i] != 0) {
                auxiliaries.add(i, after[i], unitTotals, finest.unitOfRow(i) * p);
            }
        }
    }

    public AuxiliaryMatrix auxiliaries() {
        return auxiliaries;
    }

    /** New over old weight of a row, 1 for rows that take no part. */
    public double ratio(int row) {
        return before[row] == 0 ? 1 : after[row] / before[row];
    }

    public double after(int row) {
        return after[row];
    }

    /** Regression coefficients from the cross-products of auxiliaries and influence values. */
    public double[] coefficients(double[] cross) {
        return solver.solve(cross);
    }

    /** The fitted part of a unit's total. */
    public double fitted(int unit, double[] coefficients) {
        double sum = 0;
        int at = unit * coefficients.length;
        for (int j = 0; j < coefficients.length; j++) {
            sum += unitTotals[at + j] * coefficients[j];
        }
        return sum;
    }
}
