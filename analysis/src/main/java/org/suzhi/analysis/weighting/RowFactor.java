package org.suzhi.analysis.weighting;

import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.design.SurveyDesign;

/**
 * Weighting by a count of the row: times the eligible persons of a household when one of them was asked, or divided by the
 * number of lists on which a person could have been drawn (multiplicity; Kish 1965, 11.2; Lohr 2022, 11).
 */
public final class RowFactor {
    private final String variable;
    private final double cap;
    private final Optional<Double> unknown;

    /**
     * @param variable column of counts, at least 1
     * @param cap largest count that is used; infinite for none
     * @param unknown the count of rows that have none; empty to refuse them
     */
    public RowFactor(String variable, double cap, Optional<Double> unknown) {
        this.variable = variable;
        this.cap = cap;
        this.unknown = unknown;
    }

    /**
     * What was done.
     *
     * @param capped rows whose count was above the cap
     * @param filled rows whose count was not known
     */
    public record Applied(SurveyDesign design, int capped, int filled) {}

    /** Weights times the count. */
    public Applied multiply(SurveyDesign design) {
        return apply(design, "household", false);
    }

    /** Weights divided by the count. */
    public Applied divide(SurveyDesign design) {
        return apply(design, "multiplicity", true);
    }

    private Applied apply(SurveyDesign design, String step, boolean divide) {
        double[] counts = Numbers.of(design.extract(), variable);
        int capped = 0;
        int filled = 0;
        for (int i = 0; i < counts.length; i++) {
            if (design.weight(i) == 0) {
                counts[i] = 1;
                continue;
            }
            if (Double.isNaN(counts[i])) {
                int row = i + 1;
                counts[i] = unknown.orElseThrow(() -> new AnalysisProblem("count_missing", variable, row, step));
                filled++;
            }
            if (!(counts[i] >= 1) || Double.isInfinite(counts[i])) {
                throw new AnalysisProblem("count_below_one", variable, i + 1, counts[i], step);
            }
            if (counts[i] > cap) {
                counts[i] = cap;
                capped++;
            }
        }
        for (int i = 0; divide && i < counts.length; i++) {
            counts[i] = 1 / counts[i];
        }
        return new Applied(design.multiplied(counts), capped, filled);
    }
}
