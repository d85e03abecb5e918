package org.suzhi.web.extract.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.suzhi.questionnaire.ScoringKey;
import org.suzhi.response.Control;
import org.suzhi.response.DataType;
import org.suzhi.response.Item;
import org.suzhi.web.questionnaire.AnswerCodes;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;

/**
 * Which columns a wave's extract has.
 *
 * @param answers names of the items whose answers are columns, in the order of the form
 * @param groups codes of the priority groups
 * @param choices items of several answers with the choices that they offer: each choice is a column, ITEM_CHOICE
 * @param dimensions of the score
 * @param scored which of the answers are scored
 * @param refused choices that are no answer
 * @param lists that persons were drawn from beside the areas; with them come the columns {@code frame}, which one a row was
 *     drawn from, and {@code frames}, from how many it could have been
 */
record Layout(
        List<String> answers,
        List<String> groups,
        SortedMap<String, List<String>> choices,
        List<String> dimensions,
        List<String> scored,
        List<String> refused,
        List<String> lists) {
    /** The frame of those who were drawn from no list. */
    static final String AREAS = "areas";

    /** Columns that the server itself makes; an item of such a name is left out. */
    private static final Set<String> OWN =
            Set.of("weight", "stratum", "psu", "town", "status", "score", "unanswered", "wave");

    private static final Set<String> OF_LISTS = Set.of("frame", "frames");

    /** No answers: for whoever asks only which rows there are. */
    static final Layout BARE =
            new Layout(List.of(), List.of(), new TreeMap<>(), List.of(), List.of(), List.of(), List.of());

    Layout {
        answers = List.copyOf(answers);
        groups = List.copyOf(groups);
        choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
        dimensions = List.copyOf(dimensions);
        scored = List.copyOf(scored);
        refused = List.copyOf(refused);
        lists = List.copyOf(lists);
    }

    /** The names of all columns in their order. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("weight", "stratum", "psu", "town", "status"));
        if (!lists.isEmpty()) {
            columns.addAll(List.of("frame", "frames"));
        }
        columns.addAll(answers);
        columns.addAll(groups);
        choices.forEach((item, codes) -> codes.forEach(code -> columns.add(column(item, code))));
        columns.add("score");
        columns.add("unanswered");
        columns.addAll(dimensions);
        return columns;
    }

    /** @param calculated calculated items that are kept since margins or breakdowns name them */
    static Layout of(
            PublishedQuestionnaire questionnaire,
            List<String> groups,
            Set<String> calculated,
            AnswerCodes codes,
            List<String> lists) {
        List<String> dimensions = List.copyOf(questionnaire.scoring().dimensions());
        Set<String> taken = new HashSet<>(OWN);
        if (!lists.isEmpty()) {
            taken.addAll(OF_LISTS);
        }
        taken.addAll(groups);
        taken.addAll(dimensions);
        Map<String, Integer> times = new HashMap<>();
        List<Item> items = questionnaire.form().items();
        items.forEach(item -> times.merge(item.name(), 1, Integer::sum));
        List<String> answers = new ArrayList<>();
        SortedMap<String, List<String>> choices = new TreeMap<>();
        for (Item item : items) {
            if (item.control() == Control.SELECT_MULTIPLE && times.getOrDefault(item.name(), 0) == 1) {
                choices.put(item.name(), free(item, times.keySet(), taken));
            }
            boolean number = item.type() == DataType.INT || item.type() == DataType.DECIMAL;
            boolean kept = item.control() == Control.SELECT_ONE || number || calculated.contains(item.name());
            if (kept && times.getOrDefault(item.name(), 0) == 1 && !taken.contains(item.name())) {
                answers.add(item.name());
            }
        }
        List<String> scored = questionnaire.scoring().items().stream()
                .map(ScoringKey.ScoredItem::item)
                .filter(answers::contains)
                .toList();
        return new Layout(
                answers,
                groups,
                choices,
                dimensions,
                scored,
                codes.refused().stream().sorted().toList(),
                lists);
    }

    /** The choices whose columns bear no name that another column has. */
    private static List<String> free(Item item, Set<String> items, Set<String> taken) {
        return item.choices().keySet().stream()
                .filter(code ->
                        !items.contains(column(item.name(), code)) && !taken.contains(column(item.name(), code)))
                .toList();
    }

    /** The column that tells whether a choice was made. */
    static String column(String item, String choice) {
        return item + "_" + choice;
    }
}
