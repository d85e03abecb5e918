package org.suzhi.analysis.design;

/**
 * One stage of sampling: units within strata, the strata within the units of the stage before. Units and strata are numbered
 * so that the units of a stratum, and the strata of a parent, follow each other.
 */
public final class Stage {
    private final int number;
    private final int[] unitOfRow;
    private final int[] stratumOfUnit;
    private final int[] parentOfStratum;
    private final int[] sampled;
    private final double[] fraction;
    private final double[] scale;
    private final boolean[] census;
    private final int[] exampleRow;

    /**
     * @param number 1 for the first stage
     * @param unitOfRow unit of every row
     * @param stratumOfUnit stratum of every unit, nondecreasing
     * @param parentOfStratum unit of the stage before for every stratum (0 at the first stage), nondecreasing
     * @param fraction sampling fraction of every unit's stratum, or its inclusion probability; 0 with replacement
     * @param share product of the sampling fractions of the stages before, for every unit
     * @param exampleRow a row of every stratum, to name it by
     */
    Stage(
            int number,
            int[] unitOfRow,
            int[] stratumOfUnit,
            int[] parentOfStratum,
            double[] fraction,
            double[] share,
            int[] exampleRow) {
        this.number = number;
        this.unitOfRow = unitOfRow;
        this.stratumOfUnit = stratumOfUnit;
        this.parentOfStratum = parentOfStratum;
        this.fraction = fraction;
        this.exampleRow = exampleRow;
        sampled = new int[parentOfStratum.length];
        for (int h : stratumOfUnit) {
            sampled[h]++;
        }
        scale = new double[stratumOfUnit.length];
        census = new boolean[parentOfStratum.length];
        java.util.Arrays.fill(census, true);
        for (int u = 0; u < scale.length; u++) {
            int h = stratumOfUnit[u];
            double n = sampled[h];
            double left = 1 - fraction[u];
            scale[u] = share[u] * left * (n > 1 ? n / (n - 1) : 1);
            census[h] &= left < 1e-7;
        }
    }

    /** 1 for the first stage. */
    public int number() {
        return number;
    }

    public int units() {
        return stratumOfUnit.length;
    }

    public int strata() {
        return parentOfStratum.length;
    }

    public int unitOfRow(int row) {
        return unitOfRow[row];
    }

    public int stratumOfUnit(int unit) {
        return stratumOfUnit[unit];
    }

    /** The unit of the stage before in which a stratum lies; 0 at the first stage. */
    public int parentOfStratum(int stratum) {
        return parentOfStratum[stratum];
    }

    /** Number of units sampled in a stratum, counted in the whole design. */
    public int sampled(int stratum) {
        return sampled[stratum];
    }

    /** Sampling fraction, or inclusion probability in a PPS design; 0 with replacement. */
    public double fraction(int unit) {
        return fraction[unit];
    }

    /** Factor of a unit's squared deviation: share of the stages before × (1 − f) × n/(n − 1), without the last if n = 1. */
    public double scale(int unit) {
        return scale[unit];
    }

    /** Whether every unit of the population stratum was taken. */
    public boolean census(int stratum) {
        return census[stratum];
    }

    /** A row of the stratum, to name it by. */
    int exampleRow(int stratum) {
        return exampleRow[stratum];
    }

    boolean replacement() {
        for (double f : fraction) {
            if (f > 0) {
                return false;
            }
        }
        return true;
    }

    double[] shareOfRows(double[] shareBefore) {
        double[] share = new double[unitOfRow.length];
        for (int i = 0; i < share.length; i++) {
            share[i] = shareBefore[i] * fraction[unitOfRow[i]];
        }
        return share;
    }

    int[] unitOfRow() {
        return unitOfRow;
    }
}
