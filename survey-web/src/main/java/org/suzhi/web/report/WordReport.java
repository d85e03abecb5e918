package org.suzhi.web.report;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.data.PictureRenderData;
import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.analysis.chart.ChartPng;
import org.suzhi.web.report.Report.Block;
import org.suzhi.web.report.Report.Drawing;
import org.suzhi.web.report.Report.Grid;
import org.suzhi.web.report.Report.Paragraph;

/**
 * A report as Word file, by a template that an office may edit in Word: its fields are {@code {{title}}}, {@code
 * {{issuer}}}, {@code {{number}}}, {@code {{addressee}}}, {@code {{date}}}, {@code {{mark}}} and the repeated {@code
 * {{?sections}}} with {@code {{heading}}} and {@code {{?blocks}}}.
 */
@Component
class WordReport {
    /** The width of a chart on paper, in points of 1/72 inch: the text width of the template. */
    private static final int WIDTH = 442;
    /** Where a PNG tells its size. */
    private static final int PNG_WIDTH = 16;

    private static final int PNG_HEIGHT = 20;
    /** Pixels to a CSS pixel: more than 300 to the inch at that width. */
    private static final int SCALE = 3;

    byte[] write(Report report, byte[] template) {
        List<Chart> charts = new ArrayList<>();
        Map<String, Object> fields = fields(report, charts);
        try (XWPFTemplate filled =
                XWPFTemplate.compile(new ByteArrayInputStream(template)).render(fields)) {
            XWPFDocument document = filled.getXWPFDocument();
            WordFinish.finish(document, report, charts);
            EmbeddedFonts.embed(document, letters(document));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] builtInTemplate(String language) {
        try (InputStream file =
                Objects.requireNonNull(WordReport.class.getResourceAsStream("circular-" + language + ".docx"))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that the document shows, and what somebody who goes on writing needs first. */
    private static String letters(XWPFDocument document) throws IOException {
        StringBuilder letters = new StringBuilder("。，、；：？！“”‘’（）《》—…·–−");
        for (char c = ' '; c <= '~'; c++) {
            letters.append(c);
        }
        try (XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            text.setCloseFilesystem(false);
            return letters.append(text.getText()).toString();
        }
    }

    private static Map<String, Object> fields(Report report, List<Chart> charts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", report.title());
        Letterhead head = report.letterhead();
        // What is left empty is left out: poi-tl shows a block for "" but not for a field that is not there.
        Map.of("issuer", head.issuer(), "number", head.number(), "addressee", head.addressee())
                .forEach((field, value) -> {
                    if (!value.isEmpty()) {
                        fields.put(field, value);
                    }
                });
        fields.put("date", HtmlReport.date(report, Locale.forLanguageTag(report.language())));
        fields.put("mark", report.mark());
        List<Map<String, Object>> sections = new ArrayList<>();
        for (Report.Section section : report.sections()) {
            List<Map<String, Object>> blocks = new ArrayList<>();
            section.blocks().forEach(block -> blocks.add(block(block, charts)));
            sections.add(Map.of("heading", section.heading(), "blocks", blocks));
        }
        fields.put("sections", sections);
        return fields;
    }

    private static Map<String, Object> block(Block block, List<Chart> charts) {
        if (block instanceof Paragraph paragraph) {
            return Map.of("text", paragraph.text());
        }
        if (block instanceof Grid grid) {
            Map<String, Object> table = new LinkedHashMap<>();
            table.put("caption", grid.caption());
            table.put("grid", WordTables.of(grid.table()));
            if (!grid.note().isEmpty()) {
                table.put("note", grid.note());
            }
            return Map.of("table", table);
        }
        Chart chart = ((Drawing) block).chart();
        charts.add(chart);
        return Map.of("image", Map.of("picture", picture(chart)));
    }

    private static PictureRenderData picture(Chart chart) {
        byte[] png = ChartPng.of(chart, HtmlReport.CHART_WIDTH, SCALE);
        ByteBuffer header = ByteBuffer.wrap(png);
        int width = WIDTH * 96 / 72;
        int height = (int) ((long) width * header.getInt(PNG_HEIGHT) / header.getInt(PNG_WIDTH));
        return Pictures.ofBytes(png, PictureType.PNG).size(width, height).create();
    }
}
