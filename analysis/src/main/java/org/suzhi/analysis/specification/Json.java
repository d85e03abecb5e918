package org.suzhi.analysis.specification;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts and numbers as JSON; NaN is {@code null}, infinities are {@code "Inf"} and {@code "-Inf"}. */
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    static String write(Object value) {
        Json json = new Json();
        json.value(value, 0);
        return json.out.append('\n').toString();
    }

    private void value(@Nullable Object value, int indent) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Map<?, ?> map) {
            map(map, indent);
        } else if (value instanceof double[][] matrix) {
            matrix(matrix, indent);
        } else if (value instanceof double[] numbers) {
            numbers(numbers);
        } else if (value instanceof List<?> list) {
            list(list, indent);
        } else if (value instanceof Double d) {
            number(d);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            text(String.valueOf(value));
        }
    }

    private void number(double d) {
        if (Double.isNaN(d)) {
            out.append("null");
        } else if (Double.isInfinite(d)) {
            out.append(d > 0 ? "\"Inf\"" : "\"-Inf\"");
        } else if (d == Math.rint(d) && Math.abs(d) < 1e15) {
            out.append((long) d);
        } else {
            out.append(d);
        }
    }

    private void numbers(double[] numbers) {
        out.append('[');
        for (int i = 0; i < numbers.length; i++) {
            out.append(i == 0 ? "" : ", ");
            number(numbers[i]);
        }
        out.append(']');
    }

    private void matrix(double[][] matrix, int indent) {
        out.append('[');
        for (int i = 0; i < matrix.length; i++) {
            newLine(i, indent + 2);
            numbers(matrix[i]);
        }
        end(matrix.length, indent, ']');
    }

    private void list(List<?> list, int indent) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            newLine(i, indent + 2);
            value(list.get(i), indent + 2);
        }
        end(list.size(), indent, ']');
    }

    private void map(Map<?, ?> map, int indent) {
        boolean flat =
                map.values().stream().noneMatch(v -> v instanceof Map || v instanceof List || v instanceof double[][]);
        out.append('{');
        int i = 0;
        for (Map.Entry<?, ?> e : map.entrySet()) {
            if (flat) {
                out.append(i == 0 ? "" : ", ");
            } else {
                newLine(i, indent + 2);
            }
            text(String.valueOf(e.getKey()));
            out.append(": ");
            value(e.getValue(), indent + 2);
            i++;
        }
        if (flat) {
            out.append('}');
        } else {
            end(map.size(), indent, '}');
        }
    }

    private void newLine(int i, int indent) {
        out.append(i == 0 ? "\n" : ",\n").append(" ".repeat(indent));
    }

    private void end(int size, int indent, char bracket) {
        if (size > 0) {
            out.append('\n').append(" ".repeat(indent));
        }
        out.append(bracket);
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
