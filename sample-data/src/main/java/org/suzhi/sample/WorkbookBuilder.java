package org.suzhi.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Builds the XLSForm workbook {@code literacy.xlsx} from the CSV sheets beside it; the same sheets give the same bytes.
 */
public final class WorkbookBuilder {

    static final List<String> SHEETS = List.of("survey", "choices", "settings", "scoring");

    private static final Date WORKBOOK_TIME = Date.from(Instant.parse("2025-01-01T00:00:00Z"));
    private static final int NARROW = 16;
    private static final int WIDE = 44;

    private WorkbookBuilder() {}

    /** Writes {@code DIR/literacy.xlsx} from the four CSV sheets in {@code DIR}, the only argument. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println(
                    "Give one folder: the one that holds survey.csv, choices.csv, settings.csv, scoring.csv");
            System.exit(2);
        }
        Path folder = Path.of(args[0]);
        Files.write(folder.resolve("literacy.xlsx"), build(folder));
    }

    static byte[] build(Path folder) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var properties = workbook.getProperties().getCoreProperties();
            properties.setCreator("Suzhi");
            properties.setTitle("公民科学素质调查 Science Literacy Survey");
            properties.setCreated(Optional.of(WORKBOOK_TIME));
            properties.setModified(Optional.of(WORKBOOK_TIME));
            for (String name : SHEETS) {
                fill(workbook, workbook.createSheet(name), CsvTable.read(folder.resolve(name + ".csv")));
            }
            workbook.write(bytes);
            return withoutClock(bytes.toByteArray());
        }
    }

    private static void fill(XSSFWorkbook workbook, XSSFSheet sheet, CsvTable table) {
        CellStyle head = workbook.createCellStyle();
        Font bold = workbook.createFont();
        bold.setBold(true);
        head.setFont(bold);
        CellStyle body = workbook.createCellStyle();
        body.setWrapText(true);
        body.setVerticalAlignment(VerticalAlignment.TOP);
        sheet.createFreezePane(0, 1);
        Row titles = sheet.createRow(0);
        for (int c = 0; c < table.header().size(); c++) {
            String title = table.header().get(c);
            sheet.setColumnWidth(c, 256 * (title.startsWith("label") || title.equals("calculation") ? WIDE : NARROW));
            titles.createCell(c).setCellValue(title);
            titles.getCell(c).setCellStyle(head);
        }
        for (int r = 0; r < table.rows().size(); r++) {
            Row row = sheet.createRow(r + 1);
            for (int c = 0; c < table.header().size(); c++) {
                String text = table.rows().get(r).get(c);
                if (text.isEmpty()) {
                    continue;
                }
                var cell = row.createCell(c);
                cell.setCellStyle(body);
                if (table.header().get(c).equals("points")) {
                    cell.setCellValue(Double.parseDouble(text));
                } else {
                    cell.setCellValue(text);
                }
            }
        }
    }

    /** The same package with its entries in name order and without the time of day. */
    private static byte[] withoutClock(byte[] workbook) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StoredZip zip = new StoredZip(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.add(entry.getKey(), entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
