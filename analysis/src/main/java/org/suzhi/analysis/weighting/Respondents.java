package org.suzhi.analysis.weighting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.suzhi.analysis.design.SurveyDesign;

/** Leaves respondents only; the others keep their place in strata and PSUs with weight 0. */
public final class Respondents {
    private final SurveyDesign design;
    private final Map<Disposition, Dropped> dropped;

    private Respondents(SurveyDesign design, Map<Disposition, Dropped> dropped) {
        this.design = design;
        this.dropped = dropped;
    }

    /** Rows that had weight and were dropped, and the sum of it. */
    public record Dropped(int rows, double weight) {
        private Dropped and(double more) {
            return new Dropped(rows + 1, weight + more);
        }
    }

    /** The design of the rows whose disposition is R. */
    public static Respondents of(SurveyDesign design, String status) {
        Dispositions rows = Dispositions.of(design, status);
        double[] factors = new double[design.rows()];
        Map<Disposition, Dropped> dropped = new EnumMap<>(Disposition.class);
        for (int i = 0; i < factors.length; i++) {
            factors[i] = rows.is(Disposition.R, i) ? 1 : 0;
            for (Disposition one : List.of(Disposition.N, Disposition.I, Disposition.U)) {
                if (rows.is(one, i)) {
                    double w = design.weight(i);
                    dropped.merge(one, new Dropped(1, w), (before, row) -> before.and(row.weight()));
                }
            }
        }
        return new Respondents(design.multiplied(factors), dropped);
    }

    public SurveyDesign design() {
        return design;
    }

    /** What was dropped, by disposition; weight of nonrespondents is there only when no step moved it before. */
    public Map<Disposition, Dropped> dropped() {
        return Map.copyOf(dropped);
    }
}
