package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the scoring sheet: item, key, points, dimension. */
final class ScoringReader {
    private static final List<String> COLUMNS = List.of("item", "key", "points", "dimension");
    private final Map<String, SurveyElement> questions = new HashMap<>();
    private final Map<String, ChoiceList> lists;
    private final Problems problems;

    ScoringReader(SurveyElement root, Map<String, ChoiceList> lists, Problems problems) {
        this.lists = lists;
        this.problems = problems;
        root.walk(element -> {
            if (element.kind == SurveyElement.Kind.QUESTION) {
                questions.put(element.name, element);
            }
        });
    }

    ScoringKey read(@Nullable Sheet sheet) {
        var items = new ArrayList<ScoringKey.ScoredItem>();
        if (sheet == null) {
            return new ScoringKey(items);
        }
        boolean complete = true;
        for (String column : COLUMNS) {
            if (!sheet.columns().contains(column)) {
                problems.add(sheet.name(), 1, column, String.join(", ", sheet.columns()), "column.missing", column);
                complete = false;
            }
        }
        Set<String> seen = new HashSet<>();
        for (Sheet.SheetRow row : complete ? sheet.rows() : List.<Sheet.SheetRow>of()) {
            ScoringKey.ScoredItem item = read(sheet, row);
            if (item != null) {
                items.add(item);
                if (!seen.add(item.item())) {
                    problems.add(sheet.name(), row.number(), "item", item.item(), "scoring.doubled");
                }
            }
        }
        return new ScoringKey(items);
    }

    private ScoringKey.@Nullable ScoredItem read(Sheet sheet, Sheet.SheetRow row) {
        for (String column : COLUMNS) {
            if (row.cell(column).isEmpty()) {
                problems.add(sheet.name(), row.number(), column, "", "scoring.empty");
                return null;
            }
        }
        String item = row.cell("item");
        String key = row.cell("key");
        SurveyElement question = questions.get(item);
        if (question == null) {
            problems.add(sheet.name(), row.number(), "item", item, "scoring.unknownItem");
            return null;
        }
        ChoiceList list = lists.get(question.list);
        if (list != null) {
            for (String word : key.split("\\s+", -1)) {
                if (list.choices.stream().noneMatch(choice -> choice.name().equals(word))) {
                    problems.add(sheet.name(), row.number(), "key", word, "scoring.unknownKey", list.name);
                }
            }
        }
        try {
            double points = Double.parseDouble(row.cell("points"));
            return new ScoringKey.ScoredItem(item, key, points, row.cell("dimension"));
        } catch (NumberFormatException e) {
            problems.add(sheet.name(), row.number(), "points", row.cell("points"), "scoring.points");
            return null;
        }
    }
}
