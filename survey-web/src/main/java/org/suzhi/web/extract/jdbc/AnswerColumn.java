package org.suzhi.web.extract.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.NumericColumn;

/** Texts of one column while rows are read; each text is held once. */
final class AnswerColumn {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private final Map<String, Integer> codeOf = new HashMap<>();
    private final List<String> levels = new ArrayList<>();
    private int[] codes = new int[1024];
    private int rows;

    /** Sets the text of a row; rows that were passed over have none, as has an empty text. */
    void set(int row, String text) {
        fill(row);
        if (text.isEmpty()) {
            return;
        }
        Integer code = codeOf.get(text);
        if (code == null) {
            code = levels.size();
            codeOf.put(text, code);
            levels.add(text);
        }
        codes[row] = code;
    }

    private void fill(int row) {
        if (row >= codes.length) {
            codes = Arrays.copyOf(codes, Math.max(row + 1, codes.length * 2));
        }
        if (row >= rows) {
            Arrays.fill(codes, rows, row + 1, -1);
            rows = row + 1;
        }
    }

    /**
     * The column in a new order of rows, as a reader of its CSV form would make it: numbers where all texts are some, else
     * categories whose levels stand in the order in which they appear.
     */
    Column column(int[] order) {
        fill(order.length - 1);
        return levels.stream().allMatch(text -> NUMBER.matcher(text).matches()) ? numbers(order) : categories(order);
    }

    private Column numbers(int[] order) {
        double[] valueOf = levels.stream().mapToDouble(Double::parseDouble).toArray();
        double[] values = new double[order.length];
        for (int i = 0; i < values.length; i++) {
            int code = codes[order[i]];
            values[i] = code < 0 ? Double.NaN : valueOf[code];
        }
        return NumericColumn.copyOf(values);
    }

    private Column categories(int[] order) {
        int[] place = new int[levels.size()];
        Arrays.fill(place, -1);
        List<String> appearing = new ArrayList<>();
        int[] sorted = new int[order.length];
        for (int i = 0; i < sorted.length; i++) {
            int code = codes[order[i]];
            if (code >= 0 && place[code] < 0) {
                place[code] = appearing.size();
                appearing.add(levels.get(code));
            }
            sorted[i] = code < 0 ? -1 : place[code];
        }
        return CategoryColumn.copyOf(appearing, sorted);
    }
}
