package org.suzhi.analysis.estimate;

/**
 * Weighted means \(\hat{\bar y} = \sum w y / \sum w\) of several variables over the same rows; proportions are means of
 * indicators.
 *
 * <ul>
 *   <li>No row: no estimate.
 *   <li>One PSU: standard error 0 with 0 degrees of freedom.
 * </ul>
 *
 * Influence: \((y - \hat{\bar y})/\hat N\). Särndal, Swensson and Wretman (1992), 5.7; R {@code svymean}.
 */
public final class Mean implements LinearStatistic {
    private final int variables;

    public Mean(int variables) {
        this.variables = variables;
    }

    @Override
    public int outputs() {
        return variables;
    }

    @Override
    public double value(double[] totals, int output) {
        return totals[output + 1] / totals[0];
    }

    @Override
    public void gradient(double[] totals, int output, double[] gradient) {
        gradient[output + 1] = 1 / totals[0];
        gradient[0] = -totals[output + 1] / (totals[0] * totals[0]);
    }

    @Override
    public boolean ofTotal() {
        return false;
    }

    @Override
    public int[] residualVariables(int output) {
        return new int[] {output + 1};
    }

    @Override
    public double[] residualCoefficients(double[] totals, int output) {
        return new double[] {1};
    }
}
