package org.suzhi.analysis.imputation;

import java.util.BitSet;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.MissingReason;
import org.suzhi.microdata.NumericColumn;

/** A variable while it is filled: numbers, or the places of its levels. */
final class ImputedVariable {
    private final String name;
    private final Column column;
    private final double[] values;
    private final BitSet observed = new BitSet();
    private final BitSet wanted = new BitSet();

    /** @param rows whose answers count; elsewhere, and where an item was not asked, nothing is filled in */
    ImputedVariable(String name, Extract extract, BitSet rows) {
        this.name = name;
        column = extract.column(name);
        values = new double[column.size()];
        for (int i = 0; i < values.length; i++) {
            boolean missing = column.isMissing(i);
            values[i] = missing ? Double.NaN : number(i);
            observed.set(i, !missing && rows.get(i));
            wanted.set(i, missing && rows.get(i) && column.missingReason(i).orElseThrow() != MissingReason.NOT_ASKED);
        }
    }

    private double number(int row) {
        return column instanceof NumericColumn numbers ? numbers.value(row) : ((CategoryColumn) column).code(row);
    }

    String name() {
        return name;
    }

    /** Rows with an answer; to be read only. */
    BitSet observed() {
        return observed;
    }

    /** Rows to be filled; to be read only. */
    BitSet wanted() {
        return wanted;
    }

    /** NaN where there is no value yet. */
    double value(int row) {
        return values[row];
    }

    /** Gives a row the value of another. */
    void fill(int row, int donor) {
        values[row] = values[donor];
    }

    /** The levels of a category; 0 of numbers. */
    int levels() {
        return column instanceof CategoryColumn category ? category.levels().size() : 0;
    }

    /** The column as filled by now; what was not asked stays missing. */
    Column filled() {
        MissingReason[] reasons = new MissingReason[values.length];
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                reasons[i] = column.missingReason(i).orElseThrow();
            }
        }
        if (column instanceof CategoryColumn category) {
            int[] codes = new int[values.length];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = Double.isNaN(values[i]) ? -1 : (int) values[i];
            }
            return CategoryColumn.copyOf(category.levels(), codes, reasons);
        }
        return NumericColumn.copyOf(values, reasons);
    }
}
