package org.suzhi.web.fieldwork;

import java.time.LocalDate;
import java.util.List;

/** The known population total of one cell, for example sex = female and age_band = 30-39. */
public record MarginCell(
        List<String> variables, List<String> levels, double total, String source, LocalDate asOf, boolean synthetic) {
    public MarginCell {
        variables = List.copyOf(variables);
        levels = List.copyOf(levels);
        if (variables.size() != levels.size()) {
            throw new IllegalArgumentException(
                    "margin cell: got " + levels.size() + " levels for the variables " + variables);
        }
    }
}
