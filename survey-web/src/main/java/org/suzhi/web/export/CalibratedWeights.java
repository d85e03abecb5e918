package org.suzhi.web.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.design.DesignBuilder;
import org.suzhi.analysis.weighting.Margin;
import org.suzhi.analysis.weighting.Raking;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.Problem;
import org.suzhi.web.export.jdbc.WaveTables.WeightCell;
import org.suzhi.web.export.table.StoredResponse;
import org.suzhi.web.export.table.Weights;
import org.suzhi.web.extract.Variables;
import org.suzhi.web.fieldwork.MarginCell;

/**
 * The weights of the published estimates, row by row and without holding the rows: raking multiplies all weights of a cell
 * of the crossed margins by one factor, so raking the cells' sums gives the factors of the rows.
 */
final class CalibratedWeights implements Weights {
    private final Variables target;
    private final List<String> variables;
    private final Map<List<@Nullable String>, Double> factors;

    private CalibratedWeights(Variables target, List<String> variables, Map<List<@Nullable String>, Double> factors) {
        this.target = target;
        this.variables = List.copyOf(variables);
        this.factors = factors;
    }

    /** The variables that margins name, each once. */
    static List<String> variables(List<MarginCell> margins) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        margins.forEach(cell -> names.addAll(cell.variables()));
        return List.copyOf(names);
    }

    /** Rakes the cells; where they cannot be raked yet, as when a town has no responses, nothing is calibrated. */
    static CalibratedWeights of(Variables target, List<MarginCell> margins, List<WeightCell> cells) {
        List<String> variables = variables(margins);
        Map<List<@Nullable String>, Double> factors = new HashMap<>();
        if (!cells.isEmpty() && !margins.isEmpty()) {
            try {
                double[] raked = rake(variables, margins, cells);
                for (int i = 0; i < raked.length; i++) {
                    factors.put(cells.get(i).levels(), raked[i] / cells.get(i).weight());
                }
            } catch (Problem notYet) {
                factors.clear();
            }
        }
        return new CalibratedWeights(target, variables, factors);
    }

    private static double[] rake(List<String> variables, List<MarginCell> margins, List<WeightCell> cells) {
        Extract.Builder table = Extract.builder();
        table.numeric("weight", cells.stream().mapToDouble(WeightCell::weight).toArray());
        for (int v = 0; v < variables.size(); v++) {
            int at = v;
            List<@Nullable String> texts = new ArrayList<>();
            cells.forEach(cell -> texts.add(cell.levels().get(at)));
            TreeSet<String> levels = new TreeSet<>();
            texts.stream().filter(Objects::nonNull).forEach(levels::add);
            table.category(variables.get(v), List.copyOf(levels), texts);
        }
        Map<List<String>, Map<List<String>, Double>> totals = new LinkedHashMap<>();
        margins.forEach(cell -> totals.computeIfAbsent(cell.variables(), v -> new LinkedHashMap<>())
                .put(cell.levels(), cell.total()));
        List<Margin> targets = new ArrayList<>();
        totals.forEach((names, byLevel) -> targets.add(new Margin(names, byLevel)));
        return new Raking(targets)
                .rake(DesignBuilder.of(table.build()).weights("weight").build())
                .weights();
    }

    boolean isRaked() {
        return !factors.isEmpty();
    }

    @Override
    public boolean isUsed(StoredResponse response) {
        String age = response.text(target.age());
        if (response.sampled().isEmpty() || response.score().isEmpty() || age.isEmpty()) {
            return false;
        }
        int years = Integer.parseInt(age);
        return years >= target.youngest() && years <= target.oldest();
    }

    @Override
    public OptionalDouble calibrated(StoredResponse response) {
        if (!isUsed(response)) {
            return OptionalDouble.empty();
        }
        StoredResponse.Sampled sampled = response.sampled().orElseThrow();
        List<@Nullable String> levels = new ArrayList<>();
        for (String variable : variables) {
            levels.add(
                    variable.equals("town")
                            ? sampled.town()
                            : Objects.toString(response.answers().get(variable), null));
        }
        Double factor = factors.get(levels);
        return factor == null ? OptionalDouble.empty() : OptionalDouble.of(sampled.designWeight() * factor);
    }
}
