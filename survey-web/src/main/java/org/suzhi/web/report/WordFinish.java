package org.suzhi.web.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.web.report.Report.Grid;

/** What a filled template lacks: styles of tables, heads that repeat on the next page, words for pictures. */
final class WordFinish {
    private static final String TABLE = "ReportTable";
    private static final String TABLE_TEXT = "TableText";
    private static final String TABLE_HEAD = "TableHead";

    /** Under the report: office and date, which stay together. */
    private static final String CLOSING = "Closing";

    private static final String ISSUER = "Issuer";
    private static final double ISSUER_POINTS = 26;
    private static final double SMALLEST_ISSUER_POINTS = 18;

    /** At the sides of a cell, in twentieths of a point: little, so that numbers of many columns keep in one line. */
    private static final int PADDING = 60;

    private WordFinish() {}

    /**
     * Finishes a document.
     *
     * @param charts in the order of their pictures
     */
    static void finish(XWPFDocument document, Report report, List<Chart> charts) {
        Set<List<String>> words = report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(block -> block instanceof Grid grid && grid.words())
                .map(block -> ((Grid) block).table().head())
                .collect(Collectors.toSet());
        for (XWPFTable table : document.getTables()) {
            List<String> head = table.getRow(0).getTableCells().stream()
                    .map(XWPFTableCell::getText)
                    .toList();
            table(table, words.contains(head));
        }
        int next = 0;
        for (XWPFParagraph paragraph : document.getParagraphs()) {
            if (CLOSING.equals(paragraph.getStyle())) {
                paragraph.setKeepNext(true);
            } else if (ISSUER.equals(paragraph.getStyle())) {
                inOneLine(paragraph);
            }
            for (XWPFRun run : paragraph.getRuns()) {
                for (CTInline inline : run.getCTR().getDrawingList().stream()
                        .flatMap(drawing -> drawing.getInlineList().stream())
                        .toList()) {
                    inline.getDocPr().setDescr(charts.get(next++).text().description());
                }
            }
        }
        document.getProperties().getCoreProperties().setTitle(report.title());
        document.getProperties()
                .getCoreProperties()
                .setCreator(report.letterhead().issuer());
    }

    /** A long name of an office stands in smaller letters, not with its last character alone in a second line. */
    private static void inOneLine(XWPFParagraph issuer) {
        double points = WordTables.pointsInOneLine(issuer.getText());
        if (points < ISSUER_POINTS && points >= SMALLEST_ISSUER_POINTS) {
            issuer.getRuns().forEach(run -> run.setFontSize(points));
        }
    }

    private static void table(XWPFTable table, boolean words) {
        table.setStyleID(TABLE);
        table.getCTTbl().getTblPr().unsetTblBorders();
        table.setCellMargins(0, PADDING, 0, PADDING);
        WordTables.fit(table);
        for (XWPFTableRow row : table.getRows()) {
            boolean head = row == table.getRow(0);
            row.setRepeatHeader(head);
            row.setCantSplitRow(true);
            for (XWPFTableCell cell : row.getTableCells()) {
                boolean first = cell == row.getCell(0);
                for (XWPFParagraph paragraph : cell.getParagraphs()) {
                    paragraph.setStyle(head ? TABLE_HEAD : TABLE_TEXT);
                    paragraph.setAlignment(first || words ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
                }
            }
        }
    }
}
