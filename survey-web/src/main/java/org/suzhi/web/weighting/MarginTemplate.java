package org.suzhi.web.weighting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.suzhi.web.fieldwork.MarginCell;

/** Margins as a file that can be imported again: filled, or with totals and sources left open. */
public final class MarginTemplate {
    private static final List<String> HEADINGS =
            List.of("variables", "levels", "total", "source", "as_of", "synthetic");

    private MarginTemplate() {}

    private static List<List<String>> lines(List<MarginCell> cells, boolean filled) {
        List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
        for (MarginCell cell : cells) {
            lines.add(List.of(
                    String.join(":", cell.variables()),
                    String.join(":", cell.levels()),
                    filled ? total(cell.total()) : "",
                    filled ? cell.source() : "",
                    filled ? cell.asOf().toString() : "",
                    filled ? String.valueOf(cell.synthetic()) : ""));
        }
        return lines;
    }

    /** UTF-8 with a mark by which a spreadsheet knows it. */
    public static byte[] csv(List<MarginCell> cells, boolean filled) {
        return lines(cells, filled).stream()
                .map(line -> line.stream().map(MarginTemplate::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "\uFEFF", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] workbook(List<MarginCell> cells, boolean filled) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("margins");
            for (List<String> line : lines(cells, filled)) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (int c = 0; c < line.size(); c++) {
                    row.createCell(c).setCellValue(line.get(c));
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String total(double total) {
        return total == Math.rint(total) ? String.valueOf((long) total) : String.valueOf(total);
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\\n\\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
