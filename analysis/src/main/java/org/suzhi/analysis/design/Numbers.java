package org.suzhi.analysis.design;

import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

/** Columns read as numbers. */
public final class Numbers {
    private Numbers() {}

    /**
     * The numbers of a column, NaN where missing; levels that are all numbers count as those numbers.
     *
     * @throws AnalysisProblem {@code number_due_in_row} naming the first row with a text
     */
    public static double[] of(Extract extract, String name) {
        Column column = extract.column(name);
        if (column instanceof NumericColumn numbers) {
            return numbers.toArray();
        }
        CategoryColumn categories = (CategoryColumn) column;
        double[] levelValues = new double[categories.levels().size()];
        for (int l = 0; l < levelValues.length; l++) {
            try {
                levelValues[l] = Double.parseDouble(categories.levels().get(l));
            } catch (NumberFormatException e) {
                throw new AnalysisProblem(
                        "number_due_in_row",
                        name,
                        firstRow(categories, l),
                        categories.levels().get(l));
            }
        }
        double[] values = new double[categories.size()];
        for (int i = 0; i < values.length; i++) {
            int code = categories.code(i);
            values[i] = code < 0 ? Double.NaN : levelValues[code];
        }
        return values;
    }

    private static int firstRow(CategoryColumn column, int code) {
        for (int i = 0; i < column.size(); i++) {
            if (column.code(i) == code) {
                return i + 1;
            }
        }
        return 0;
    }
}
