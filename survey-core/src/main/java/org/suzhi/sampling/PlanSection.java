package org.suzhi.sampling;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One mapping of a plan, read key by key; problems are collected with their place. */
final class PlanSection {
    private final String place;
    private final Map<?, ?> map;
    private final List<SamplingProblem> problems;
    private final Set<String> known = new TreeSet<>();

    PlanSection(String place, Object value, List<SamplingProblem> problems) {
        this.place = place;
        this.problems = problems;
        if (value instanceof Map<?, ?> mapping) {
            map = mapping;
        } else {
            map = Map.of();
            problem("", value, "not-a-mapping");
        }
    }

    void problem(String key, Object got, String code, Object... arguments) {
        String where = place.isEmpty() || key.isEmpty() ? place + key : place + "." + key;
        problems.add(SamplingProblem.inPlan(where, got, code, arguments));
    }

    boolean has(String key) {
        known.add(key);
        return map.get(key) != null;
    }

    Optional<Object> value(String key) {
        known.add(key);
        return Optional.ofNullable(map.get(key));
    }

    String text(String key, String otherwise) {
        Object value = value(key).orElse(otherwise);
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        problem(key, value, value.equals("") ? "missing" : "not-text");
        return "";
    }

    int whole(String key, Optional<Integer> otherwise) {
        Optional<Object> value = value(key);
        if (value.isEmpty() && otherwise.isPresent()) {
            return otherwise.get();
        }
        Object got = value.orElse("");
        Optional<Integer> number = got instanceof String text ? Numbers.whole(text) : Optional.empty();
        if (number.isEmpty()) {
            problem(key, got, got.equals("") ? "missing" : "not-whole");
        }
        return number.orElse(1);
    }

    long seed(String key) {
        Object got = value(key).orElse("");
        try {
            return new BigDecimal(String.valueOf(got)).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            problem(key, got, got.equals("") ? "missing" : "not-whole");
            return 0;
        }
    }

    /** A number of units, or a mapping with the key {@code rate}. */
    Optional<Take> take(String key) {
        Optional<Object> value = value(key);
        if (value.isPresent() && value.get() instanceof Map<?, ?>) {
            PlanSection share = new PlanSection(place.isEmpty() ? key : place + "." + key, value.get(), problems);
            Take take = new Take.Proportional(share.number("rate"));
            share.finish();
            return Optional.of(take);
        }
        return value.map(number -> new Take.Fixed(whole(key, Optional.empty())));
    }

    private double number(String key) {
        Object got = value(key).orElse("");
        try {
            return new BigDecimal(String.valueOf(got)).doubleValue();
        } catch (NumberFormatException e) {
            problem(key, got, got.equals("") ? "missing" : "rate");
            return 1;
        }
    }

    /** One of a few words, by name. */
    <T> T choice(String key, Map<String, T> choices, T otherwise) {
        Optional<Object> value = value(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        T choice = value.get() instanceof String text ? choices.get(text) : null;
        if (choice == null) {
            problem(key, value.get(), "not-a-choice", String.join(", ", choices.keySet()));
            return otherwise;
        }
        return choice;
    }

    /** The mappings of a list. */
    List<PlanSection> sections(String key, boolean required) {
        Object value = value(key).orElse(required ? "" : List.of());
        List<PlanSection> sections = new ArrayList<>();
        if (!(value instanceof List<?> list) || (required && list.isEmpty())) {
            problem(key, value, value.equals("") ? "missing" : "not-a-list");
            return sections;
        }
        for (Object element : list) {
            sections.add(new PlanSection(
                    (place.isEmpty() ? key : place + "." + key) + "[" + (sections.size() + 1) + "]",
                    element,
                    problems));
        }
        return sections;
    }

    /** Tells keys nobody asked for: they are misspelt. */
    void finish() {
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                problem(String.valueOf(key), key, "unknown-key", String.join(", ", known));
            }
        }
    }
}
