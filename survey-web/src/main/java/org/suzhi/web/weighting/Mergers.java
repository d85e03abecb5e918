package org.suzhi.web.weighting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mergers of nonresponse classes, as a step's figures tell them. */
public final class Mergers {
    private static final String JOINED = "\\s*\\+\\s*";

    private Mergers() {}

    /** The groups of cells that come of a step's mergers and of those that it proposes. */
    public static List<List<String>> groups(Map<String, Object> figures) {
        List<Set<String>> groups = new ArrayList<>();
        for (String kind : List.of("collapsed", "proposed")) {
            for (Map<?, ?> merger : rows(figures, kind)) {
                Set<String> group = new LinkedHashSet<>(cells(merger, "with"));
                group.addAll(cells(merger, "cell"));
                for (Set<String> other : List.copyOf(groups)) {
                    if (other.stream().anyMatch(group::contains)) {
                        groups.remove(other);
                        group.addAll(other);
                    }
                }
                groups.add(group);
            }
        }
        return groups.stream().map(group -> group.stream().sorted().toList()).toList();
    }

    /** The rows of one of a step's tables. */
    public static List<Map<?, ?>> rows(Map<String, Object> figures, String table) {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (figures.get(table) instanceof List<?> list) {
            for (Object row : list) {
                if (row instanceof Map<?, ?> map) {
                    rows.add(map);
                }
            }
        }
        return rows;
    }

    private static List<String> cells(Map<?, ?> merger, String key) {
        return List.of(String.valueOf(merger.get(key)).split(JOINED, -1));
    }
}
