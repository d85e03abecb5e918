package org.suzhi.web.weighting.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

/**
 * Which columns of a wave's rows a plan can name.
 *
 * @param ofAll categories that every row has, also those of persons who did not answer
 * @param counts whole numbers from 1 up that every respondent has; no coded answer and nothing that the form calculates
 * @param lists that persons were drawn from beside the areas
 */
record PlanColumns(List<Named> ofAll, List<Named> counts, List<String> lists) {
    private static final Set<String> NO_CLASSES = Set.of("status");
    private static final Set<String> NO_COUNTS = Set.of("weight", "score", "unanswered", "age");
    private static final int MOST_LEVELS = 500;

    /**
     * A column.
     *
     * @param levels how many it has; 0 of a number
     * @param complete whether every row has a value
     */
    record Named(String name, String label, int levels, boolean complete) {}

    PlanColumns {
        ofAll = List.copyOf(ofAll);
        counts = List.copyOf(counts);
        lists = List.copyOf(lists);
    }

    static PlanColumns of(Extract rows, WeightingDesk.Names names) {
        List<Named> classes = new ArrayList<>();
        List<Named> counts = new ArrayList<>();
        CategoryColumn status = (CategoryColumn) rows.column("status");
        for (String name : rows.names()) {
            Column column = rows.column(name);
            boolean complete = isComplete(column, status, false);
            if (column instanceof CategoryColumn category
                    && complete
                    && !NO_CLASSES.contains(name)
                    && category.levels().size() <= MOST_LEVELS) {
                classes.add(
                        new Named(name, names.variable(name), category.levels().size(), true));
            } else if (column instanceof NumericColumn number
                    && !NO_COUNTS.contains(name)
                    && !names.variables().containsKey(name)
                    && isComplete(column, status, true)
                    && isCount(number)) {
                counts.add(new Named(name, names.variable(name), 0, complete));
            }
        }
        return new PlanColumns(classes, counts, lists(rows));
    }

    /** The frames of the rows but that of the areas. */
    private static List<String> lists(Extract rows) {
        return rows.has("frame") && rows.column("frame") instanceof CategoryColumn frame
                ? frame.levels().stream().filter(name -> !name.equals("areas")).toList()
                : List.of();
    }

    /** Whether only respondents have it. */
    boolean isOfRespondentsOnly(String name) {
        return counts.stream().anyMatch(c -> c.name().equals(name) && !c.complete());
    }

    private static boolean isComplete(Column column, CategoryColumn status, boolean respondents) {
        for (int i = 0; i < column.size(); i++) {
            if (column.isMissing(i) && (!respondents || status.text(i).equals("R"))) {
                return false;
            }
        }
        return column.size() > 0;
    }

    private static boolean isCount(NumericColumn column) {
        boolean more = false;
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                double value = column.value(i);
                if (value < 1 || value != Math.rint(value)) {
                    return false;
                }
                more |= value > 1;
            }
        }
        return more;
    }
}
