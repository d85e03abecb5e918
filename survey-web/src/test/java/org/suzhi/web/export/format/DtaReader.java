package org.suzhi.web.export.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a Stata file of format 118 after the published description, through the file's own map: every part must stand
 * where the map says. Numbers come back as Double, missing ones as ".", ".a" ..., texts as String.
 */
final class DtaReader {
    final List<String> names = new ArrayList<>();
    final List<Integer> types = new ArrayList<>();
    final List<String> labels = new ArrayList<>();
    final List<List<Object>> rows = new ArrayList<>();
    final Map<String, Map<Integer, String>> valueLabels = new LinkedHashMap<>();
    final String title;
    private final Map<List<Long>, String> longTexts = new LinkedHashMap<>();
    private final ByteBuffer file;

    DtaReader(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        expect("<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>");
        int variables = Short.toUnsignedInt(file.getShort());
        expect("</K><N>");
        long count = file.getLong();
        expect("</N><label>");
        title = text(Short.toUnsignedInt(file.getShort()));
        expect("</label><timestamp>");
        text(file.get());
        expect("</timestamp></header>");
        long[] map = new long[14];
        at(file.position(), "<map>");
        for (int i = 0; i < 14; i++) {
            map[i] = file.getLong();
        }
        expect("</map>");
        at(map[2], "<variable_types>");
        for (int i = 0; i < variables; i++) {
            types.add(Short.toUnsignedInt(file.getShort()));
        }
        at(map[3], "<varnames>");
        fields(variables, 129, names);
        at(map[4], "<sortlist>");
        at(map[5], "<formats>");
        at(map[6], "<value_label_names>");
        at(map[7], "<variable_labels>");
        fields(variables, 321, labels);
        at(map[8], "<characteristics>");
        at(map[10], "<strls>");
        while (file.get(file.position()) == 'G') {
            expect("GSO");
            List<Long> key = List.of(Integer.toUnsignedLong(file.getInt()), file.getLong());
            if (file.get() != (byte) 130) {
                throw new IllegalStateException("a long text is not marked as one");
            }
            longTexts.put(key, text(file.getInt()).replace("\0", ""));
        }
        expect("</strls>");
        at(map[9], "<data>");
        for (long i = 0; i < count; i++) {
            List<Object> row = new ArrayList<>();
            types.forEach(type -> row.add(cell(type)));
            rows.add(row);
        }
        expect("</data>");
        at(map[11], "<value_labels>");
        while (file.get(file.position() + 1) == 'l') {
            valueLabels();
        }
        expect("</value_labels>");
        at(map[12], "</stata_dta>");
        if (map[13] != bytes.length || file.hasRemaining()) {
            throw new IllegalStateException("the map ends the file at " + map[13] + ", it has " + bytes.length);
        }
    }

    private void valueLabels() {
        expect("<lbl>");
        file.getInt();
        Map<Integer, String> labelOf = new LinkedHashMap<>();
        String name = text(129 + 3).replace("\0", "");
        int n = file.getInt();
        int length = file.getInt();
        int[] offsets = new int[n];
        int[] values = new int[n];
        for (int i = 0; i < n; i++) {
            offsets[i] = file.getInt();
        }
        for (int i = 0; i < n; i++) {
            values[i] = file.getInt();
        }
        byte[] texts = new byte[length];
        file.get(texts);
        for (int i = 0; i < n; i++) {
            int end = offsets[i];
            while (texts[end] != 0) {
                end++;
            }
            labelOf.put(values[i], new String(texts, offsets[i], end - offsets[i], StandardCharsets.UTF_8));
        }
        valueLabels.put(name, labelOf);
        expect("</lbl>");
    }

    private Object cell(int type) {
        return switch (type) {
            case 65530 -> number(file.get(), 101);
            case 65529 -> number(file.getShort(), 32_741);
            case 65528 -> number(file.getInt(), 2_147_483_621L);
            case 65526 -> {
                long bits = file.getLong();
                yield bits >= 0x7FE0_0000_0000_0000L
                        ? missing((bits - 0x7FE0_0000_0000_0000L) >> 40)
                        : (Object) Double.longBitsToDouble(bits);
            }
            case 32768 -> {
                long variable = Short.toUnsignedLong(file.getShort());
                long row = Integer.toUnsignedLong(file.getInt()) | (Short.toUnsignedLong(file.getShort()) << 32);
                yield variable == 0 ? "" : longTexts.get(List.of(variable, row));
            }
            default -> text(type).replace("\0", "");
        };
    }

    private static Object number(long value, long missingFrom) {
        return value >= missingFrom ? missing(value - missingFrom) : (Object) (double) value;
    }

    private static String missing(long letter) {
        return letter == 0 ? "." : "." + (char) ('a' + letter - 1);
    }

    private void fields(int count, int width, List<String> into) {
        for (int i = 0; i < count; i++) {
            String field = text(width);
            into.add(field.substring(0, field.indexOf(0)));
        }
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        file.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void at(long position, String tag) {
        file.position(Math.toIntExact(position));
        expect(tag);
    }

    private void expect(String text) {
        String got = text(text.getBytes(StandardCharsets.UTF_8).length);
        if (!got.equals(text)) {
            throw new IllegalStateException("expected " + text + ", got " + got);
        }
    }
}
