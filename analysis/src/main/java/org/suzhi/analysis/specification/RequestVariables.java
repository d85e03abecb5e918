package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

/** The columns an estimate is made of, with the label of each output row; NaN where missing. */
final class RequestVariables {
    private final List<double[]> columns;
    private final List<Map<String, Object>> labels;
    private final boolean indicators;

    private RequestVariables(List<double[]> columns, List<Map<String, Object>> labels, boolean indicators) {
        this.columns = columns;
        this.labels = labels;
        this.indicators = indicators;
    }

    /** @param factors columns declared as categories: a mean or total of one is given for each level */
    static RequestVariables of(EstimateRequest request, Extract extract, Set<String> factors) {
        List<String> names = request.variables();
        if (request.statistic() == EstimateRequest.Statistic.RATIO) {
            return new RequestVariables(numbers(extract, names), List.of(Map.of()), false);
        }
        String first = names.get(0);
        if (request.level().isPresent()) {
            Object level = request.level().get();
            double[] indicator = indicator(extract, first, level);
            return new RequestVariables(List.of(indicator), List.of(Map.of("level", level)), true);
        }
        boolean byLevel = request.statistic() == EstimateRequest.Statistic.PROPORTION || factors.contains(first);
        boolean total = request.statistic() == EstimateRequest.Statistic.TOTAL;
        if (byLevel) {
            CategoryColumn column = DomainGrid.categories(extract, first);
            List<double[]> columns = new ArrayList<>();
            List<Map<String, Object>> labels = new ArrayList<>();
            for (String level : column.levels()) {
                columns.add(indicator(column, column.levels().indexOf(level)));
                labels.add(Map.of("level", level));
            }
            return new RequestVariables(columns, labels, !total);
        }
        List<double[]> columns = numbers(extract, names);
        List<Map<String, Object>> labels = names.stream()
                .map(name -> names.size() > 1 ? Map.<String, Object>of("variable", name) : Map.<String, Object>of())
                .toList();
        return new RequestVariables(columns, labels, !total && columns.stream().allMatch(RequestVariables::zeroOne));
    }

    static List<double[]> numbers(Extract extract, List<String> names) {
        List<double[]> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(Numbers.of(extract, name));
        }
        return columns;
    }

    private static boolean zeroOne(double[] column) {
        for (double v : column) {
            if (v != 0 && v != 1 && !Double.isNaN(v)) {
                return false;
            }
        }
        return true;
    }

    static double[] indicator(Extract extract, String name, Object level) {
        if (extract.column(name) instanceof CategoryColumn column) {
            int code = column.levels().indexOf(SpecificationReader.scalar("level", level));
            if (code < 0) {
                throw new AnalysisProblem(
                        "unknown_level", name, level, "level: " + level, String.join(", ", column.levels()));
            }
            return indicator(column, code);
        }
        double number = SpecificationReader.number("level", level);
        double[] values = ((NumericColumn) extract.column(name)).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? Double.NaN : values[i] == number ? 1 : 0;
        }
        return values;
    }

    private static double[] indicator(CategoryColumn column, int code) {
        double[] values = new double[column.size()];
        for (int i = 0; i < values.length; i++) {
            int c = column.code(i);
            values[i] = c < 0 ? Double.NaN : c == code ? 1 : 0;
        }
        return values;
    }

    /** Indicators of the levels of a column, NaN where missing. */
    static List<double[]> indicators(CategoryColumn column) {
        List<double[]> indicators = new ArrayList<>();
        for (int l = 0; l < column.levels().size(); l++) {
            indicators.add(indicator(column, l));
        }
        return indicators;
    }

    /** Indicators of the cells of two columns, the first varying fastest; NaN where one is missing. */
    static List<double[]> cells(CategoryColumn first, CategoryColumn second) {
        List<double[]> cells = new ArrayList<>();
        int rows = first.levels().size();
        for (int c = 0; c < rows * second.levels().size(); c++) {
            double[] cell = new double[first.size()];
            for (int i = 0; i < cell.length; i++) {
                boolean missing = first.isMissing(i) || second.isMissing(i);
                cell[i] = missing ? Double.NaN : first.code(i) + rows * second.code(i) == c ? 1 : 0;
            }
            cells.add(cell);
        }
        return cells;
    }

    List<double[]> columns() {
        return columns;
    }

    Map<String, Object> label(int output) {
        return labels.get(output);
    }

    /** Whether the estimates are proportions. */
    boolean indicators() {
        return indicators;
    }
}
