package org.suzhi.analysis.weighting;

import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.microdata.Column;

/** The disposition of every row; rows without weight have none, for weighting is done with them. */
final class Dispositions {
    private static final char NONE = ' ';

    private final char[] letters;

    private Dispositions(char[] letters) {
        this.letters = letters;
    }

    /**
     * Reads a column.
     *
     * @throws AnalysisProblem {@code status_unknown} naming the first row whose text is none of R, N, I, U
     */
    static Dispositions of(SurveyDesign design, String name) {
        Column column = design.extract().column(name);
        char[] letters = new char[design.rows()];
        for (int i = 0; i < letters.length; i++) {
            String text = design.weight(i) == 0 ? "" : column.text(i);
            if (design.weight(i) != 0 && (text.length() != 1 || "RNIU".indexOf(text.charAt(0)) < 0)) {
                throw new AnalysisProblem("status_unknown", name, i + 1, text);
            }
            letters[i] = text.isEmpty() ? NONE : text.charAt(0);
        }
        return new Dispositions(letters);
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
        return letters[row] == one.name().charAt(0);
    }

    /** Whether each row is of one of some dispositions. */
    boolean[] any(Disposition... some) {
        boolean[] any = new boolean[letters.length];
        for (Disposition one : some) {
            char letter = one.name().charAt(0);
            for (int i = 0; i < any.length; i++) {
                any[i] |= letters[i] == letter;
            }
        }
        return any;
    }
}
