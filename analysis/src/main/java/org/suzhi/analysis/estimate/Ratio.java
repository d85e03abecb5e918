package org.suzhi.analysis.estimate;

/**
 * The ratio of two totals \(\hat R = \sum w y / \sum w x\); first variable the numerator, second the denominator. Influence:
 * \((y - \hat R x)/\hat X\) (Särndal, Swensson and Wretman 1992, 5.6; R {@code svyratio}).
 */
public final class Ratio implements LinearStatistic {
    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public double value(double[] totals, int output) {
        return totals[1] / totals[2];
    }

    @Override
    public void gradient(double[] totals, int output, double[] gradient) {
        gradient[1] = 1 / totals[2];
        gradient[2] = -totals[1] / (totals[2] * totals[2]);
    }

    @Override
    public boolean ofTotal() {
        return true;
    }

    @Override
    public int[] residualVariables(int output) {
        return new int[] {1, 2};
    }

    @Override
    public double[] residualCoefficients(double[] totals, int output) {
        return new double[] {1 / totals[2], -totals[1] / (totals[2] * totals[2])};
    }
}
