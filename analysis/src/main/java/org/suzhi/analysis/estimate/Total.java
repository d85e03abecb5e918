package org.suzhi.analysis.estimate;

/**
 * Weighted totals \(\hat Y = \sum w y\). Influence: y (Horvitz and Thompson 1952; R {@code svytotal}).
 */
public final class Total implements LinearStatistic {
    private final int variables;

    public Total(int variables) {
        this.variables = variables;
    }

    @Override
    public int outputs() {
        return variables;
    }

    @Override
    public double value(double[] totals, int output) {
        return totals[output + 1];
    }

    @Override
    public void gradient(double[] totals, int output, double[] gradient) {
        gradient[output + 1] = 1;
    }

    @Override
    public boolean ofTotal() {
        return true;
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
