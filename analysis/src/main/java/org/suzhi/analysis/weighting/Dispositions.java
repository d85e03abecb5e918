package org.suzhi.analysis.weighting;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.microdata.Column;

/** The rows of every disposition; rows without weight are in none, for weighting is done with them. */
final class Dispositions {
    private final Map<Disposition, boolean[]> rows;
    private final int count;

    private Dispositions(Map<Disposition, boolean[]> rows, int count) {
        this.rows = rows;
        this.count = count;
    }

    /**
     * Reads a column.
     *
     * @throws AnalysisProblem {@code status_unknown} naming the first row whose text is none of R, N, I, U
     */
    static Dispositions of(SurveyDesign design, String name) {
        Column column = design.extract().column(name);
        int n = design.rows();
        Map<String, boolean[]> byText = new HashMap<>();
        Map<Disposition, boolean[]> rows = new EnumMap<>(Disposition.class);
        for (Disposition one : Disposition.values()) {
            boolean[] none = new boolean[n];
            rows.put(one, none);
            byText.put(one.name(), none);
        }
        for (int i = 0; i < n; i++) {
            if (design.weight(i) != 0) {
                boolean[] of = byText.get(column.text(i));
                if (of == null) {
                    throw new AnalysisProblem("status_unknown", name, i + 1, column.text(i));
                }
                of[i] = true;
            }
        }
        return new Dispositions(rows, n);
    }

    /** The same, refusing rows of unknown eligibility. */
    static Dispositions resolved(SurveyDesign design, String name) {
        Dispositions all = of(design, name);
        int unknown = 0;
        int first = -1;
        for (int i = 0; i < design.rows(); i++) {
            if (all.is(Disposition.U, i)) {
                first = first < 0 ? i : first;
                unknown++;
            }
        }
        if (unknown > 0) {
            throw new AnalysisProblem("unknown_left", unknown, name, first + 1);
        }
        return all;
    }

    boolean is(Disposition one, int row) {
        boolean[] of = rows.get(one);
        return of != null && of[row];
    }

    /** Whether each row is of one of some dispositions. */
    boolean[] any(Disposition... some) {
        boolean[] any = new boolean[count];
        for (Disposition one : some) {
            for (int i = 0; i < count; i++) {
                any[i] |= is(one, i);
            }
        }
        return any;
    }
}
