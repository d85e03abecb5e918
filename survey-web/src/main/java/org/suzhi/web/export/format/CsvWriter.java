package org.suzhi.web.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.suzhi.web.export.table.Cell;
import org.suzhi.web.export.table.Table;
import org.suzhi.web.export.table.Variable;

/**
 * Comma-separated values for the long term (RFC 4180, UTF-8): choices by code, missing answers as {@code .a}, {@code .b},
 * {@code .c}, what cannot be known as an empty field, texts safe from being taken for formulas.
 */
final class CsvWriter implements TableWriter {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private final boolean byteOrderMark;

    /** @param byteOrderMark whether to begin with the mark by which Excel knows UTF-8 */
    CsvWriter(boolean byteOrderMark) {
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public void write(Table table, Locale locale, OutputStream out) throws IOException {
        if (byteOrderMark) {
            out.write(BYTE_ORDER_MARK);
        }
        CsvLines lines = new CsvLines(out);
        for (Variable variable : table.variables()) {
            lines.text(variable.name());
        }
        lines.end();
        table.rows().forEach(cells -> line(lines, table.variables(), cells));
        lines.flush();
    }

    private static void line(CsvLines lines, List<Variable> variables, List<Cell> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            field(lines, variables.get(i), cells.get(i));
        }
        lines.end();
    }

    private static void field(CsvLines lines, Variable variable, Cell cell) throws IOException {
        if (cell instanceof Cell.Real number) {
            lines.bare(Numerals.of(number.value()));
        } else if (cell instanceof Cell.Choice choice) {
            String code = variable.categories().get(choice.category()).code();
            if (NUMBER.matcher(code).matches()) {
                lines.bare(code);
            } else {
                lines.text(code);
            }
        } else if (cell instanceof Cell.Text text) {
            lines.text(text.text());
        } else if (cell instanceof Cell.Moment moment) {
            lines.bare(moment.value().toString());
        } else if (cell instanceof Cell.Day day) {
            lines.bare(day.value().toString());
        } else if (cell instanceof Cell.Missing missing) {
            lines.bare("." + Cell.letter(missing.reason()));
        } else {
            lines.bare("");
        }
    }
}
