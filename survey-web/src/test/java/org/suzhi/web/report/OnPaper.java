package org.suzhi.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;

/** A report as HTML, PDF and Word file: the same numbers in all three, nothing empty, nothing beyond the page. */
final class OnPaper {
    private static final Pattern PERCENT = Pattern.compile("\\d+\\.\\d\\d%");
    private static final Pattern UNREADABLE = Pattern.compile("NaN|null|\\uFFFD|\\{\\{|\\}\\}|[-−+]0\\.00(?!\\d)");
    /** The text of a page lies within its margins, in points; of A4 that is 442 wide. */
    private static final float LEFT = 28 * 72 / 25.4f;

    private static final float RIGHT = 26 * 72 / 25.4f;
    private static final int WIDTH = 442;
    private static final int HEIGHT = 700;

    private OnPaper() {}

    /** Writes the files into a folder and looks them over; gives the text of the PDF. */
    static String check(Path folder, String name, Report report) throws IOException {
        HtmlReport html = new HtmlReport(ReportFilesTest.templates());
        String page = html.write(report);
        byte[] pdf = new PdfReport(html).write(report);
        byte[] word = new WordReport().write(report, WordReport.builtInTemplate(report.language()));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".html"), page);
        Files.write(folder.resolve(name + ".pdf"), pdf);
        Files.write(folder.resolve(name + ".docx"), word);
        Set<String> expected = percentages(ReportFilesTest.words(report));
        assertThat(expected).as(name).isNotEmpty();
        String body = page.replaceAll("(?s)<svg.*?</svg\\s*>|<style.*?</style>", "");
        assertThat(body).as(name).doesNotContainPattern(EdgeSeriesTest.BROKEN);
        assertThat(percentages(body)).as(name + ".html").isEqualTo(expected);
        assertThat(percentages(word(name + ".docx", word))).as(name + ".docx").isEqualTo(expected);
        String text = pdf(name + ".pdf", pdf);
        assertThat(percentages(text)).as(name + ".pdf").isEqualTo(expected);
        return text;
    }

    private static Set<String> percentages(String text) {
        return PERCENT.matcher(text).results().collect(TreeSet::new, (set, m) -> set.add(m.group()), Set::addAll);
    }

    private static String pdf(String name, byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> beyond = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    if (letter.getX() < LEFT - 1
                            || letter.getX() + letter.getWidth() > letter.getPageWidth() - RIGHT + 1
                            || letter.getY() > letter.getPageHeight()) {
                        beyond.add(letter.getUnicode());
                    }
                    super.processTextPosition(letter);
                }
            };
            // Letters of a justified line stand apart; that makes no words of them.
            stripper.setSpacingTolerance(1.2f);
            stripper.setAverageCharTolerance(0.9f);
            StringBuilder all = new StringBuilder();
            int number = 0;
            for (PDPage page : document.getPages()) {
                number++;
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                String text = stripper.getText(document);
                boolean drawn = page.getResources().getXObjectNames().iterator().hasNext();
                assertThat(drawn || text.strip().lines().count() > 1)
                        .as(name + ": page " + number + " is empty")
                        .isTrue();
                all.append(text);
            }
            assertThat(beyond).as(name + ": letters beyond the margins").isEmpty();
            assertThat(all.toString().replaceAll("\\R", "")).as(name).doesNotContainPattern(UNREADABLE);
            return all.toString();
        }
    }

    private static String word(String name, byte[] word) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            boolean empty = false;
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFTable table) {
                    table(name, table);
                    empty = false;
                } else if (element instanceof XWPFParagraph paragraph) {
                    boolean nothing = paragraph.getText().isBlank() && pictures(name, paragraph) == 0;
                    assertThat(nothing && empty).as(name + ": empty paragraphs").isFalse();
                    empty = nothing;
                }
            }
            assertThat(extractor.getText()).as(name).doesNotContainPattern(UNREADABLE);
            return extractor.getText();
        }
    }

    private static void table(String name, XWPFTable table) {
        List<XWPFTableRow> rows = table.getRows();
        assertThat(rows).as(name + ": " + table.getText()).hasSizeGreaterThan(1);
        for (XWPFTableRow row : rows) {
            assertThat(row.getTableCells())
                    .as(name + ": " + table.getText())
                    .hasSameSizeAs(rows.get(0).getTableCells())
                    .noneMatch(cell -> cell.getText().isBlank());
        }
    }

    /** How many pictures a paragraph has, each within the text of a page. */
    private static int pictures(String name, XWPFParagraph paragraph) {
        List<CTInline> pictures = paragraph.getRuns().stream()
                .flatMap(run -> run.getCTR().getDrawingList().stream())
                .flatMap(drawing -> drawing.getInlineList().stream())
                .toList();
        assertThat(pictures).as(name).allSatisfy(picture -> {
            assertThat(Units.toPoints(picture.getExtent().getCx())).isBetween(400.0, WIDTH + 1.0);
            assertThat(Units.toPoints(picture.getExtent().getCy())).isBetween(60.0, (double) HEIGHT);
            assertThat(picture.getDocPr().getDescr()).isNotBlank();
        });
        return pictures.size();
    }
}
