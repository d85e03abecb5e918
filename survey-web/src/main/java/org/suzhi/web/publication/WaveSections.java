package org.suzhi.web.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.MarginCell;

/**
 * How a wave was drawn and is weighted, as sections of a specification: the one place that everything which analyses a wave
 * takes them from. What a statistician accepted counts; else the design's base weights are raked to the wave's margins.
 */
@Component
public class WaveSections {
    private static final Set<String> OF_ALL_ROWS = Set.of("unknown-eligibility", "nonresponse");
    private final Fieldwork fieldwork;
    private final AcceptedWeighting accepted;

    WaveSections(Fieldwork fieldwork, AcceptedWeighting accepted) {
        this.fieldwork = fieldwork;
        this.accepted = accepted;
    }

    /** The keys {@code factors}, {@code design}, {@code weighting}, {@code calibrate}; empty for a wave without margins. */
    public Map<String, Object> of(long waveId) {
        return accepted.of(waveId).orElseGet(() -> {
            List<MarginCell> cells = fieldwork.margins(waveId);
            return cells.isEmpty() ? Map.of() : raked(cells, fieldwork.lists(waveId));
        });
    }

    /**
     * Base weights raked to margins; base weights alone where there are none.
     *
     * @param lists that persons were drawn from beside the areas; whoever could come from several frames counts for a share
     */
    public static Map<String, Object> raked(List<MarginCell> cells, List<String> lists) {
        return of(
                cells,
                lists.isEmpty() ? List.of() : List.of(ordered("step", "multiplicity", "variable", "frames")),
                cells.isEmpty()
                        ? List.of()
                        : List.of(ordered("method", "rake", "margins", margins(cells, variables -> List.of()))));
    }

    /**
     * Puts the sections of a wave together.
     *
     * @param cells margins whose variables are declared with their levels
     * @param weighting steps between base weights and calibration
     * @param calibrate steps of the calibration
     */
    public static Map<String, Object> of(List<MarginCell> cells, List<?> weighting, List<?> calibrate) {
        Map<String, Object> sections = new LinkedHashMap<>();
        if (!cells.isEmpty()) {
            sections.put("factors", levels(cells));
        }
        sections.put("design", ordered("weights", "weight", "strata", List.of("stratum"), "clusters", List.of("psu")));
        if (!weighting.isEmpty()) {
            sections.put("weighting", List.copyOf(weighting));
        }
        if (!calibrate.isEmpty()) {
            sections.put("calibrate", List.copyOf(calibrate));
        }
        return sections;
    }

    /** Whether a wave weighted so needs the rows of those who did not answer. */
    public static boolean needsNonrespondents(Map<String, Object> sections) {
        return sections.get("weighting") instanceof List<?> steps
                && steps.stream()
                        .anyMatch(step -> step instanceof Map<?, ?> keys && OF_ALL_ROWS.contains(keys.get("step")));
    }

    /** The levels of every margin variable, in the order in which the margins name them. */
    private static Map<String, List<String>> levels(List<MarginCell> cells) {
        Map<String, Set<String>> levels = new LinkedHashMap<>();
        for (MarginCell cell : cells) {
            for (int v = 0; v < cell.variables().size(); v++) {
                levels.computeIfAbsent(cell.variables().get(v), name -> new LinkedHashSet<>())
                        .add(cell.levels().get(v));
            }
        }
        Map<String, List<String>> lists = new LinkedHashMap<>();
        levels.forEach((name, all) -> lists.put(name, List.copyOf(all)));
        return lists;
    }

    /**
     * Margins as a calibration step writes them.
     *
     * @param collapsed the groups of cells of a margin that are met together, by its variables
     */
    public static List<Object> margins(List<MarginCell> cells, Function<List<String>, List<List<String>>> collapsed) {
        Map<List<String>, List<Object>> byVariables = new LinkedHashMap<>();
        for (MarginCell cell : cells) {
            Map<String, Object> written = new LinkedHashMap<>();
            for (int v = 0; v < cell.variables().size(); v++) {
                written.put(cell.variables().get(v), cell.levels().get(v));
            }
            written.put("total", cell.total());
            byVariables
                    .computeIfAbsent(cell.variables(), v -> new ArrayList<>())
                    .add(written);
        }
        List<Object> margins = new ArrayList<>();
        byVariables.forEach((variables, list) -> {
            Map<String, Object> margin = ordered("variables", variables, "cells", list);
            if (!collapsed.apply(variables).isEmpty()) {
                margin.put("collapse", collapsed.apply(variables));
            }
            margins.add(margin);
        });
        return margins;
    }

    /** Keys in the order given, so that the same analysis is always written the same way. */
    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
