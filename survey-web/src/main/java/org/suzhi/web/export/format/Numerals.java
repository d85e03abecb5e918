package org.suzhi.web.export.format;

/** Numbers in text formats: all digits, no exponent where the number is whole. */
final class Numerals {
    private Numerals() {}

    static String of(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
