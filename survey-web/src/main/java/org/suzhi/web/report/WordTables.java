package org.suzhi.web.report;

import com.deepoove.poi.data.Rows;
import com.deepoove.poi.data.TableRenderData;
import com.deepoove.poi.data.Tables;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGridCol;
import org.suzhi.web.publication.page.Table;

/**
 * Tables of a Word file: as wide as the text, each column wide enough for its longest word or number, and the rest of the
 * width to those with long lines. Where even the words of all columns do not stand side by side, the letters are smaller.
 *
 * <p>Widths are counted in digits.
 */
final class WordTables {
    /** Points of the letters of a table, as the templates have them. */
    static final double POINTS = 9;

    private static final double SMALLEST_POINTS = 6.5;

    /** Digits of that size side by side on a page between its margins: 442 points, a digit of Noto Sans is 0.556 em wide. */
    private static final double ROOM = 88;

    /** The padding of a cell. */
    private static final double PADDING = 1.5;

    /** Headings are bold, and so a little wider. */
    private static final double BOLD = 1.07;

    /** A longer word, such as an address, may be broken. */
    private static final double LONGEST_WORD = 30;

    /** Words that end at blanks, and letters that a line may end behind. */
    private static final Pattern WORD = Pattern.compile("[^\\s\\u2E80-\\uFFEF]+|[\\u2E80-\\uFFEF]");

    private WordTables() {}

    static TableRenderData of(Table table) {
        int columns = table.head().size();
        int[] percent = new int[columns];
        Arrays.fill(percent, 100 / columns);
        percent[0] += 100 % columns;
        Tables.TableBuilder builder = Tables.ofPercentWidth("100%", percent);
        builder.addRow(Rows.of(table.head().toArray(String[]::new)).create());
        table.rows()
                .forEach(row ->
                        builder.addRow(Rows.of(row.toArray(String[]::new)).create()));
        return builder.create();
    }

    /** Gives the columns of a filled table their widths, and its letters their size. */
    static void fit(XWPFTable table) {
        List<List<String>> cells = table.getRows().stream()
                .map(row ->
                        row.getTableCells().stream().map(XWPFTableCell::getText).toList())
                .toList();
        double[] narrowest = narrowest(cells);
        double needed = Arrays.stream(narrowest).sum();
        double points = needed <= ROOM ? POINTS : Math.max(SMALLEST_POINTS, Math.floor(2 * POINTS * ROOM / needed) / 2);
        double[] shares = shares(narrowest, widest(cells), ROOM * POINTS / points);
        CTTblGridCol[] grid = table.getCTTbl().getTblGrid().getGridColArray();
        double whole = Arrays.stream(grid)
                .mapToDouble(column -> ((BigInteger) column.getW()).doubleValue())
                .sum();
        for (int c = 0; c < grid.length; c++) {
            grid[c].setW(BigInteger.valueOf(Math.round(whole * shares[c])));
        }
        for (XWPFTableRow row : table.getRows()) {
            List<XWPFTableCell> ofRow = row.getTableCells();
            for (int c = 0; c < ofRow.size(); c++) {
                ofRow.get(c).getCTTc().getTcPr().getTcW().setW(BigInteger.valueOf(Math.round(5000 * shares[c])));
                if (points < POINTS) {
                    ofRow.get(c).getParagraphs().forEach(p -> p.getRuns().forEach(run -> run.setFontSize(points)));
                }
            }
        }
    }

    /** What the longest word of each column takes. */
    static double[] narrowest(List<List<String>> cells) {
        double[] widths = new double[cells.get(0).size()];
        for (List<String> row : cells) {
            double bold = row == cells.get(0) ? BOLD : 1;
            for (int c = 0; c < widths.length; c++) {
                Matcher words = WORD.matcher(row.get(c));
                while (words.find()) {
                    widths[c] = Math.max(widths[c], bold * Math.min(LONGEST_WORD, width(words.group())));
                }
            }
        }
        return Arrays.stream(widths).map(width -> width + PADDING).toArray();
    }

    /** What the longest cell of each column takes in one line; a heading may have two. */
    private static double[] widest(List<List<String>> cells) {
        double[] widths = new double[cells.get(0).size()];
        for (List<String> row : cells) {
            double lines = row == cells.get(0) ? 2 / BOLD : 1;
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], width(row.get(c)) / lines);
            }
        }
        return Arrays.stream(widths).map(width -> width + PADDING).toArray();
    }

    /** The share of the width that each column gets; all together 1. */
    static double[] shares(double[] narrowest, double[] widest, double room) {
        double needed = Arrays.stream(narrowest).sum();
        double[] more = new double[narrowest.length];
        for (int c = 0; c < more.length; c++) {
            more[c] = Math.max(0, widest[c] - narrowest[c]);
        }
        double wanted = Arrays.stream(more).sum();
        double given = wanted == 0 ? 0 : Math.min(1, Math.max(0, room - needed) / wanted);
        double[] shares = new double[more.length];
        for (int c = 0; c < more.length; c++) {
            shares[c] = narrowest[c] + given * more[c];
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** The size of letters, to half a point, at which a text just has room in one line of the page. */
    static double pointsInOneLine(String text) {
        return Math.floor(2 * POINTS * ROOM / width(text)) / 2;
    }

    /** The width of a text, in digits. */
    static double width(String text) {
        return text.codePoints().mapToDouble(WordTables::letter).sum();
    }

    private static double letter(int c) {
        if (c >= 0x2E80) {
            return 1.8;
        }
        if ("mwMW%@—".indexOf(c) >= 0) {
            return 1.6;
        }
        if (".,:;'|ijl!() ".indexOf(c) >= 0) {
            return 0.6;
        }
        return Character.isUpperCase(c) ? 1.2 : 1;
    }
}
