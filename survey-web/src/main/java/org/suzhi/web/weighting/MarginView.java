package org.suzhi.web.weighting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;
import org.suzhi.web.fieldwork.MarginCell;

/**
 * A margin beside what the sample has in its cells.
 *
 * @param variables it is crossed of
 * @param sampled whether the rows have these variables, so that the sample's shares are known
 */
public record MarginView(List<String> variables, double total, List<Row> rows, boolean sampled) {
    public MarginView {
        variables = List.copyOf(variables);
        rows = List.copyOf(rows);
    }

    /**
     * A cell.
     *
     * @param share of the population
     * @param respondents in the cell
     * @param sampleShare share of the respondents' base weights
     */
    public record Row(List<String> levels, double total, double share, int respondents, double sampleShare) {
        public Row {
            levels = List.copyOf(levels);
        }

        /** Whether nobody stands for these persons, or fewer than a statistician would trust. */
        public boolean isSparse() {
            return total > 0 && respondents < 5;
        }
    }

    private record Sampled(int rows, double weight) {}

    /**
     * The margins that cells make up.
     *
     * @param respondents the rows that will be calibrated; empty where they are not there
     */
    public static List<MarginView> of(List<MarginCell> cells, Optional<Extract> respondents) {
        Map<List<String>, List<MarginCell>> margins = new LinkedHashMap<>();
        cells.forEach(cell -> margins.computeIfAbsent(cell.variables(), v -> new ArrayList<>())
                .add(cell));
        List<MarginView> views = new ArrayList<>();
        margins.forEach((variables, list) -> {
            boolean sampled = respondents
                    .filter(rows -> rows.rows() > 0 && rows.names().containsAll(variables))
                    .isPresent();
            Map<List<String>, Sampled> there =
                    sampled ? sampled(respondents.orElseThrow(), variables) : new HashMap<>();
            double total = list.stream().mapToDouble(MarginCell::total).sum();
            double weight = there.values().stream().mapToDouble(Sampled::weight).sum();
            views.add(new MarginView(
                    variables,
                    total,
                    list.stream().map(cell -> row(cell, total, weight, there)).toList(),
                    sampled));
        });
        return views;
    }

    private static Row row(MarginCell cell, double total, double weight, Map<List<String>, Sampled> there) {
        Sampled here = there.getOrDefault(cell.levels(), new Sampled(0, 0));
        return new Row(
                cell.levels(),
                cell.total(),
                total == 0 ? 0 : cell.total() / total,
                here.rows(),
                weight == 0 ? 0 : here.weight() / weight);
    }

    private static Map<List<String>, Sampled> sampled(Extract rows, List<String> variables) {
        NumericColumn weights = (NumericColumn) rows.column("weight");
        Map<List<String>, Sampled> sums = new HashMap<>();
        for (int i = 0; i < rows.rows(); i++) {
            List<String> levels = new ArrayList<>();
            for (String variable : variables) {
                levels.add(
                        rows.column(variable) instanceof CategoryColumn column && !column.isMissing(i)
                                ? column.text(i)
                                : rows.column(variable) instanceof NumericColumn number && !number.isMissing(i)
                                        ? NumericColumn.text(number.value(i))
                                        : "");
            }
            sums.merge(
                    levels,
                    new Sampled(1, weights.value(i)),
                    (a, b) -> new Sampled(a.rows() + b.rows(), a.weight() + b.weight()));
        }
        return sums;
    }
}
