package org.suzhi.web.questionnaire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Builds a workbook from text: one line a row, cells parted by "|". */
public final class FormWorkbook {
    private final XSSFWorkbook workbook = new XSSFWorkbook();

    public FormWorkbook sheet(String name, String table) {
        var sheet = workbook.createSheet(name);
        for (String line : table.strip().split("\n", -1)) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            String[] cells = line.split("\\|", -1);
            for (int c = 0; c < cells.length; c++) {
                row.createCell(c).setCellValue(cells[c].strip());
            }
        }
        return this;
    }

    public byte[] bytes() {
        try (workbook) {
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
