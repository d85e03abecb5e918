package org.suzhi.web.export.table;

import java.util.List;

/**
 * A column of an export.
 *
 * @param item path of the questionnaire's item, "" for a column that the server adds
 * @param label the question as it was asked, or what the column holds
 * @param categories of a {@link Kind#CATEGORY}, else empty
 */
public record Variable(String name, Kind kind, String item, Label label, List<Category> categories) {
    /** What the cells of a variable are. */
    public enum Kind {
        WHOLE,
        REAL,
        /** 0 or 1. */
        FLAG,
        CATEGORY,
        TEXT,
        MOMENT,
        DAY
    }

    public Variable {
        categories = List.copyOf(categories);
    }

    /** Whether its cells are {@link Cell.Real}s. */
    public boolean isNumeric() {
        return kind == Kind.WHOLE || kind == Kind.REAL || kind == Kind.FLAG;
    }
}
