package org.suzhi.microdata;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An immutable table of named columns of equal length: all that an analysis may see. */
public final class Extract {
    private final int rows;
    private final Map<String, Column> columns;

    private Extract(int rows, Map<String, Column> columns) {
        this.rows = rows;
        this.columns = Collections.unmodifiableMap(columns);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Column names in their order. */
    public Set<String> names() {
        return columns.keySet();
    }

    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /**
     * The column of a name.
     *
     * @throws MicrodataProblem {@code missing_column} when there is none
     */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new MicrodataProblem("missing_column", name, String.join(", ", columns.keySet()));
        }
        return column;
    }

    /** This extract with one more column, or with a column replaced. */
    public Extract with(String name, Column column) {
        Map<String, Column> more = new LinkedHashMap<>(columns);
        more.put(name, column);
        return of(more);
    }

    private static Extract of(Map<String, Column> columns) {
        int rows = -1;
        for (Map.Entry<String, Column> e : columns.entrySet()) {
            int size = e.getValue().size();
            if (rows >= 0 && size != rows) {
                throw new IllegalArgumentException(
                        "column '" + e.getKey() + "' has " + size + " rows, the columns before it " + rows);
            }
            rows = size;
        }
        return new Extract(Math.max(rows, 0), columns);
    }

    /** Collects columns in order. */
    public static final class Builder {
        private final Map<String, Column> columns = new LinkedHashMap<>();

        private Builder() {}

        /** Numbers; NaN stands for an item without an answer. */
        public Builder numeric(String name, double[] values) {
            return column(name, NumericColumn.copyOf(values));
        }

        /** Categories by code; -1 stands for an item without an answer. */
        public Builder category(String name, List<String> levels, int[] codes) {
            return column(name, CategoryColumn.copyOf(levels, codes));
        }

        /**
         * Categories by text; null stands for an item without an answer.
         *
         * @throws MicrodataProblem {@code undeclared_level} when a text is not a level
         */
        public Builder category(String name, List<String> levels, List<@Nullable String> texts) {
            Map<String, Integer> codeOf = new LinkedHashMap<>();
            levels.forEach(level -> codeOf.put(level, codeOf.size()));
            int[] codes = new int[texts.size()];
            Arrays.fill(codes, -1);
            for (int i = 0; i < codes.length; i++) {
                String text = texts.get(i);
                if (text != null) {
                    Integer code = codeOf.get(text);
                    if (code == null) {
                        throw new MicrodataProblem("undeclared_level", name, i + 1, text, String.join(", ", levels));
                    }
                    codes[i] = code;
                }
            }
            return column(name, CategoryColumn.owning(levels, codes));
        }

        public Builder column(String name, Column column) {
            if (columns.putIfAbsent(name, column) != null) {
                throw new IllegalArgumentException("column '" + name + "' is given twice");
            }
            return this;
        }

        public Extract build() {
            return of(columns);
        }
    }
}
