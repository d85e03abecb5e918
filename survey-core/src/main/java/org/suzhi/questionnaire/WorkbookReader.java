package org.suzhi.questionnaire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of an .xlsx or .xls workbook as texts. */
final class WorkbookReader {
    private static final int MAX_ROWS = 100_000;
    private static final int MAX_COLUMNS = 500;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private WorkbookReader() {}

    /**
     * The sheets by name in lower case.
     *
     * @throws FormProblems if the file is no workbook
     */
    static Map<String, Sheet> read(InputStream in, String fileName) {
        try (Workbook workbook = WorkbookFactory.create(new BufferedInputStream(in))) {
            var sheets = new LinkedHashMap<String, Sheet>();
            workbook.sheetIterator().forEachRemaining(sheet -> {
                Sheet read = read(sheet);
                sheets.putIfAbsent(read.name(), read);
            });
            return sheets;
        } catch (IOException | RuntimeException e) {
            var problem =
                    new FormProblem(fileName, 0, "", String.valueOf(e.getMessage()), "workbook.unreadable", List.of());
            throw new FormProblems(List.of(problem));
        }
    }

    private static Sheet read(org.apache.poi.ss.usermodel.Sheet sheet) {
        Map<Integer, String> headings = new LinkedHashMap<>();
        List<Sheet.SheetRow> rows = new ArrayList<>();
        Row first = sheet.getRow(0);
        for (int c = 0; first != null && c < Math.min(first.getLastCellNum(), MAX_COLUMNS); c++) {
            String heading = text(first.getCell(c)).strip().replaceAll("\\s+", " ");
            if (!heading.isEmpty() && !headings.containsValue(heading)) {
                headings.put(c, heading);
            }
        }
        for (int r = 1; r <= Math.min(sheet.getLastRowNum(), MAX_ROWS); r++) {
            Row row = sheet.getRow(r);
            Map<String, String> cells = new LinkedHashMap<>();
            if (row != null) {
                headings.forEach((column, heading) -> {
                    String text = text(row.getCell(column));
                    if (!text.isBlank()) {
                        cells.put(heading, text);
                    }
                });
            }
            if (!cells.isEmpty()) {
                rows.add(new Sheet.SheetRow(r + 1, cells));
            }
        }
        String name = sheet.getSheetName().strip().toLowerCase(Locale.ROOT);
        return new Sheet(name, List.copyOf(headings.values()), rows);
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
