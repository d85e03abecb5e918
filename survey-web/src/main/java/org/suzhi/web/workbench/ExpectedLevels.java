package org.suzhi.web.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.suzhi.response.DataType;
import org.suzhi.response.Item;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;

/**
 * The categories that the columns of a wave can have, as far as questionnaire and weighting tell before any row is there.
 *
 * @param sections how the wave is weighted
 * @param groups names of columns of 0 and 1
 * @param towns codes
 */
record ExpectedLevels(
        PublishedQuestionnaire form, Map<String, Object> sections, Set<String> groups, List<String> towns) {
    /** The categories of each column, empty for a number; columns of which nothing is known are left out. */
    Map<String, List<String>> of(List<String> columns) {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        for (String name : columns) {
            of(name).filter(there -> there.size() <= FoundLevels.MOST_LEVELS)
                    .ifPresent(there -> levels.put(name, there));
        }
        return levels;
    }

    private Optional<List<String>> of(String name) {
        if (groups.contains(name)) {
            return Optional.of(List.of("0", "1"));
        }
        if (name.equals("town")) {
            return Optional.of(towns);
        }
        if (name.equals("score")
                || name.equals("unanswered")
                || form.scoring().dimensions().contains(name)) {
            return Optional.of(List.of());
        }
        Set<String> choices = form.choices(name).keySet();
        if (!choices.isEmpty()) {
            return Optional.of(List.copyOf(choices));
        }
        if (sections.get("factors") instanceof Map<?, ?> factors && factors.get(name) instanceof List<?> declared) {
            return Optional.of(declared.stream().map(String::valueOf).toList());
        }
        return form.form().items().stream()
                .filter(item -> item.name().equals(name) && isNumber(item))
                .findFirst()
                .map(item -> List.of());
    }

    private static boolean isNumber(Item item) {
        return item.type() == DataType.INT || item.type() == DataType.DECIMAL;
    }
}
