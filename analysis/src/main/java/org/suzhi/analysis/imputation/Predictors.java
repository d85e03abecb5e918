package org.suzhi.analysis.imputation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

/** The columns of the regression: an intercept, numbers as they are, an indicator for each level of a category but the first. */
final class Predictors {
    private final List<IntToDoubleFunction> columns;

    private Predictors(List<IntToDoubleFunction> columns) {
        this.columns = columns;
    }

    /** @param filling variables that are filled; the one that is predicted is left out */
    static Predictors of(List<String> names, String predicted, Extract extract, Map<String, ImputedVariable> filling) {
        List<IntToDoubleFunction> columns = new ArrayList<>();
        columns.add(row -> 1);
        for (String name : names) {
            if (name.equals(predicted)) {
                continue;
            }
            ImputedVariable filled = filling.get(name);
            IntToDoubleFunction value = filled != null ? filled::value : values(extract, name);
            int levels = filled != null ? filled.levels() : levels(extract, name);
            if (levels == 0) {
                columns.add(row -> there(value.applyAsDouble(row), name, row));
            }
            for (int l = 1; l < levels; l++) {
                int level = l;
                columns.add(row -> there(value.applyAsDouble(row), name, row) == level ? 1 : 0);
            }
        }
        return new Predictors(columns);
    }

    private static IntToDoubleFunction values(Extract extract, String name) {
        return extract.column(name) instanceof CategoryColumn category
                ? row -> category.isMissing(row) ? Double.NaN : category.code(row)
                : ((NumericColumn) extract.column(name))::value;
    }

    private static int levels(Extract extract, String name) {
        return extract.column(name) instanceof CategoryColumn category
                ? category.levels().size()
                : 0;
    }

    private static double there(double value, String name, int row) {
        if (Double.isNaN(value)) {
            throw new AnalysisRefusal("impute_missing_predictor", name, row + 1);
        }
        return value;
    }

    int size() {
        return columns.size();
    }

    double[] row(int row) {
        double[] x = new double[columns.size()];
        for (int c = 0; c < x.length; c++) {
            x[c] = columns.get(c).applyAsDouble(row);
        }
        return x;
    }
}
