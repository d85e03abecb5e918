package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.expression.Expression;
import org.suzhi.microdata.NumericColumn;

/** One mapping of a specification, read key by key; every problem names the place. */
final class SpecificationReader {
    private final String place;
    private final Map<?, ?> map;
    private final Set<String> known = new TreeSet<>();

    SpecificationReader(String place, Map<?, ?> map) {
        this.place = place;
        this.map = map;
    }

    static SpecificationReader of(String place, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new SpecificationReader(place, map);
        }
        throw new AnalysisProblem("spec_wrong_type", place, shown(value), Wanted.MAPPING.words());
    }

    String place() {
        return place;
    }

    String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    Optional<Object> value(String key) {
        known.add(key);
        return Optional.ofNullable(map.get(key));
    }

    /** The keys that were asked for. */
    Set<String> known() {
        return known;
    }

    /** Refuses keys nobody asked for: they are misspelt or not supported. */
    void finish() {
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw new AnalysisProblem("spec_unknown_key", at(String.valueOf(key)), String.join(", ", known));
            }
        }
    }

    /** Refuses keys that have no effect here: a misplaced option is as bad as a misspelt one. */
    void refuseUnused(String reason, String... keys) {
        for (String key : keys) {
            if (map.containsKey(key)) {
                throw new AnalysisProblem("spec_unused_key", at(key), reason);
            }
        }
    }

    Optional<String> text(String key) {
        return value(key).map(v -> scalar(at(key), v));
    }

    String requiredText(String key) {
        return text(key).orElseThrow(() -> new AnalysisProblem("spec_missing_key", at(key)));
    }

    boolean flag(String key) {
        Object v = value(key).orElse(false);
        if (v instanceof Boolean b) {
            return b;
        }
        throw new AnalysisProblem("spec_wrong_type", at(key), shown(v), Wanted.TRUE_OR_FALSE.words());
    }

    Optional<Double> number(String key) {
        return value(key).map(v -> number(at(key), v));
    }

    int wholeNumber(String key, int otherwise) {
        double number = number(key).orElse((double) otherwise);
        if (number != Math.rint(number) || number < 1 || number > 1e7) {
            throw new AnalysisProblem("spec_wrong_type", at(key), number, Wanted.COUNT.words());
        }
        return (int) number;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object o : list(key)) {
            texts.add(scalar(at(key), o));
        }
        return texts;
    }

    List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        for (Object o : list(key)) {
            numbers.add(number(at(key), o));
        }
        return numbers;
    }

    /** A list; a single value counts as a list of one. */
    List<?> list(String key) {
        Object v = value(key).orElse(List.of());
        return v instanceof List<?> list ? list : v instanceof Map<?, ?> ? wrongList(key, v) : List.of(v);
    }

    private List<?> wrongList(String key, Object v) {
        throw new AnalysisProblem("spec_wrong_type", at(key), shown(v), Wanted.LIST.words());
    }

    List<SpecificationReader> items(String key) {
        List<SpecificationReader> items = new ArrayList<>();
        Object v = value(key).orElse(List.of());
        if (!(v instanceof List<?> list)) {
            throw new AnalysisProblem("spec_wrong_type", at(key), shown(v), Wanted.LIST.words());
        }
        for (Object o : list) {
            items.add(of(at(key) + "[" + (items.size() + 1) + "]", o == null ? "nothing" : o));
        }
        return items;
    }

    Optional<SpecificationReader> mapping(String key) {
        return value(key).map(v -> of(at(key), v));
    }

    Map<String, Object> entries() {
        Map<String, Object> entries = new LinkedHashMap<>();
        map.forEach((k, v) -> entries.put(String.valueOf(k), v == null ? "" : v));
        known.addAll(entries.keySet());
        return entries;
    }

    Optional<Expression> expression(String key) {
        return text(key).map(Expression::parse);
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, String otherwise) {
        String text = text(key).orElse(otherwise);
        for (E e : type.getEnumConstants()) {
            if (spelled(e).equals(text)) {
                return e;
            }
        }
        throw new AnalysisProblem(
                "spec_unknown_choice",
                at(key),
                text,
                String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants())
                                .map(SpecificationReader::spelled)
                                .toList()));
    }

    static String spelled(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static double number(String place, Object value) {
        if (value instanceof Number n) {
            return n.doubleValue();
        }
        String text = String.valueOf(value).trim();
        try {
            return switch (text) {
                case "Inf", "inf" -> Double.POSITIVE_INFINITY;
                case "-Inf", "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            throw new AnalysisProblem("spec_wrong_type", place, shown(value), Wanted.NUMBER.words());
        }
    }

    static String scalar(String place, Object value) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            throw new AnalysisProblem("spec_wrong_type", place, shown(value), Wanted.SINGLE_VALUE.words());
        }
        return value instanceof Double d ? NumericColumn.text(d) : String.valueOf(value);
    }

    /** What was found, for {@code spec_wrong_type}. */
    static Object shown(@Nullable Object value) {
        if (value == null) {
            return Wanted.NOTHING.words();
        }
        return value instanceof Map<?, ?>
                ? Wanted.MAPPING.words()
                : value instanceof List<?> ? Wanted.LIST.words() : "'" + value + "'";
    }
}
