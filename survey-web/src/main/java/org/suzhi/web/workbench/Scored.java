package org.suzhi.web.workbench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.Extract;
import org.suzhi.questionnaire.ScoringKey;
import org.suzhi.questionnaire.ScoringKey.ScoredItem;
import org.suzhi.web.questionnaire.AnswerCodes;

/**
 * The scored items of a wave, and what respondents left without an answer.
 *
 * @param rows empty while they are put together
 */
public record Scored(ScoringKey key, AnswerCodes codes, Optional<Extract> rows) {
    /** Ends the names of scores computed from the answers, which are missing where an answer is. */
    public static final String COMPLETE = "_complete";

    private static final String TOTAL = "score";
    private static final String STATUS = "status";

    /** The scored items that are columns; of several choices none is. */
    public List<String> columns() {
        return key.items().stream()
                .map(ScoredItem::item)
                .filter(item -> rows.map(r -> r.has(item)).orElse(true))
                .toList();
    }

    /** Whether it is the score or the score of a dimension. */
    public boolean isScore(String column) {
        return column.equals(TOTAL) || key.dimensions().contains(column);
    }

    /** Whether a score can be computed from the columns; of other columns nothing needs to be. */
    public boolean canRecompute(String column) {
        return !isScore(column)
                || of(column).stream().allMatch(item -> columns().contains(item.item()));
    }

    /** The items of a score. */
    List<ScoredItem> of(String score) {
        return key.items().stream()
                .filter(item -> score.equals(TOTAL) || item.dimension().equals(score))
                .toList();
    }

    /** The columns of those given that a respondent left without an answer. */
    Set<String> open(List<String> columns) {
        Set<String> open = new LinkedHashSet<>();
        for (String name : columns) {
            if (rows.filter(r -> r.has(name) && isOpen(r, r.column(name))).isPresent()) {
                open.add(name);
            }
        }
        return open;
    }

    private boolean isOpen(Extract table, Column column) {
        Optional<Column> status = table.has(STATUS) ? Optional.of(table.column(STATUS)) : Optional.empty();
        for (int i = 0; i < column.size(); i++) {
            int row = i;
            if ((column.isMissing(i) || codes.isNone(column.text(i)))
                    && status.map(s -> s.text(row).equals("R")).orElse(true)) {
                return true;
            }
        }
        return false;
    }

    /** Points of items as an expression over their columns; missing where one of them is. */
    static String points(List<ScoredItem> items) {
        List<String> terms = new ArrayList<>();
        for (ScoredItem item : items) {
            terms.add(item.points() + " * (`" + item.item() + "` == \"" + item.key() + "\")");
        }
        return String.join(" + ", terms);
    }
}
