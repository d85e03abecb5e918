package org.suzhi.web.report;

import com.deepoove.poi.data.Rows;
import com.deepoove.poi.data.TableRenderData;
import com.deepoove.poi.data.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.suzhi.web.publication.page.Table;

/** Tables of a Word file: as wide as the text, each column by the longest of its cells. */
final class WordTables {
    /** In half-width letters: a narrower column is made so wide, a wider one breaks its lines. */
    private static final int NARROWEST = 8;

    private static final int WIDEST = 40;
    /** Where many columns stand side by side, so that numbers keep in one line. */
    private static final int WIDEST_OF_MANY = 30;

    private static final int MANY = 5;

    /** Headings are bold, and so a little wider. */
    private static final int BOLD = 1;

    private WordTables() {}

    static TableRenderData of(Table table) {
        Tables.TableBuilder builder = Tables.ofPercentWidth("100%", percentages(table));
        builder.addRow(Rows.of(table.head().toArray(String[]::new)).create());
        table.rows()
                .forEach(row ->
                        builder.addRow(Rows.of(row.toArray(String[]::new)).create()));
        return builder.create();
    }

    /** Whole percentages that add up to 100. */
    static int[] percentages(Table table) {
        int columns = table.head().size();
        int[] widths = new int[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            int longest = table.rows().stream()
                    .mapToInt(row -> letters(row.get(column)))
                    .max()
                    .orElse(0);
            widths[c] = Math.min(
                    columns < MANY ? WIDEST : WIDEST_OF_MANY,
                    Math.max(NARROWEST, Math.max(longest, heading(table.head().get(c))) + 3));
        }
        int sum = Arrays.stream(widths).sum();
        List<Integer> shares = new ArrayList<>();
        for (int width : widths) {
            shares.add(100 * width / sum);
        }
        int rest = 100 - shares.stream().mapToInt(Integer::intValue).sum();
        int widest = shares.indexOf(Collections.max(shares));
        shares.set(widest, shares.get(widest) + rest);
        return shares.stream().mapToInt(Integer::intValue).toArray();
    }

    /** A heading may break once, but no word of it does. */
    private static int heading(String words) {
        int word = Arrays.stream(words.split(" "))
                .filter(w -> letters(w) == w.length())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(word, (letters(words) + 1) / 2) + BOLD;
    }

    /** The width of a text in half-width letters. */
    static int letters(String text) {
        return text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
    }
}
