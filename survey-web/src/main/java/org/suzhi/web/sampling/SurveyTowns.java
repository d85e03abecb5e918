package org.suzhi.web.sampling;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.suzhi.web.fieldwork.NamedCode;

/**
 * The towns that a frame's rows name, by code or by name. A survey that has none yet takes them from the frame; those
 * named by anything but a code get codes of their own.
 */
final class SurveyTowns implements UnaryOperator<String> {
    static final String CODE = "[A-Za-z0-9._-]{1,40}";
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, NamedCode> added = new LinkedHashMap<>();
    private final boolean anyTown;

    SurveyTowns(List<NamedCode> towns) {
        anyTown = towns.isEmpty();
        for (NamedCode town : towns) {
            codes.put(town.nameZh(), town.code());
            codes.put(town.nameEn(), town.code());
        }
        towns.forEach(town -> codes.put(town.code(), town.code()));
    }

    @Override
    public String apply(String given) {
        if (!anyTown || given.isEmpty()) {
            return codes.getOrDefault(given, "");
        }
        String code = given.matches(CODE) ? given : "t%02d".formatted(added.size() + 1);
        return added.computeIfAbsent(given, name -> new NamedCode(code, name, name))
                .code();
    }

    /** Towns that the survey does not have yet. */
    List<NamedCode> added() {
        return List.copyOf(added.values());
    }
}
