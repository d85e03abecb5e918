package org.suzhi.analysis.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.Message;

/**
 * Whether margins fit each other and the data, with everything that does not, not only the first of it. Totals agree when they
 * differ by no more than one in a million. Findings by code:
 *
 * <ul>
 *   <li>{@code margin_bad_total}: a total below 0 or not finite;
 *   <li>{@code margins_disagree}: the sums of two margins differ;
 *   <li>{@code margin_conflict}: two margins share variables and give another total for the same level, such as a crossed margin
 *       and one of its variables alone;
 *   <li>{@code margin_level_missing}: a level that one of them has and the other has not;
 *   <li>{@code margin_without_column}, {@code category_due}, {@code margin_unknown_level}: the data have no such column, or it
 *       has no levels, or not this one;
 *   <li>{@code margin_missing}: rows without a value;
 *   <li>{@code margin_without_total}, {@code margin_without_sample}: a level with rows but no total, or with a total but no rows.
 * </ul>
 */
public final class MarginCheck {
    /** Relative difference of totals that are the same. */
    private static final double SAME = 1e-6;

    private MarginCheck() {}

    /** What does not fit among the margins; empty when all does. */
    public static List<Message> of(List<Margin> margins) {
        List<Message> found = new ArrayList<>();
        for (Margin margin : margins) {
            margin.totals().forEach((levels, total) -> {
                if (!(total >= 0) || Double.isInfinite(total)) {
                    found.add(new Message(
                            "org.suzhi.analysis.problems", "margin_bad_total", margin.name(), joined(levels), total));
                }
            });
        }
        for (Margin other : margins) {
            Margin first = margins.get(0);
            if (differ(first.sum(), other.sum())) {
                found.add(new Message(
                        "org.suzhi.analysis.problems",
                        "margins_disagree",
                        first.name(),
                        first.sum(),
                        other.name(),
                        other.sum()));
            }
        }
        for (int a = 0; a < margins.size(); a++) {
            for (int b = a + 1; b < margins.size(); b++) {
                pair(margins.get(a), margins.get(b), found);
            }
        }
        return List.copyOf(found);
    }

    /** The same, and what does not fit the rows of a design that have weight. */
    public static List<Message> of(List<Margin> margins, SurveyDesign design) {
        BitSet rows = new BitSet(design.rows());
        for (int i = 0; i < design.rows(); i++) {
            rows.set(i, design.weight(i) != 0);
        }
        return of(margins, design.extract(), rows);
    }

    /** The same, and what does not fit some rows of the data. */
    public static List<Message> of(List<Margin> margins, Extract extract, BitSet rows) {
        List<Message> found = new ArrayList<>(of(margins));
        for (Margin margin : margins) {
            rows(margin, extract, rows, found);
        }
        return List.copyOf(found);
    }

    /** @throws AnalysisProblem of the first finding among the margins */
    static void requireConsistent(List<Margin> margins) {
        List<Message> found = of(margins);
        if (!found.isEmpty()) {
            throw new AnalysisProblem(found.get(0));
        }
    }

