package org.suzhi.microdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One column while a file is read: numbers as long as every field is one, else categories. When the first text comes, the
 * numbers before it become levels again with the text they had in the file.
 */
final class CsvColumn {
    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private boolean numeric = true;
    private int size;
    private double[] values = new double[1024];
    private int[] codes = {};
    private final List<String> levels = new ArrayList<>();
    private final Map<Text, Integer> codeOf = new HashMap<>();
    private final Text probe = new Text();
    /** The raw fields of a numeric column, kept to restore texts exactly if it turns out to be a category. */
    private byte[] raw = new byte[4096];

    private int rawSize;
    private int[] rawEnds = new int[1024];

    int size() {
        return size;
    }

    void add(byte[] bytes, int start, int end) {
        if (numeric) {
            double value = start == end ? Double.NaN : number(bytes, start, end);
            if (start == end || !Double.isNaN(value)) {
                addNumber(value, bytes, start, end);
                return;
            }
            becomeCategory();
        }
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, Math.max(1024, size * 2));
        }
        codes[size++] = start == end ? -1 : code(bytes, start, end);
    }

    private void addNumber(double value, byte[] bytes, int start, int end) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            rawEnds = Arrays.copyOf(rawEnds, size * 2);
        }
        int length = end - start;
        if (rawSize + length > raw.length) {
            raw = Arrays.copyOf(raw, Math.max(raw.length * 2, rawSize + length));
        }
        System.arraycopy(bytes, start, raw, rawSize, length);
        rawSize += length;
        rawEnds[size] = rawSize;
        values[size++] = value;
    }

    private void becomeCategory() {
        numeric = false;
        codes = new int[Math.max(1024, size * 2)];
        for (int i = 0; i < size; i++) {
            int start = i == 0 ? 0 : rawEnds[i - 1];
            codes[i] = start == rawEnds[i] ? -1 : code(raw, start, rawEnds[i]);
        }
        values = new double[0];
        raw = new byte[0];
        rawEnds = new int[0];
    }

    private int code(byte[] bytes, int start, int end) {
        probe.set(bytes, start, end);
        Integer found = codeOf.get(probe);
        if (found != null) {
            return found;
        }
        int code = levels.size();
        codeOf.put(probe.copy(), code);
        levels.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
        return code;
    }

    /** Puts the fields of a later part below these, as if they had been read one after the other. */
    void append(CsvColumn later) {
        if (numeric && later.numeric) {
            values = Arrays.copyOf(values, size + later.size);
            System.arraycopy(later.values, 0, values, size, later.size);
            size += later.size;
            raw = new byte[0];
            return;
        }
        if (later.numeric) {
            for (int i = 0; i < later.size; i++) {
                int start = i == 0 ? 0 : later.rawEnds[i - 1];
                add(later.raw, start, later.rawEnds[i]);
            }
            return;
        }
        int[] codeHere = new int[later.levels.size()];
        if (numeric) {
            becomeCategory();
        }
        for (int l = 0; l < codeHere.length; l++) {
            byte[] text = later.levels.get(l).getBytes(StandardCharsets.UTF_8);
            codeHere[l] = code(text, 0, text.length);
        }
        codes = Arrays.copyOf(codes, size + later.size);
        for (int i = 0; i < later.size; i++) {
            codes[size + i] = later.codes[i] < 0 ? -1 : codeHere[later.codes[i]];
        }
        size += later.size;
    }

    Column column() {
        return numeric
                ? NumericColumn.owning(Arrays.copyOf(values, size))
                : CategoryColumn.owning(levels, Arrays.copyOf(codes, size));
    }

    /** The number a field spells, NaN when it is none. Up to 15 digits are exact without the library. */
    private static double number(byte[] bytes, int start, int end) {
        int i = start;
        boolean negative = bytes[i] == '-';
        if (negative || bytes[i] == '+') {
            i++;
        }
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (; i < end; i++) {
            int b = bytes[i];
            if (b >= '0' && b <= '9') {
                digits = digits * 10 + (b - '0');
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (b == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return slow(bytes, start, end);
            }
            if (count > 15) {
                return slow(bytes, start, end);
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        double value = decimals > 0 ? digits / POWERS[decimals] : digits;
        return negative ? -value : value;
    }

    private static double slow(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            int b = bytes[i];
            if (!((b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E')) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Bytes as a key. */
    private static final class Text {
        private byte[] bytes = {};
        private int start;
        private int end;
        private int hash;

        void set(byte[] source, int from, int to) {
            bytes = source;
            start = from;
            end = to;
            int h = 1;
            for (int i = from; i < to; i++) {
                h = 31 * h + source[i];
            }
            hash = h;
        }

        Text copy() {
            Text copy = new Text();
            copy.bytes = Arrays.copyOfRange(bytes, start, end);
            copy.end = end - start;
            copy.hash = hash;
            return copy;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Text t && Arrays.equals(bytes, start, end, t.bytes, t.start, t.end);
        }
    }
}
