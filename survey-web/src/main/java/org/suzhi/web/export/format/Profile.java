package org.suzhi.web.export.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.suzhi.microdata.MissingReason;
import org.suzhi.web.export.table.Cell;
import org.suzhi.web.export.table.Table;
import org.suzhi.web.export.table.Variable;

/** What one pass over the rows tells of each variable: its counts, its range, the bytes of its texts. */
final class Profile {
    private final long[][] counts;
    private final long[][] missing;
    private final long[] valid;
    private final double[] lowest;
    private final double[] highest;
    private final int[] longest;
    private final long[] bytes;
    private final long[] texts;
    private long rows;

    private Profile(List<Variable> variables) {
        int n = variables.size();
        counts = new long[n][];
        for (int i = 0; i < n; i++) {
            counts[i] = new long[variables.get(i).categories().size()];
        }
        missing = new long[n][MissingReason.values().length];
        valid = new long[n];
        lowest = new double[n];
        highest = new double[n];
        longest = new int[n];
        bytes = new long[n];
        texts = new long[n];
    }

    static Profile of(Table table) throws IOException {
        Profile profile = new Profile(table.variables());
        table.rows().forEach(profile::add);
        return profile;
    }

    private void add(List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (cell instanceof Cell.Missing m) {
                missing[i][Cell.letter(m.reason()) - 'a']++;
            } else if (!(cell instanceof Cell.None)) {
                valid[i]++;
                add(i, cell);
            }
        }
        rows++;
    }

    private void add(int i, Cell cell) {
        if (cell instanceof Cell.Choice choice) {
            counts[i][choice.category()]++;
        } else if (cell instanceof Cell.Real number) {
            lowest[i] = Math.min(lowest[i], number.value());
            highest[i] = Math.max(highest[i], number.value());
        } else if (cell instanceof Cell.Text text && !text.text().isEmpty()) {
            int length = text.text().getBytes(StandardCharsets.UTF_8).length;
            longest[i] = Math.max(longest[i], length);
            bytes[i] += length;
            texts[i]++;
        }
    }

    long rows() {
        return rows;
    }

    long valid(int variable) {
        return valid[variable];
    }

    long count(int variable, int category) {
        return counts[variable][category];
    }

    long missing(int variable, MissingReason reason) {
        return missing[variable][Cell.letter(reason) - 'a'];
    }

    /** Whether all numbers, and zero, lie between the bounds. */
    boolean isWithin(int variable, double low, double high) {
        return lowest[variable] >= low && highest[variable] <= high;
    }

    /** Bytes of the longest text in UTF-8. */
    int longest(int variable) {
        return longest[variable];
    }

    /** Bytes of all texts in UTF-8. */
    long bytes(int variable) {
        return bytes[variable];
    }

    /** Texts that are not empty. */
    long texts(int variable) {
        return texts[variable];
    }
}
