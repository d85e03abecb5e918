package org.suzhi.web.export.format;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.suzhi.microdata.MissingReason;
import org.suzhi.web.export.table.Category;
import org.suzhi.web.export.table.Cell;
import org.suzhi.web.export.table.Label;
import org.suzhi.web.export.table.Rows;
import org.suzhi.web.export.table.Study;
import org.suzhi.web.export.table.Table;
import org.suzhi.web.export.table.Variable;
import org.suzhi.web.export.table.Variable.Kind;
import org.suzhi.web.fieldwork.StatutoryLabels;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;

/** A table with a variable of every kind. */
final class MadeUpTable {
    static final Cell NOT_ASKED = new Cell.Missing(MissingReason.NOT_ASKED);
    static final Cell REFUSED = new Cell.Missing(MissingReason.REFUSED);
    static final OffsetDateTime MOMENT = OffsetDateTime.parse("2025-06-12T12:21:39.5+08:00");

    static final List<Variable> VARIABLES = List.of(
            variable("number", Kind.WHOLE),
            variable("weight", Kind.REAL),
            variable("flag", Kind.FLAG),
            new Variable(
                    "sex",
                    Kind.CATEGORY,
                    "/data/sex",
                    new Label("性别", "Sex"),
                    List.of(
                            new Category("male", 1, new Label("男", "Male")),
                            new Category("female", 2, new Label("女", "Female")))),
            variable("words", Kind.TEXT),
            variable("at", Kind.MOMENT),
            variable("day", Kind.DAY));

    private MadeUpTable() {}

    private static Variable variable(String name, Kind kind) {
        return new Variable(name, kind, "", Label.of(name), List.of());
    }

    static List<Cell> row(long number, String words) {
        return List.of(
                new Cell.Real((double) number),
                new Cell.Real(number + 0.25),
                new Cell.Real(number % 2 == 0 ? 0 : 1),
                new Cell.Choice((int) Math.floorMod(number, 2L)),
                new Cell.Text(words),
                new Cell.Moment(MOMENT),
                new Cell.Day(LocalDate.of(1960, 1, 11)));
    }

    static final List<Cell> EMPTY_ROW = List.of(
            Cell.NONE, NOT_ASKED, REFUSED, new Cell.Missing(MissingReason.NOT_ANSWERED), REFUSED, Cell.NONE, NOT_ASKED);

    static Table of(List<List<Cell>> rows) {
        return of(rows.size(), i -> rows.get((int) i));
    }

    /** A table whose rows are made one after another, however many. */
    static Table of(long count, LongFunction<List<Cell>> row) {
        Rows rows = new Rows() {
            @Override
            public long count() {
                return count;
            }

            @Override
            public void forEach(Reader reader) throws java.io.IOException {
                for (long i = 0; i < count; i++) {
                    reader.row(row.apply(i));
                }
            }
        };
        return new Table(study(), VARIABLES, rows);
    }

    private static Study study() {
        return new Study(
                new Survey(1, "county", "某县调查", "A county's survey", true),
                new Wave(1, 1, 2025, 1, LocalDate.of(2025, 6, 1), null, StatutoryLabels.NONE, 0.015),
                "问卷",
                "literacy",
                "2025",
                18,
                69,
                70,
                30,
                12,
                4,
                240,
                List.of(),
                new Study.Weighting(false, false, List.of()),
                Optional.empty(),
                OffsetDateTime.parse("2025-11-25T09:00:00+08:00"));
    }

    static Words words() {
        return new Words(messages());
    }

    static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("exports");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
