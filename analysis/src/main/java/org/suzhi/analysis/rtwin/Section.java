package org.suzhi.analysis.rtwin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.suzhi.microdata.NumericColumn;

/** One mapping of a valid specification, as written. A key that the twin does not know stops it: it could change the numbers. */
record Section(Map<?, ?> map) {
    static Section of(Object value) {
        return new Section((Map<?, ?>) value);
    }

    /** This section, unless it has keys other than these. */
    Section only(String... known) {
        Set<String> all = Set.of(known);
        for (Object key : map.keySet()) {
            if (!all.contains(String.valueOf(key))) {
                throw new NotRecomputed(String.valueOf(key));
            }
        }
        return this;
    }

    Optional<Object> value(String key) {
        return Optional.ofNullable(map.get(key));
    }

    Optional<String> text(String key) {
        return value(key).map(Section::scalar);
    }

    String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    /** A list; a single value counts as a list of one. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        Object value = value(key).orElse(List.of());
        for (Object one : value instanceof List<?> list ? list : List.of(value)) {
            texts.add(scalar(one));
        }
        return texts;
    }

    /** A list of lists, such as groups of cells; none where the value is no list. */
    List<List<String>> groups(String key) {
        List<List<String>> groups = new ArrayList<>();
        for (Object group : value(key).orElse(List.of()) instanceof List<?> list ? list : List.of()) {
            groups.add(((List<?>) group).stream().map(Section::scalar).toList());
        }
        return groups;
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(value(key).orElse(false));
    }

    Section section(String key) {
        return Section.of(value(key).orElse(Map.of()));
    }

    List<Section> sections(String key) {
        List<Section> all = new ArrayList<>();
        for (Object one : (List<?>) value(key).orElse(List.of())) {
            all.add(Section.of(one));
        }
        return all;
    }

    private static String scalar(Object value) {
        return value instanceof Double d ? NumericColumn.text(d) : String.valueOf(value);
    }
}
