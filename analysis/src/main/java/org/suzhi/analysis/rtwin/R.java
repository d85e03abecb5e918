package org.suzhi.analysis.rtwin;

import java.util.List;
import java.util.stream.Collectors;

/** Texts, numbers and calls as R reads them, in ASCII whatever the language of the words. */
final class R {
    private R() {}

    static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c >= ' ' && c < 127) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format("\\U%08x", c));
            }
        });
        return out.append('"').toString();
    }

    static String texts(List<String> texts) {
        return vector(texts.stream().map(R::text).toList());
    }

    /** Numbers as written in a specification, which R reads alike. */
    static String numbers(List<String> numbers) {
        return vector(numbers.stream().map(R::number).toList());
    }

    static String number(String number) {
        return switch (number.trim()) {
            case "inf", "Inf", "Infinity" -> "Inf";
            case "-inf", "-Inf", "-Infinity" -> "-Inf";
            default -> Double.toString(Double.parseDouble(number.trim())).replaceFirst("\\.0$", "");
        };
    }

    private static String vector(List<String> values) {
        return values.size() == 1 ? values.get(0) : values.stream().collect(Collectors.joining(", ", "c(", ")"));
    }

    static String flag(boolean flag) {
        return flag ? "TRUE" : "FALSE";
    }
}
