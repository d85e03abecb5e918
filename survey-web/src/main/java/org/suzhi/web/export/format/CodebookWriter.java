package org.suzhi.web.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.suzhi.microdata.MissingReason;
import org.suzhi.web.export.table.Category;
import org.suzhi.web.export.table.Cell;
import org.suzhi.web.export.table.Label;
import org.suzhi.web.export.table.Table;
import org.suzhi.web.export.table.Variable;

/** The codebook as a table of its own: one line a variable, then one for each of its categories. */
final class CodebookWriter implements TableWriter {
    static final List<String> HEAD = List.of("variable", "kind", "item", "code", "number", "label_zh", "label_en");
    private final Words words;

    CodebookWriter(Words words) {
        this.words = words;
    }

    /** A line of the codebook; {@code number} is empty or a number. */
    record Line(String variable, String kind, String item, String code, String number, Label label) {}

    List<Line> lines(Table table) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("", "study", "", "", "", words.title(table.study())));
        for (MissingReason reason : MissingReason.values()) {
            lines.add(new Line("", "missing", "", "." + Cell.letter(reason), "", words.of(reason)));
        }
        for (Variable variable : table.variables()) {
            String kind = variable.kind().name().toLowerCase(Locale.ROOT);
            lines.add(new Line(variable.name(), kind, variable.item(), "", "", variable.label()));
            for (Category category : variable.categories()) {
                lines.add(new Line(
                        variable.name(),
                        "choice",
                        "",
                        category.code(),
                        Integer.toString(category.number()),
                        category.label()));
            }
        }
        return lines;
    }

    @Override
    public void write(Table table, Locale locale, OutputStream out) throws IOException {
        CsvLines csv = new CsvLines(out);
        for (String head : HEAD) {
            csv.text(head);
        }
        csv.end();
        for (Line line : lines(table)) {
            csv.text(line.variable()).text(line.kind()).text(line.item());
            if (line.kind().equals("missing")) {
                csv.bare(line.code());
            } else {
                csv.text(line.code());
            }
            csv.bare(line.number()).text(line.label().zh()).text(line.label().en());
            csv.end();
        }
        csv.flush();
    }
}
