package org.suzhi.questionnaire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Builds workbooks for tests from text: one line a row, cells parted by "|". */
public final class WorkbookBuilder {
    private final XSSFWorkbook workbook = new XSSFWorkbook();

    public WorkbookBuilder sheet(String name, String table) {
        var sheet = workbook.createSheet(name);
        int r = 0;
        for (String line : table.split("\n", -1)) {
            if (line.isBlank()) {
                continue;
            }
            Row row = sheet.createRow(r++);
            int c = 0;
            for (String cell : line.split("\\|", -1)) {
                row.createCell(c++).setCellValue(cell.strip());
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

    public XlsForm read() {
        return XlsForm.read(new ByteArrayInputStream(bytes()), "test.xlsx");
    }
}
