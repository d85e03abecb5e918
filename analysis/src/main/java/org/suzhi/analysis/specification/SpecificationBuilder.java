package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.analysis.weighting.Margin;

/** Builds a specification in Java; every call writes what the YAML form would hold. */
public final class SpecificationBuilder {
    private final Map<String, Object> source = new LinkedHashMap<>();
    private final Map<String, Object> factors = new LinkedHashMap<>();
    private final List<Object> derive = new ArrayList<>();
    private final Map<String, Object> design = new LinkedHashMap<>();
    private final Map<String, Object> others = new LinkedHashMap<>();
    private final List<Object> weighting = new ArrayList<>();
    private final List<Object> calibrate = new ArrayList<>();
    private final List<Object> estimates = new ArrayList<>();
    private final List<Object> decompositions = new ArrayList<>();
    private final List<Object> itemNonresponse = new ArrayList<>();
    private final List<Object> models = new ArrayList<>();
    private final List<Object> tests = new ArrayList<>();

    SpecificationBuilder(String id) {
        source.put("id", id);
    }

    /** Declares a categorical column and the order of its levels. */
    public SpecificationBuilder factor(String column, List<String> levels) {
        factors.put(column, List.copyOf(levels));
        return this;
    }

    /** Takes over whole sections, as another specification has them; {@code factors} may be added to. */
    public SpecificationBuilder sections(Map<String, ?> sections) {
        sections.forEach((key, value) -> {
            switch (key) {
                case "factors" -> ((Map<?, ?>) value).forEach((name, levels) -> factors.put((String) name, levels));
                case "design" -> ((Map<?, ?>) value).forEach((name, option) -> design.put((String) name, option));
                case "weighting" -> weighting.addAll((List<?>) value);
                case "calibrate" -> calibrate.addAll((List<?>) value);
                default -> others.put(key, value);
            }
        });
        return this;
    }

    /** A new column. */
    public SpecificationBuilder derive(String name, String expression) {
        derive.add(ordered("name", name, "expr", expression));
        return this;
    }

    public SpecificationBuilder weights(String column) {
        design.put("weights", column);
        return this;
    }

    /** Stratum columns, one a stage. */
    public SpecificationBuilder strata(String... columns) {
        design.put("strata", List.of(columns));
        return this;
    }

    /** Cluster columns, one a stage. */
    public SpecificationBuilder clusters(String... columns) {
        design.put("clusters", List.of(columns));
        return this;
    }

    /** Population counts or sampling fractions, one a stage. */
    public SpecificationBuilder fpc(String... columns) {
        design.put("fpc", List.of(columns));
        return this;
    }

    /** {@code fail}, {@code remove}, {@code certainty}, {@code adjust} or {@code average}. */
    public SpecificationBuilder lonelyPsu(String option) {
        design.put("lonelyPsu", option);
        return this;
    }

    /** Any other key of the {@code design} section. */
    public SpecificationBuilder design(String key, Object value) {
        design.put(key, value);
        return this;
    }

    /** A weighting step between the design and calibration: the keys of the YAML form. */
    public SpecificationBuilder weight(Map<String, ?> step) {
        weighting.add(step);
        return this;
    }

    /** Rakes to margins. */
    public SpecificationBuilder rake(List<Margin> margins) {
        List<Object> written = new ArrayList<>();
        for (Margin margin : margins) {
            List<Object> cells = new ArrayList<>();
            margin.totals().forEach((levels, total) -> {
                Map<String, Object> cell = new LinkedHashMap<>();
                for (int v = 0; v < levels.size(); v++) {
                    cell.put(margin.variables().get(v), levels.get(v));
                }
                cell.put("total", total);
                cells.add(cell);
            });
            written.add(ordered("variables", margin.variables(), "cells", cells));
        }
        calibrate.add(ordered("method", "rake", "margins", written));
        return this;
    }

    /** Any other calibration step. */
    public SpecificationBuilder calibrate(Map<String, ?> step) {
        calibrate.add(step);
        return this;
    }

    /** An estimate: the keys of the YAML form, without {@code id}. */
    public SpecificationBuilder estimate(String id, Map<String, ?> request) {
        estimates.add(withId(id, request));
        return this;
    }

    /** A decomposition of a change: the keys of the YAML form, without {@code id}. */
    public SpecificationBuilder decomposition(String id, Map<String, ?> request) {
        decompositions.add(withId(id, request));
        return this;
    }

    /** A report of item nonresponse: the keys of the YAML form, without {@code id}. */
    public SpecificationBuilder itemNonresponse(String id, Map<String, ?> request) {
        itemNonresponse.add(withId(id, request));
        return this;
    }

    /** A model: the keys of the YAML form, without {@code id}. */
    public SpecificationBuilder model(String id, Map<String, ?> request) {
        models.add(withId(id, request));
        return this;
    }

    /** A test: the keys of the YAML form, without {@code id}. */
    public SpecificationBuilder test(String id, Map<String, ?> request) {
        tests.add(withId(id, request));
        return this;
    }

    /** Two keys in this order, so that the same analysis is always written the same way. */
    private static Map<String, Object> ordered(String first, Object value, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, value);
        map.put(second, other);
        return map;
    }

    private static Map<String, Object> withId(String id, Map<String, ?> request) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.putAll(request);
        return item;
    }

    public Specification build() {
        put("factors", factors, factors.isEmpty());
        put("derive", derive, derive.isEmpty());
        put("design", design, false);
        source.putAll(others);
        put("weighting", weighting, weighting.isEmpty());
        put("calibrate", calibrate, calibrate.isEmpty());
        put("estimates", estimates, estimates.isEmpty());
        put("decompositions", decompositions, decompositions.isEmpty());
        put("itemNonresponse", itemNonresponse, itemNonresponse.isEmpty());
        put("models", models, models.isEmpty());
        put("tests", tests, tests.isEmpty());
        return Specification.of(source);
    }

    private void put(String key, Object value, boolean empty) {
        if (!empty) {
            source.put(key, value);
        }
    }
}
