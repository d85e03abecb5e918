package org.suzhi.web.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.suzhi.web.extract.Stack;

/**
 * How the rows of several waves under each other are weighted: every wave to its own margins, each of which is crossed with
 * the wave. Raking crossed margins is raking each wave alone, and errors know it.
 */
final class StackedSections {
    private static final Set<String> KNOWN = Set.of("factors", "design", "weighting", "calibrate");
    private static final Map<String, String> FRAMES = Map.of("step", "multiplicity", "variable", Stack.FRAMES);
    private final List<Integer> years;
    private final List<Map<String, Object>> waves;

    private StackedSections(List<Integer> years, List<Map<String, Object>> waves) {
        this.years = years;
        this.waves = waves;
    }

    /**
     * The sections of all together; empty where waves are weighted by steps that cannot be taken at once, such as a model of
     * nonresponse or margins of other variables.
     *
     * @param byYear the sections of each wave, the oldest first
     */
    static Optional<Map<String, Object>> of(Map<Integer, Map<String, Object>> byYear) {
        return new StackedSections(List.copyOf(byYear.keySet()), List.copyOf(byYear.values())).sections();
    }

    private Optional<Map<String, Object>> sections() {
        Map<String, Object> newest = waves.get(waves.size() - 1);
        Optional<List<Object>> weighting = weighting();
        Optional<List<Object>> calibrate = calibrate();
        boolean same = waves.stream()
                .allMatch(w -> KNOWN.containsAll(w.keySet()) && Objects.equals(w.get("design"), newest.get("design")));
        if (!same || weighting.isEmpty() || calibrate.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> sections = new LinkedHashMap<>();
        sections.put("factors", factors());
        sections.put("design", Objects.requireNonNull(newest.get("design")));
        if (!weighting.get().isEmpty()) {
            sections.put("weighting", weighting.get());
        }
        if (!calibrate.get().isEmpty()) {
            sections.put("calibrate", calibrate.get());
        }
        return Optional.of(sections);
    }

    private Map<String, Object> factors() {
        Map<String, Set<String>> levels = new LinkedHashMap<>();
        levels.put(
                Stack.WAVE,
                new LinkedHashSet<>(years.stream().map(String::valueOf).toList()));
        for (Map<String, Object> wave : waves) {
            map(wave.get("factors"))
                    .forEach((name, list) -> list(list)
                            .forEach(level -> levels.computeIfAbsent(name, n -> new LinkedHashSet<>())
                                    .add(String.valueOf(level))));
        }
        Map<String, Object> factors = new LinkedHashMap<>();
        levels.forEach((name, set) -> factors.put(name, List.copyOf(set)));
        return factors;
    }

    /**
     * Steps that all waves take alike, in cells of each wave. Where some waves were drawn from a list too, the others may lack
     * the step that divides by the frames: theirs is one for everybody.
     */
    private Optional<List<Object>> weighting() {
        List<List<?>> all = new ArrayList<>();
        waves.forEach(w -> all.add(list(w.get("weighting"))));
        List<?> first =
                all.stream().filter(steps -> steps.contains(FRAMES)).findFirst().orElse(all.get(0));
        List<Object> ofOneFrame = new ArrayList<>(first);
        ofOneFrame.remove(FRAMES);
        if (!all.stream().allMatch(steps -> steps.equals(first) || steps.equals(ofOneFrame))) {
            return Optional.empty();
        }
        List<Object> steps = new ArrayList<>();
        for (Object one : first) {
            Map<String, Object> step = map(one);
            String kind = String.valueOf(step.get("step"));
            boolean byCells = kind.equals("unknown-eligibility")
                    || (kind.equals("nonresponse")
                            && "classes".equals(step.getOrDefault("method", "classes"))
                            && !(step.get("collapse") instanceof List));
            if (byCells) {
                List<Object> cells = new ArrayList<>(List.of(Stack.WAVE));
                cells.addAll(list(step.get("cells")));
                step.put("cells", cells);
            } else if (!Set.of("household", "multiplicity", "respondents").contains(kind)) {
                return Optional.empty();
            }
            steps.add(step);
        }
        return Optional.of(steps);
    }

    private Optional<List<Object>> calibrate() {
        List<Object> steps = new ArrayList<>();
        int count = list(waves.get(0).get("calibrate")).size();
        for (int s = 0; s < count; s++) {
            List<Map<String, Object>> same = new ArrayList<>();
            for (Map<String, Object> wave : waves) {
                List<?> all = list(wave.get("calibrate"));
                if (all.size() != count) {
                    return Optional.empty();
                }
                same.add(map(all.get(s)));
            }
            Optional<Map<String, Object>> crossed = crossed(same);
            if (crossed.isEmpty()) {
                return Optional.empty();
            }
            steps.add(crossed.get());
        }
        return Optional.of(steps);
    }

    /** One step of all waves; only raking and post-stratification take crossed margins. */
    private Optional<Map<String, Object>> crossed(List<Map<String, Object>> step) {
        Map<List<?>, List<Object>> cells = new LinkedHashMap<>();
        Map<List<?>, List<Object>> together = new LinkedHashMap<>();
        for (int w = 0; w < step.size(); w++) {
            Object method = step.get(w).getOrDefault("method", "rake");
            if (!Set.of("rake", "poststratify").contains(String.valueOf(method))
                    || !method.equals(step.get(0).getOrDefault("method", "rake"))) {
                return Optional.empty();
            }
            Set<List<?>> margins = new LinkedHashSet<>();
            for (Object margin : list(step.get(w).get("margins"))) {
                List<?> variables = list(map(margin).get("variables"));
                margins.add(variables);
                for (Object group : list(map(margin).get("collapse"))) {
                    String year = years.get(w) + ", ";
                    together.computeIfAbsent(variables, v -> new ArrayList<>())
                            .add(list(group).stream().map(cell -> year + cell).toList());
                }
                for (Object cell : list(map(margin).get("cells"))) {
                    Map<String, Object> crossed = new LinkedHashMap<>();
                    crossed.put(Stack.WAVE, String.valueOf(years.get(w)));
                    crossed.putAll(map(cell));
                    cells.computeIfAbsent(variables, v -> new ArrayList<>()).add(crossed);
                }
            }
            if (!margins.equals(cells.keySet())) {
                return Optional.empty();
            }
        }
        List<Object> margins = new ArrayList<>();
        cells.forEach((variables, list) -> {
            List<Object> crossed = new ArrayList<>(List.of(Stack.WAVE));
            crossed.addAll(variables);
            Map<String, Object> margin = new LinkedHashMap<>();
            margin.put("variables", crossed);
            margin.put("cells", list);
            if (together.containsKey(variables)) {
                margin.put("collapse", together.get(variables));
            }
            margins.add(margin);
        });
        Map<String, Object> all = new LinkedHashMap<>(step.get(step.size() - 1));
        all.put("margins", margins);
        return Optional.of(all);
    }

    /** A copy that may be changed; empty of what is none. */
    static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> copy.put(String.valueOf(key), Objects.requireNonNull(one)));
        }
        return copy;
    }

    static List<?> list(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
