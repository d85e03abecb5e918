package org.suzhi.microdata;

import java.util.Optional;

/** Numbers, one a row. */
public final class NumericColumn implements Column {
    private final double[] values;
    private final byte[] missing;

    private NumericColumn(double[] values, byte[] missing) {
        this.values = values;
        this.missing = missing;
    }

    /** Copies values; NaN stands for an item without an answer. */
    public static NumericColumn copyOf(double[] values) {
        return owning(values.clone());
    }

    /** Copies values; a row whose reason is not null is missing whatever its value. */
    public static NumericColumn copyOf(double[] values, MissingReason[] reasons) {
        if (values.length != reasons.length) {
            throw new IllegalArgumentException(values.length + " values but " + reasons.length + " missing reasons");
        }
        double[] kept = values.clone();
        byte[] codes = new byte[kept.length];
        for (int i = 0; i < kept.length; i++) {
            MissingReason reason = reasons[i];
            codes[i] = MissingCodes.of(reason);
            kept[i] = reason == null ? kept[i] : Double.NaN;
        }
        return new NumericColumn(kept, codes);
    }

    /** Takes over an array the caller will not touch again; NaN stands for an item without an answer. */
    static NumericColumn owning(double[] values) {
        return new NumericColumn(values, MissingCodes.NONE);
    }

    @Override
    public int size() {
        return values.length;
    }

    /** The value of a row; NaN, which every calculation carries on, when it is missing. */
    public double value(int row) {
        return values[row];
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public Optional<MissingReason> missingReason(int row) {
        return isMissing(row) ? Optional.of(MissingCodes.reason(missing, row)) : Optional.empty();
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : text(values[row]);
    }

    /** A copy of all values, NaN where missing. */
    public double[] toArray() {
        return values.clone();
    }

    /** A number as text: no decimal point for whole numbers. */
    public static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
