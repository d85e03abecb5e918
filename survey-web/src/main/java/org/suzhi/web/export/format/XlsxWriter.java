package org.suzhi.web.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.suzhi.web.export.table.Category;
import org.suzhi.web.export.table.Cell;
import org.suzhi.web.export.table.Table;
import org.suzhi.web.export.table.Variable;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** A workbook with the data by code, the data by label, and the codebook; rows leave the memory as they are written. */
final class XlsxWriter implements TableWriter {
    private static final int ROWS_IN_MEMORY = 50;
    private final CodebookWriter codebook;
    private final Words words;

    XlsxWriter(Words words) {
        this.words = words;
        this.codebook = new CodebookWriter(words);
    }

    @Override
    public void write(Table table, Locale locale, OutputStream out) throws IOException {
        int most = SpreadsheetVersion.EXCEL2007.getMaxRows() - 1;
        if (table.rows().count() > most) {
            throw Problem.of(ProblemCode.TOO_MANY_ROWS, table.rows().count(), most);
        }
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setCompressTempFiles(true);
            workbook.getXSSFWorkbook()
                    .getProperties()
                    .getCoreProperties()
                    .setTitle(words.title(table.study()).in(locale));
            new Sheets(workbook, locale).write(table);
            workbook.write(out);
        }
    }

    /** The three sheets under way. */
    private final class Sheets {
        private final SXSSFWorkbook workbook;
        private final Locale locale;
        private final CellStyle safe;
        private int row;

        Sheets(SXSSFWorkbook workbook, Locale locale) {
            this.workbook = workbook;
            this.locale = locale;
            this.safe = workbook.createCellStyle();
            safe.setQuotePrefixed(true);
        }

        void write(Table table) throws IOException {
            SXSSFSheet codes = sheet("sheet.data");
            SXSSFSheet labels = sheet("sheet.labels");
            List<Variable> variables = table.variables();
            Row names = codes.createRow(0);
            Row questions = labels.createRow(0);
            for (int i = 0; i < variables.size(); i++) {
                text(names, i, variables.get(i).name());
                text(questions, i, variables.get(i).label().in(locale));
            }
            table.rows().forEach(cells -> {
                row++;
                Row ofCodes = codes.createRow(row);
                Row ofLabels = labels.createRow(row);
                for (int i = 0; i < cells.size(); i++) {
                    write(ofCodes, i, variables.get(i), cells.get(i), false);
                    write(ofLabels, i, variables.get(i), cells.get(i), true);
                }
            });
            writeCodebook(table);
        }

        private SXSSFSheet sheet(String key) {
            SXSSFSheet sheet = workbook.createSheet(words.of(key).in(locale));
            sheet.createFreezePane(0, 1);
            return sheet;
        }

        private void writeCodebook(Table table) {
            SXSSFSheet sheet = sheet("sheet.codebook");
            int at = 0;
            Row head = sheet.createRow(at++);
            for (int i = 0; i < CodebookWriter.HEAD.size(); i++) {
                text(head, i, CodebookWriter.HEAD.get(i));
            }
            for (CodebookWriter.Line line : codebook.lines(table)) {
                Row cells = sheet.createRow(at++);
                text(cells, 0, line.variable());
                text(cells, 1, line.kind());
                text(cells, 2, line.item());
                text(cells, 3, line.code());
                text(cells, 4, line.number());
                text(cells, 5, line.label().zh());
                text(cells, 6, line.label().en());
            }
        }

        private void write(Row row, int at, Variable variable, Cell cell, boolean labels) {
            if (cell instanceof Cell.Real number) {
                row.createCell(at).setCellValue(number.value());
            } else if (cell instanceof Cell.Choice choice) {
                Category category = variable.categories().get(choice.category());
                text(row, at, labels ? category.label().in(locale) : category.code());
            } else if (cell instanceof Cell.Text text) {
                text(row, at, text.text());
            } else if (cell instanceof Cell.Moment moment) {
                text(row, at, moment.value().toString());
            } else if (cell instanceof Cell.Day day) {
                text(row, at, day.value().toString());
            } else if (cell instanceof Cell.Missing missing) {
                text(row, at, labels ? words.of(missing.reason()).in(locale) : "." + Cell.letter(missing.reason()));
            }
        }

        private void text(Row row, int at, String text) {
            if (text.isEmpty()) {
                return;
            }
            int longest = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
            var cell = row.createCell(at);
            cell.setCellValue(text.length() <= longest ? text : text.substring(0, longest - 1) + "…");
            if (Formulas.isArmed(text)) {
                cell.setCellStyle(safe);
            }
        }
    }
}