    private static boolean differ(double a, double b) {
        return !(Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b)));
    }

    private static String joined(List<String> levels) {
        return String.join(", ", levels);
    }

    private static void pair(Margin a, Margin b, List<Message> found) {
        List<String> common =
                a.variables().stream().filter(b.variables()::contains).toList();
        if (common.isEmpty()) {
            return;
        }
        Map<List<String>, Double> ofA = collapsed(a, common);
        Map<List<String>, Double> ofB = collapsed(b, common);
        Set<List<String>> cells = new LinkedHashSet<>(ofA.keySet());
        cells.addAll(ofB.keySet());
        for (List<String> cell : cells) {
            double inA = ofA.getOrDefault(cell, Double.NaN);
            double inB = ofB.getOrDefault(cell, Double.NaN);
            String named = named(common, cell);
            if (Double.isNaN(inA) && inB > 0) {
                found.add(lacks(b, named, inB, a));
            } else if (Double.isNaN(inB) && inA > 0) {
                found.add(lacks(a, named, inA, b));
            } else if (!Double.isNaN(inA) && !Double.isNaN(inB) && differ(inA, inB)) {
                found.add(new Message(
                        "org.suzhi.analysis.problems", "margin_conflict", a.name(), b.name(), named, inA, inB));
            }
        }
    }

    private static Message lacks(Margin has, String cell, double total, Margin not) {
        return new Message("org.suzhi.analysis.problems", "margin_level_missing", has.name(), cell, total, not.name());
    }

    private static String named(List<String> variables, List<String> levels) {
        List<String> parts = new ArrayList<>();
        for (int v = 0; v < levels.size(); v++) {
            parts.add(variables.get(v) + " = " + levels.get(v));
        }
        return joined(parts);
    }

    /** A margin's totals summed over the variables that are not common. */
    private static Map<List<String>, Double> collapsed(Margin margin, List<String> common) {
        Map<List<String>, Double> sums = new LinkedHashMap<>();
        margin.totals().forEach((levels, total) -> {
            List<String> cell = common.stream()
                    .map(variable -> levels.get(margin.variables().indexOf(variable)))
                    .toList();
            sums.merge(cell, total, Double::sum);
        });
        return sums;
    }

    private static void rows(Margin margin, Extract extract, BitSet rows, List<Message> found) {
        List<CategoryColumn> columns = new ArrayList<>();
        for (String variable : margin.variables()) {
            if (!extract.has(variable)) {
                found.add(new Message("org.suzhi.analysis.problems", "margin_without_column", margin.name(), variable));
            } else if (extract.column(variable) instanceof CategoryColumn column) {
                columns.add(column);
            } else {
                found.add(new Message("org.suzhi.analysis.problems", "category_due", variable));
            }
        }
        if (columns.size() == margin.variables().size()) {
            cells(margin, new WeightingCells(margin.variables(), columns), columns, rows, found);
        }
    }

    private static void cells(
            Margin margin, WeightingCells cells, List<CategoryColumn> columns, BitSet rows, List<Message> found) {
        int[] cellOfRow = cells.ofRows(columns.get(0).size());
        int[] sampled = new int[cells.count()];
        int missing = -1;
        for (int i = rows.nextSetBit(0); i >= 0; i = rows.nextSetBit(i + 1)) {
            if (cellOfRow[i] >= 0) {
                sampled[cellOfRow[i]]++;
            } else {
                missing = missing < 0 ? i : missing;
            }
        }
        if (missing >= 0) {
            found.add(
                    new Message("org.suzhi.analysis.problems", "margin_missing", cells.missing(missing), missing + 1));
        }
        double[] totals = new double[sampled.length];
        Arrays.fill(totals, Double.NaN);
        margin.totals().forEach((levels, total) -> {
            int cell = place(columns, levels);
            if (cell < 0) {
                found.add(new Message(
                        "org.suzhi.analysis.problems", "margin_unknown_level", margin.name(), joined(levels)));
            } else {
                totals[cell] = total;
            }
        });
        for (int c = 0; c < sampled.length; c++) {
            if (sampled[c] > 0 && !(totals[c] > 0)) {
                found.add(new Message(
                        "org.suzhi.analysis.problems",
                        "margin_without_total",
                        margin.name(),
                        cells.name(c),
                        sampled[c]));
            } else if (sampled[c] == 0 && totals[c] > 0) {
                found.add(new Message(
                        "org.suzhi.analysis.problems",
                        "margin_without_sample",
                        margin.name(),
                        cells.name(c),
                        totals[c]));
            }
        }
    }

    private static int place(List<CategoryColumn> columns, List<String> levels) {
        int cell = 0;
        for (int v = 0; v < columns.size(); v++) {
            int code = columns.get(v).levels().indexOf(levels.get(v));
            if (code < 0) {
                return -1;
            }
            cell = cell * columns.get(v).levels().size() + code;
        }
        return cell;
    }
}
