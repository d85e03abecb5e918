package org.suzhi.web.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.suzhi.web.export.table.Cell;
import org.suzhi.web.export.table.Table;
import org.suzhi.web.export.table.Variable;

/**
 * Stata's data file, format 118 (Stata 14 and later), after the published description of the format ({@code help dta}). A
 * first pass over the rows measures the texts, so that every position in the file is known before the second writes it; a
 * third is made only where a text is longer than 2045 bytes.
 */
final class DtaWriter implements TableWriter {
    private static final LocalDate STATA_EPOCH = LocalDate.of(1960, 1, 1);
    private static final int MOST_VARIABLES = 32_767;
    /** Bytes of a long text's frame: GSO, variable, row, type, length, and the zero at its end. */
    private static final int LONG_TEXT_FRAME = 3 + 4 + 8 + 1 + 4 + 1;

    private final Words words;

    DtaWriter(Words words) {
        this.words = words;
    }

    @Override
    public void write(Table table, Locale locale, OutputStream out) throws IOException {
        if (table.variables().size() > MOST_VARIABLES) {
            throw new IllegalArgumentException("a Stata file holds at most " + MOST_VARIABLES + " variables");
        }
        Profile profile = Profile.of(table);
        List<DtaType> types = new ArrayList<>();
        for (int i = 0; i < table.variables().size(); i++) {
            types.add(DtaType.of(table.variables().get(i), i, profile));
        }
        DtaDescription description = new DtaDescription(table, types, words, locale);
        long dataBytes =
                profile.rows() * types.stream().mapToInt(DtaType::width).sum();
        byte[] labels = description.valueLabels();
        long[] map = description.map(profile.rows(), dataBytes, longTextBytes(types, profile), labels.length);
        LittleEndian file = new LittleEndian(out);
        description.writeUpToData(file, profile.rows(), map);
        at(map[9], file).text("<data>");
        table.rows().forEach(new Data(types, table.variables(), file)::row);
        file.text("</data>");
        at(map[10], file).text("<strls>");
        if (types.contains(DtaType.LONG_TEXT)) {
            table.rows().forEach(new LongTexts(types, file)::row);
        }
        file.text("</strls>");
        at(map[11], file).bytes(labels);
        at(map[12], file).text("</stata_dta>");
        at(map[13], file);
    }

    private static LittleEndian at(long position, LittleEndian file) {
        if (file.position() != position) {
            throw new IllegalStateException("the file is at " + file.position() + ", its map says " + position);
        }
        return file;
    }

    private static long longTextBytes(List<DtaType> types, Profile profile) {
        long bytes = 0;
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).equals(DtaType.LONG_TEXT)) {
                bytes += profile.bytes(i) + LONG_TEXT_FRAME * profile.texts(i);
            }
        }
        return bytes;
    }

    /** Writes cells one after another. */
    private static final class Data {
        private final List<DtaType> types;
        private final List<Variable> variables;
        private final LittleEndian file;
        private long row;

        Data(List<DtaType> types, List<Variable> variables, LittleEndian file) {
            this.types = types;
            this.variables = variables;
            this.file = file;
        }

        void row(List<Cell> cells) throws IOException {
            row++;
            for (int i = 0; i < cells.size(); i++) {
                DtaType type = types.get(i);
                Cell cell = cells.get(i);
                if (type.isText()) {
                    text(type, cell instanceof Cell.Text text ? text.text() : "", i);
                } else {
                    value(type, cell, i);
                }
            }
        }

        private void text(DtaType type, String text, int variable) throws IOException {
            if (!type.equals(DtaType.LONG_TEXT)) {
                file.field(text, type.width());
            } else if (text.isEmpty()) {
                file.integer(0, 8);
            } else {
                file.integer(variable + 1L, 2).integer(row, 6);
            }
        }

        private void value(DtaType type, Cell cell, int variable) throws IOException {
            if (cell instanceof Cell.Real number) {
                type.number(number.value(), file);
            } else if (cell instanceof Cell.Choice choice) {
                type.number(
                        variables
                                .get(variable)
                                .categories()
                                .get(choice.category())
                                .number(),
                        file);
            } else if (cell instanceof Cell.Missing missing) {
                type.missing(missing.reason(), file);
            } else if (cell instanceof Cell.Day day) {
                type.number((double) (day.value().toEpochDay() - STATA_EPOCH.toEpochDay()), file);
            } else if (cell instanceof Cell.Moment moment) {
                // Stata's clock has no zone: the time of day as it was on the spot.
                long local = moment.value()
                        .toLocalDateTime()
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
                type.number((double) (local - STATA_EPOCH.toEpochDay() * 86_400_000L), file);
            } else {
                type.none(file);
            }
        }
    }

    /** Writes the long texts that cells point to. */
    private static final class LongTexts {
        private final List<DtaType> types;
        private final LittleEndian file;
        private long row;

        LongTexts(List<DtaType> types, LittleEndian file) {
            this.types = types;
            this.file = file;
        }

        void row(List<Cell> cells) throws IOException {
            row++;
            for (int i = 0; i < cells.size(); i++) {
                if (types.get(i).equals(DtaType.LONG_TEXT)
                        && cells.get(i) instanceof Cell.Text text
                        && !text.text().isEmpty()) {
                    byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
                    file.text("GSO").integer(i + 1L, 4).integer(row, 8).integer(130, 1);
                    file.integer(bytes.length + 1L, 4).bytes(Arrays.copyOf(bytes, bytes.length + 1));
                }
            }
        }
    }
}
