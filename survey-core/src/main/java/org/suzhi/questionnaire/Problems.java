package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.List;

/** The problems found so far while a workbook is read. */
final class Problems {
    private final List<FormProblem> found = new ArrayList<>();

    void add(String sheet, int row, String column, String got, String code, String... arguments) {
        found.add(new FormProblem(sheet, row, column, got, code, List.of(arguments)));
    }

    List<FormProblem> found() {
        return List.copyOf(found);
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new FormProblems(found);
        }
    }
}
