package org.suzhi.analysis.variance;

import java.util.Arrays;

/** Influence totals of one estimate by unit of the finest stage; units not listed have none. */
final class UnitInfluence {
    private final int[] units;
    private final double[] values;

    /** Units ascending. */
    UnitInfluence(int[] units, double[] values) {
        this.units = units;
        this.values = values;
    }

    static UnitInfluence ofAll(double[] values) {
        int[] units = new int[values.length];
        Arrays.setAll(units, u -> u);
        return new UnitInfluence(units, values);
    }

    int size() {
        return units.length;
    }

    int unit(int i) {
        return units[i];
    }

    double value(int i) {
        return values[i];
    }

    double[] dense(int count) {
        double[] dense = new double[count];
        for (int i = 0; i < units.length; i++) {
            dense[units[i]] = values[i];
        }
        return dense;
    }

    /** These values and 0 for other units, on the given units. */
    UnitInfluence on(int[] otherUnits) {
        double[] spread = new double[otherUnits.length];
        int i = 0;
        for (int j = 0; j < otherUnits.length; j++) {
            if (i < units.length && units[i] == otherUnits[j]) {
                spread[j] = values[i++];
            }
        }
        return new UnitInfluence(otherUnits, spread);
    }

    /** The sum with other values, on the units of either. */
    UnitInfluence plus(UnitInfluence other) {
        int[] together = new int[units.length + other.units.length];
        double[] sums = new double[together.length];
        int m = 0;
        int i = 0;
        int j = 0;
        while (i < units.length || j < other.units.length) {
            boolean here = j == other.units.length || (i < units.length && units[i] <= other.units[j]);
            boolean there = i == units.length || (j < other.units.length && other.units[j] <= units[i]);
            together[m] = here ? units[i] : other.units[j];
            sums[m++] = (here ? values[i++] : 0) + (there ? other.values[j++] : 0);
        }
        return new UnitInfluence(Arrays.copyOf(together, m), Arrays.copyOf(sums, m));
    }

    int[] units() {
        return units;
    }
}
