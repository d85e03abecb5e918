package org.suzhi.analysis.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.expression.Expression;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.Extract;

/**
 * The model matrix of a formula: treatment contrasts against the first level; a category whose margin is not in the model
 * gets all its levels. Rows that agree in every variable share one pattern, so a model of categories is fitted on as many
 * lines as there are patterns.
 */
final class ModelMatrix {
    /** Distinct numbers up to which rows that agree are looked for. */
    private static final int MOST_VALUES = 5_000;

    private final List<String> names = new ArrayList<>();
    private final List<Integer> termOfColumn = new ArrayList<>();
    private final int[] patternOfRow;
    private final double[][] patterns;

    private ModelMatrix(ModelFormula formula, Extract extract) {
        Map<String, Component> components = new LinkedHashMap<>();
        for (String name : formula.components()) {
            components.put(name, Component.of(name, extract));
        }
        patternOfRow = new int[extract.rows()];
        int count = group(components.values(), extract.rows());
        int[] rowOfPattern = new int[count];
        for (int i = patternOfRow.length - 1; i >= 0; i--) {
            if (patternOfRow[i] >= 0) {
                rowOfPattern[patternOfRow[i]] = i;
            }
        }
        List<double[]> columns = new ArrayList<>();
        if (formula.intercept()) {
            double[] ones = new double[count];
            Arrays.fill(ones, 1);
            add("(Intercept)", -1, ones, columns);
        }
        for (int t = 0; t < formula.terms().size(); t++) {
            term(formula, t, components, rowOfPattern, columns);
        }
        patterns = new double[count][columns.size()];
        for (int g = 0; g < count; g++) {
            for (int j = 0; j < columns.size(); j++) {
                patterns[g][j] = columns.get(j)[g];
            }
        }
    }

    static ModelMatrix of(ModelFormula formula, Extract extract) {
        return new ModelMatrix(formula, extract);
    }

    private void add(String name, int term, double[] column, List<double[]> columns) {
        names.add(name);
        termOfColumn.add(term);
        columns.add(column);
        if (columns.size() > 500) {
            throw new AnalysisProblem("too_many_coefficients", 500);
        }
    }

    /**
     * Sets the pattern of every row, −1 where a variable is missing; numbers of very many values make every row its own
     * pattern.
     */
    private int group(Iterable<Component> components, int rows) {
        List<Codes> all = new ArrayList<>();
        boolean[] missing = new boolean[rows];
        for (Component component : components) {
            all.add(component.codes());
            for (int i = 0; i < rows; i++) {
                missing[i] |= component.isMissing(i);
            }
        }
        if (all.stream().anyMatch(codes -> codes.count > MOST_VALUES)) {
            int next = 0;
            for (int i = 0; i < rows; i++) {
                patternOfRow[i] = missing[i] ? -1 : next++;
            }
            return next;
        }
        Map<Long, Integer> known = new HashMap<>();
        int count = 1;
        for (Codes codes : all) {
            known.clear();
            for (int i = 0; i < rows; i++) {
                if (!missing[i]) {
                    long key = (long) patternOfRow[i] * codes.count + codes.ofRow[i];
                    Integer id = known.get(key);
                    if (id == null) {
                        id = known.size();
                        known.put(key, id);
                    }
                    patternOfRow[i] = id;
                }
            }
            count = known.size();
        }
        for (int i = 0; i < rows; i++) {
            patternOfRow[i] = missing[i] ? -1 : patternOfRow[i];
        }
        return count;
    }

