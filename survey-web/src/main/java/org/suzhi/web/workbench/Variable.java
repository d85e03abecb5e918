package org.suzhi.web.workbench;

import java.util.List;
import java.util.Optional;

/**
 * A column that can be analysed, in one language.
 *
 * @param name of the column
 * @param label what it is, such as the question asked
 * @param topic where it belongs in a list of choices
 * @param levels its categories in the order of the questionnaire; empty for a number
 */
public record Variable(String name, String label, Topic topic, List<Level> levels) {
    /** Where a variable belongs in a list of choices. */
    public enum Topic {
        /** What results are broken down by. */
        BACKGROUND,
        /** Priority groups, 0 or 1. */
        GROUP,
        /** Score and scores of dimensions. */
        SCORE,
        /** Other answers. */
        ANSWER
    }

    /** A category. */
    public record Level(String code, String label) {}

    public Variable {
        levels = List.copyOf(levels);
    }

    public boolean isCategory() {
        return !levels.isEmpty();
    }

    List<String> codes() {
        return levels.stream().map(Level::code).toList();
    }

    public Optional<Level> level(String code) {
        return levels.stream().filter(l -> l.code().equals(code)).findFirst();
    }
}
