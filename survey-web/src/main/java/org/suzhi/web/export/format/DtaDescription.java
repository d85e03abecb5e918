package org.suzhi.web.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.suzhi.microdata.MissingReason;
import org.suzhi.web.export.table.Category;
import org.suzhi.web.export.table.Cell;
import org.suzhi.web.export.table.Table;
import org.suzhi.web.export.table.Variable;

/** The parts of a Stata file besides its rows: header, map, names, formats, labels, notes. */
final class DtaDescription {
    private static final int NAME = 129;
    private static final int LABEL = 321;
    private static final int FORMAT = 57;
    private static final int LONGEST_LABEL = 80;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd MMM yyyy HH:mm", Locale.ENGLISH);
    private final Table table;
    private final List<DtaType> types;
    private final Words words;
    private final Locale locale;

    DtaDescription(Table table, List<DtaType> types, Words words, Locale locale) {
        this.table = table;
        this.types = types;
        this.words = words;
        this.locale = locale;
    }

    /** Positions of the file's parts, as its map lists them. */
    long[] map(long rows, long dataBytes, long longTextBytes, long labelBytes) throws IOException {
        long[] map = new long[14];
        map[1] = header(rows).length;
        map[2] = map[1] + "<map></map>".length() + 14 * 8;
        List<byte[]> sections = sections();
        for (int i = 0; i < sections.size(); i++) {
            map[3 + i] = map[2 + i] + sections.get(i).length;
        }
        map[10] = map[9] + "<data></data>".length() + dataBytes;
        map[11] = map[10] + "<strls></strls>".length() + longTextBytes;
        map[12] = map[11] + labelBytes;
        map[13] = map[12] + "</stata_dta>".length();
        return map;
    }

    void writeUpToData(LittleEndian file, long rows, long[] map) throws IOException {
        file.bytes(header(rows)).text("<map>");
        for (long position : map) {
            file.integer(position, 8);
        }
        file.text("</map>");
        for (byte[] section : sections()) {
            file.bytes(section);
        }
    }

    private byte[] header(long rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LittleEndian out = new LittleEndian(bytes);
        byte[] title = cut(words.title(table.study()).in(locale)).getBytes(StandardCharsets.UTF_8);
        String stamp = STAMP.format(table.study().exportedAt());
        out.text("<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>");
        out.integer(types.size(), 2).text("</K><N>").integer(rows, 8).text("</N><label>");
        out.integer(title.length, 2).bytes(title).text("</label><timestamp>");
        out.integer(stamp.length(), 1).text(stamp).text("</timestamp></header>");
        return bytes.toByteArray();
    }

    /** A part between its tags. */
    private interface Part {
        void write(LittleEndian out) throws IOException;
    }

    private static byte[] section(String tag, Part part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LittleEndian out = new LittleEndian(bytes);
        out.text("<" + tag + ">");
        part.write(out);
        out.text("</" + tag + ">");
        return bytes.toByteArray();
    }

    private List<byte[]> sections() throws IOException {
        List<Variable> variables = table.variables();
        return List.of(
                section("variable_types", out -> {
                    for (DtaType type : types) {
                        out.integer(type.code(), 2);
                    }
                }),
                section("varnames", out -> {
                    for (Variable variable : variables) {
                        out.field(variable.name(), NAME);
                    }
                }),
                section("sortlist", out -> out.bytes(new byte[2 * (types.size() + 1)])),
                section("formats", out -> {
                    for (int i = 0; i < types.size(); i++) {
                        out.field(types.get(i).format(variables.get(i)), FORMAT);
                    }
                }),
                section("value_label_names", out -> {
                    for (Variable variable : variables) {
                        out.field(variable.categories().isEmpty() ? "" : variable.name(), NAME);
                    }
                }),
                section("variable_labels", out -> {
                    for (Variable variable : variables) {
                        out.field(cut(variable.label().in(locale)), LABEL);
                    }
                }),
                section("characteristics", this::notes));
    }

    private void notes(LittleEndian out) throws IOException {
        characteristic(out, "_dta", "note0", "2");
        characteristic(out, "_dta", "note1", words.title(table.study()).in(locale));
        characteristic(out, "_dta", "note2", words.of("note.missing").in(locale));
        for (Variable variable : table.variables()) {
            characteristic(out, variable.name(), "question", variable.label().in(locale));
        }
    }

    private static void characteristic(LittleEndian out, String of, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        out.text("<ch>")
                .integer(2L * NAME + bytes.length + 1, 4)
                .field(of, NAME)
                .field(name, NAME);
        out.bytes(bytes).integer(0, 1).text("</ch>");
    }

    /** The labels of every variable with categories; missing answers have theirs too. */
    byte[] valueLabels() throws IOException {
        return section("value_labels", out -> {
            for (Variable variable : table.variables()) {
                if (!variable.categories().isEmpty()) {
                    labels(out, variable);
                }
            }
        });
    }

    private void labels(LittleEndian out, Variable variable) throws IOException {
        Map<Integer, String> texts = new TreeMap<>(Comparator.naturalOrder());
        for (Category category : variable.categories()) {
            texts.put(category.number(), category.label().in(locale));
        }
        for (MissingReason reason : MissingReason.values()) {
            texts.put(
                    DtaType.LARGEST_LONG + 2 + Cell.letter(reason) - 'a',
                    words.of(reason).in(locale));
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteArrayOutputStream offsets = new ByteArrayOutputStream();
        LittleEndian text = new LittleEndian(all);
        LittleEndian offset = new LittleEndian(offsets);
        for (String label : texts.values()) {
            offset.integer(text.position(), 4);
            text.text(label).integer(0, 1);
        }
        out.text("<lbl>").integer(8 + 8L * texts.size() + text.position(), 4);
        out.field(variable.name(), NAME).bytes(new byte[3]);
        out.integer(texts.size(), 4).integer(text.position(), 4).bytes(offsets.toByteArray());
        for (int number : texts.keySet()) {
            out.integer(number, 4);
        }
        out.bytes(all.toByteArray()).text("</lbl>");
    }

    private static String cut(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= LONGEST_LABEL ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}