    private void term(
            ModelFormula formula,
            int t,
            Map<String, Component> components,
            int[] rowOfPattern,
            List<double[]> columns) {
        double[] ones = new double[rowOfPattern.length];
        Arrays.fill(ones, 1);
        List<String> built = List.of("");
        List<double[]> values = List.of(ones);
        for (String name : formula.terms().get(t)) {
            Component component = components.get(name);
            if (component == null) {
                throw new IllegalStateException(name);
            }
            boolean contrasts = marginPresent(formula, t, name);
            List<String> nextNames = new ArrayList<>();
            List<double[]> nextValues = new ArrayList<>();
            int options = component.levels == 0 ? 1 : component.levels - (contrasts ? 1 : 0);
            for (int o = 0; o < options; o++) {
                int level = component.levels == 0 ? -1 : o + (contrasts ? 1 : 0);
                for (int k = 0; k < built.size(); k++) {
                    nextNames.add((built.get(k).isEmpty() ? "" : built.get(k) + ":") + component.label(level));
                    double[] column = values.get(k).clone();
                    for (int g = 0; g < column.length; g++) {
                        column[g] *= component.value(rowOfPattern[g], level);
                    }
                    nextValues.add(column);
                }
            }
            built = nextNames;
            values = nextValues;
        }
        for (int k = 0; k < built.size(); k++) {
            add(built.get(k), t, values.get(k), columns);
        }
    }

    /** Whether the term without one of its variables is in the model, so that contrasts span what is left. */
    private static boolean marginPresent(ModelFormula formula, int t, String name) {
        Set<String> rest = new LinkedHashSet<>(formula.terms().get(t));
        rest.remove(name);
        return rest.isEmpty()
                ? formula.intercept() || firstCategory(formula, t)
                : formula.terms().contains(rest);
    }

    /** Without an intercept the first main effect carries all levels, later ones contrasts. */
    private static boolean firstCategory(ModelFormula formula, int t) {
        return t > 0
                && formula.terms().get(t).size() == 1
                && formula.terms().get(0).size() == 1;
    }

    int columns() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    /** The term a column belongs to, −1 for the intercept. */
    int term(int column) {
        return termOfColumn.get(column);
    }

    int patterns() {
        return patterns.length;
    }

    /** The pattern of a row, −1 when a variable is missing. */
    int patternOfRow(int row) {
        return patternOfRow[row];
    }

    /** The line of a pattern; not to be changed. */
    double[] pattern(int pattern) {
        return patterns[pattern];
    }

    /** The distinct values of a variable. */
    private static final class Codes {
        private final int[] ofRow;
        private final int count;

        private Codes(int[] ofRow, int count) {
            this.ofRow = ofRow;
            this.count = count;
        }
    }

    /** A variable of a term: numbers, or a category with levels. */
    private static final class Component {
        private final String name;
        private final double[] numbers;
        private final int[] codes;
        private final List<String> levelNames;
        private final int levels;

        private Component(String name, double[] numbers, int[] codes, List<String> levelNames) {
            this.name = name;
            this.numbers = numbers;
            this.codes = codes;
            this.levelNames = levelNames;
            this.levels = levelNames.size();
        }

        static Component of(String name, Extract extract) {
            if (extract.has(name)) {
                Column column = extract.column(name);
                if (column instanceof CategoryColumn category) {
                    return new Component(name, new double[0], category.toArray(), category.levels());
                }
                return new Component(name, Numbers.of(extract, name), new int[0], List.of());
            }
            boolean expression = name.contains("(") || name.matches(".*[-+/].*");
            if (!expression) {
                extract.column(name);
            }
            String text = name.startsWith("I(") && name.endsWith(")") ? name.substring(1) : name;
            return new Component(name, Expression.parse(text).values(extract), new int[0], List.of());
        }

        boolean isMissing(int row) {
            return levels == 0 ? Double.isNaN(numbers[row]) : codes[row] < 0;
        }

        /** Levels, or the distinct numbers in order of appearance. */
        Codes codes() {
            if (levels > 0) {
                return new Codes(codes, levels);
            }
            Map<Double, Integer> codeOf = new HashMap<>();
            int[] ofRow = new int[numbers.length];
            for (int i = 0; i < ofRow.length && codeOf.size() <= MOST_VALUES; i++) {
                Integer code = codeOf.get(numbers[i]);
                if (code == null) {
                    code = codeOf.size();
                    codeOf.put(numbers[i], code);
                }
                ofRow[i] = code;
            }
            return new Codes(ofRow, codeOf.size());
        }

        double value(int row, int level) {
            return levels == 0 ? numbers[row] : codes[row] == level ? 1 : 0;
        }

        String label(int level) {
            return levels == 0 ? name : name + levelNames.get(level);
        }
    }
}
