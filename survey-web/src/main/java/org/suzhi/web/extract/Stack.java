package org.suzhi.web.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

/**
 * Rows of several waves under each other, with the year in column {@code wave}. Strata and PSUs begin with the year, since
 * every wave is drawn on its own. Columns that a wave lacks are left out; only {@code frames} is 1 in a wave that was drawn
 * from areas alone.
 */
public final class Stack {
    /** The year of a row's wave. */
    public static final String WAVE = "wave";

    /** From how many frames a person could have been drawn. */
    public static final String FRAMES = "frames";

    private static final Set<String> DRAWN = Set.of("stratum", "psu");

    private Stack() {}

    /**
     * Stacks tables.
     *
     * @param byYear the rows of each wave by its year, the oldest first
     */
    public static Extract of(Map<Integer, Extract> byYear) {
        List<Integer> years = List.copyOf(byYear.keySet());
        boolean lists = byYear.values().stream().anyMatch(t -> t.has(FRAMES));
        List<Extract> tables = byYear.values().stream()
                .map(t -> lists && !t.has(FRAMES) ? ofOneFrame(t) : t)
                .toList();
        Extract newest = tables.get(tables.size() - 1);
        int rows = tables.stream().mapToInt(Extract::rows).sum();
        double[] wave = new double[rows];
        int at = 0;
        for (int w = 0; w < years.size(); w++) {
            Arrays.fill(wave, at, at + tables.get(w).rows(), years.get(w));
            at += tables.get(w).rows();
        }
        Extract.Builder stacked = Extract.builder().numeric(WAVE, wave);
        for (String name : newest.names()) {
            if (!name.equals(WAVE) && tables.stream().allMatch(t -> t.has(name))) {
                stacked.column(name, column(name, years, tables, rows));
            }
        }
        return stacked.build();
    }

    private static Extract ofOneFrame(Extract table) {
        double[] frames = new double[table.rows()];
        Arrays.fill(frames, 1);
        Extract.Builder with = Extract.builder();
        table.names().forEach(name -> with.column(name, table.column(name)));
        return with.numeric(FRAMES, frames).build();
    }

    private static Column column(String name, List<Integer> years, List<Extract> tables, int rows) {
        List<Column> parts = tables.stream().map(t -> t.column(name)).toList();
        if (!DRAWN.contains(name) && parts.stream().allMatch(Stack::isNumeric)) {
            double[] values = new double[rows];
            Arrays.fill(values, Double.NaN);
            int at = 0;
            for (Column part : parts) {
                if (part instanceof NumericColumn numbers) {
                    System.arraycopy(numbers.toArray(), 0, values, at, numbers.size());
                }
                at += part.size();
            }
            return NumericColumn.copyOf(values);
        }
        Texts texts = new Texts(rows);
        for (int w = 0; w < parts.size(); w++) {
            String prefix = DRAWN.contains(name) ? years.get(w) + "-" : "";
            texts.add(parts.get(w), text -> prefix + text);
        }
        return CategoryColumn.copyOf(texts.levels, texts.codes);
    }

    /** A column without any answer is read as numbers. */
    private static boolean isNumeric(Column column) {
        return column instanceof NumericColumn
                || ((CategoryColumn) column).levels().isEmpty();
    }

    /** Collects categories in the order in which they appear, as a reader of the CSV form does. */
    private static final class Texts {
        private final Map<String, Integer> codeOf = new LinkedHashMap<>();
        private final List<String> levels = new ArrayList<>();
        private final int[] codes;
        private int at;

        Texts(int rows) {
            codes = new int[rows];
        }

        void add(Column part, UnaryOperator<String> written) {
            int[] known = part instanceof CategoryColumn categories
                    ? new int[categories.levels().size()]
                    : new int[0];
            Arrays.fill(known, -1);
            for (int i = 0; i < part.size(); i++) {
                if (part.isMissing(i)) {
                    codes[at++] = -1;
                } else if (part instanceof CategoryColumn categories) {
                    int code = categories.code(i);
                    known[code] = known[code] < 0 ? code(written.apply(part.text(i))) : known[code];
                    codes[at++] = known[code];
                } else {
                    codes[at++] = code(written.apply(part.text(i)));
                }
            }
        }

        private int code(String text) {
            return codeOf.computeIfAbsent(text, t -> {
                levels.add(t);
                return levels.size() - 1;
            });
        }
    }
}
