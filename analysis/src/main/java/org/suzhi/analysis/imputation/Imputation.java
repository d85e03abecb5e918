package org.suzhi.analysis.imputation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.suzhi.microdata.Extract;

/**
 * Fills missing answers several times over, each time with answers that other respondents gave, so that what is not known shows as
 * a difference between the completed tables.
 *
 * <p>Answers refused or left open are filled; what was not asked is not. A value is always one that somebody gave.
 *
 * @param variables in the order in which they are filled
 * @param sets how many completed tables, m
 * @param seed the same seed gives the same values on every machine
 * @param donors of predictive mean matching: from how many nearest respondents one is drawn
 * @param predictors of predictive mean matching: columns of the regression
 * @param classes columns; donors are of the same class
 * @param iterations of predictive mean matching: how often the variables are gone through where they predict each other
 */
public record Imputation(
        List<String> variables,
        Method method,
        int sets,
        long seed,
        int donors,
        List<String> predictors,
        List<String> classes,
        int iterations) {
    /** How a donor is found. */
    public enum Method {
        /** Predictive mean matching. */
        PMM,
        /** Random hot deck within classes. */
        HOTDECK
    }

    public Imputation {
        variables = List.copyOf(variables);
        predictors = List.copyOf(predictors);
        classes = List.copyOf(classes);
    }

    /**
     * Completes a table.
     *
     * @param rows whose answers count
     * @return {@code sets} tables
     * @throws org.suzhi.analysis.AnalysisRefusal when there is no donor, or a predictor or class is missing
     */
    public List<Extract> complete(Extract extract, BitSet rows) {
        Classes cells = Classes.of(extract, classes, rows);
        List<Extract> completed = new ArrayList<>();
        for (int set = 1; set <= sets; set++) {
            RandomGenerator random = new Well19937c(31 * seed + set);
            Map<String, ImputedVariable> filling = new LinkedHashMap<>();
            variables.forEach(name -> filling.put(name, new ImputedVariable(name, extract, rows)));
            if (method == Method.HOTDECK) {
                new HotDeck(cells, random).fill(List.copyOf(filling.values()));
            } else {
                new MeanMatching(this, extract, cells, random).fill(filling);
            }
            Extract filled = extract;
            for (ImputedVariable variable : filling.values()) {
                filled = filled.with(variable.name(), variable.filled());
            }
            completed.add(filled);
        }
        return completed;
    }
}
