package org.suzhi.questionnaire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of an .xlsx or .xls workbook as texts. */
final class WorkbookReader {
    /** Of all parts of a workbook when unpacked; a picture hardly grows. */
    private static final int MAX_UNPACKED = 64 << 20;

    /** Of its XML, which takes ten times as much memory when it is read. */
    private static final int MAX_CELLS = 12 << 20;

    private static final int MAX_ROWS = 100_000;
    private static final int MAX_COLUMNS = 500;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private WorkbookReader() {}

    /**
     * The sheets by name in lower case.
     *
     * @throws FormProblems if the file is no workbook, or larger than any questionnaire
     */
    static Map<String, Sheet> read(InputStream in, String fileName, Problems problems) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(XlsForm.MAX_BYTES + 1);
        } catch (IOException e) {
            throw refuse(fileName, fileName, "workbook.unreadable");
        }
        if (bytes.length > XlsForm.MAX_BYTES) {
            throw refuse(fileName, String.valueOf(XlsForm.MAX_BYTES >> 20), "workbook.tooLarge");
        }
        if (isTooLarge(bytes)) {
            throw refuse(fileName, String.valueOf(MAX_CELLS >> 20), "workbook.tooMuch");
        }
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
            var sheets = new LinkedHashMap<String, Sheet>();
            workbook.sheetIterator().forEachRemaining(sheet -> {
                Sheet read = read(sheet, problems);
                sheets.putIfAbsent(read.name(), read);
            });
            return sheets;
        } catch (EncryptedDocumentException e) {
            throw refuse(fileName, fileName, "workbook.locked");
        } catch (IOException | RuntimeException e) {
            throw refuse(fileName, fileName, "workbook.unreadable");
        }
    }

    /** Whether it would fill the memory when unpacked, as a bomb does. */
    private static boolean isTooLarge(byte[] bytes) {
        boolean zipped = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
        if (!zipped) {
            return bytes.length > MAX_CELLS;
        }
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        long xml = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                boolean isXml = entry.getName().endsWith(".xml");
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    all += n;
                    xml += isXml ? n : 0;
                    if (all > MAX_UNPACKED || xml > MAX_CELLS) {
                        return true;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // Damaged: reading it will tell.
            return false;
        }
        return false;
    }

    private static FormProblems refuse(String fileName, String got, String code) {
        return new FormProblems(List.of(new FormProblem(fileName, 0, "", got, code, List.of())));
    }

    private static Sheet read(org.apache.poi.ss.usermodel.Sheet sheet, Problems problems) {
        String name = sheet.getSheetName().strip().toLowerCase(Locale.ROOT);
        Map<Integer, String> headings = headings(name, sheet.getRow(0), problems);
        List<Sheet.SheetRow> rows = new ArrayList<>();
        for (Row row : sheet) {
            Map<String, String> cells = new LinkedHashMap<>();
            headings.forEach((column, heading) -> {
                String text = text(row.getCell(column));
                if (!text.isBlank()) {
                    cells.put(heading, text);
                }
            });
            if (row.getRowNum() > 0 && !cells.isEmpty()) {
                rows.add(new Sheet.SheetRow(row.getRowNum() + 1, cells));
            }
            if (rows.size() > MAX_ROWS) {
                problems.add(name, row.getRowNum() + 1, "", String.valueOf(MAX_ROWS), "sheet.tooLong");
                break;
            }
        }
        return new Sheet(name, List.copyOf(headings.values()), rows);
    }

    private static Map<Integer, String> headings(String sheet, @Nullable Row first, Problems problems) {
        Map<Integer, String> headings = new LinkedHashMap<>();
        for (int c = 0; first != null && c < Math.min(first.getLastCellNum(), MAX_COLUMNS); c++) {
            String heading = text(first.getCell(c)).strip().replaceAll("\\s+", " ");
            if (headings.containsValue(heading)) {
                problems.add(sheet, 1, heading, heading, "column.doubled");
            } else if (!heading.isEmpty()) {
                headings.put(c, heading);
            }
        }
        return headings;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue().replace('\u00A0', ' ');
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? date(cell.getLocalDateTimeCellValue(), cell.getNumericCellValue())
                        : number(cell.getNumericCellValue());
            default -> "";
        };
    }

    private static String date(LocalDateTime time, double days) {
        return days < 1 ? TIME.format(time) : DATE_TIME.format(time);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
