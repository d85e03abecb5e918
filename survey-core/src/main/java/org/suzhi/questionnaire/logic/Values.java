package org.suzhi.questionnaire.logic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Conversions between the XPath types. They follow XPath 1.0, but as ODK clients do: an empty node-set reads as the
 * empty string, and a date or dateTime reads as the number of days since 1970-01-01.
 */
final class Values {
    private Values() {}

    static String string(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Double number) {
            return string(number.doubleValue());
        }
        if (value instanceof List<?> nodes) {
            return nodes.isEmpty() ? "" : string(nodes.get(0));
        }
        if (value instanceof InstanceNode node) {
            return node.stringValue();
        }
        if (value instanceof Map.Entry<?, ?> attribute) {
            return String.valueOf(attribute.getValue());
        }
        if (value instanceof Number number) {
            return string(number.doubleValue());
        }
        return String.valueOf(value);
    }

    static String string(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return number(string(value));
    }

    private static double number(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return Double.NaN;
        }
        if (isPlainNumber(trimmed)) {
            return Double.parseDouble(trimmed);
        }
        return Dates.days(trimmed);
    }

    /** Whether it is digits with at most one point and a leading minus: XPath numbers have no exponent. */
    static boolean isPlainNumber(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (c != '-' || i > 0) {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }

    static boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof Number number) {
            double x = number.doubleValue();
            return x != 0 && !Double.isNaN(x);
        }
        return !string(value).isEmpty();
    }
}
