package org.suzhi.web.weighting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.publication.WaveSections;
import org.suzhi.web.weighting.WeightingChoices.Calibration;
import org.suzhi.web.weighting.WeightingChoices.Compose;
import org.suzhi.web.weighting.WeightingChoices.Count;
import org.suzhi.web.weighting.WeightingChoices.Nonresponse;
import org.suzhi.web.weighting.WeightingChoices.Trim;
import org.suzhi.web.weighting.WeightingChoices.Unknown;

/** Writes a plan as the sections of a specification that say how rows are weighted. */
final class PlanSections {
    private static final String STATUS = "status";

    private PlanSections() {}

    /** The sections, with the cells of the margin version that the plan names. */
    static Map<String, Object> of(WeightingChoices choices, List<MarginCell> cells) {
        Calibration calibration = choices.calibration();
        List<MarginCell> met = calibration == null ? List.of() : chosen(cells, calibration.margins());
        List<Object> steps = steps(choices);
        Map<String, Object> calibrate = calibration == null ? Map.of() : calibrate(calibration, met);
        return WaveSections.of(met, steps, calibrate.isEmpty() ? List.of() : List.of(calibrate));
    }

    private static List<MarginCell> chosen(List<MarginCell> cells, List<List<String>> margins) {
        return cells.stream()
                .filter(cell -> margins.isEmpty() || margins.contains(cell.variables()))
                .toList();
    }

    /** A count that only respondents have comes after the nonrespondents are gone. */
    private static List<Object> steps(WeightingChoices choices) {
        List<Object> steps = new ArrayList<>();
        boolean others = choices.needsNonrespondents();
        counts(steps, choices, others, false);
        Unknown unknown = choices.unknown();
        if (unknown != null) {
            steps.add(step("unknown-eligibility", STATUS, STATUS, "cells", unknown.cells()));
        }
        Nonresponse nonresponse = choices.nonresponse();
        if (nonresponse != null) {
            steps.add(nonresponse(nonresponse));
        }
        if (others) {
            steps.add(step("respondents", STATUS, STATUS));
        }
        counts(steps, choices, others, true);
        Trim trim = choices.trim();
        if (trim != null) {
            steps.add(step(
                    "trim",
                    "upper",
                    trim.upper() == null ? null : number(trim.upper()),
                    "lower",
                    trim.lower(),
                    "redistribute",
                    trim.redistribute() ? null : Boolean.FALSE));
        }
        return steps;
    }

    private static void counts(List<Object> steps, WeightingChoices choices, boolean others, boolean late) {
        Count household = choices.household();
        if (household != null && (others && household.respondentsOnly()) == late) {
            steps.add(step("household", "variable", household.variable(), "cap", household.cap()));
        }
        Count multiplicity = choices.multiplicity();
        if (multiplicity != null && (others && multiplicity.respondentsOnly()) == late) {
            steps.add(step("multiplicity", "variable", multiplicity.variable()));
        }
        Compose compose = choices.compose();
        if (compose != null && others == late) {
            steps.add(compose(compose));
        }
    }

    /** Who is in both frames is known of respondents alone; the step comes when the others are gone. */
    private static Map<String, Object> compose(Compose compose) {
        Map<String, Object> shares = new LinkedHashMap<>();
        if (compose.share() != null) {
            // Doubles such as 1 - 0.7 are written as people would.
            BigDecimal share = BigDecimal.valueOf(compose.share());
            shares.put("areas", BigDecimal.ONE.subtract(share).doubleValue());
            shares.put(compose.list(), share.doubleValue());
        }
        return step(
                "compose",
                "frame",
                "frame",
                "overlap",
                "frames >= 2",
                "shares",
                shares.isEmpty() ? "effective" : shares);
    }

    private static Map<String, Object> nonresponse(Nonresponse n) {
        if (n.method().equals("propensity")) {
            String formula = n.cells().isEmpty() ? "~ 1" : "~ " + String.join(" + ", n.cells());
            return step(
                    "nonresponse", STATUS, STATUS, "method", "propensity", "formula", formula, "classes", n.classes());
        }
        return step(
                "nonresponse",
                STATUS,
                STATUS,
                "method",
                "classes",
                "cells",
                n.cells(),
                "minimum",
                n.minimum() > 1 ? n.minimum() : null,
                "maxFactor",
                n.maxFactor(),
                "collapse",
                n.merged().isEmpty() ? n.collapse().equals("none") ? null : n.collapse() : n.merged());
    }

    private static Map<String, Object> calibrate(Calibration calibration, List<MarginCell> met) {
        if (met.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("method", calibration.method());
        if (!calibration.method().equals("rake") && calibration.lower() != null && calibration.upper() != null) {
            section.put("bounds", List.of(calibration.lower(), calibration.upper()));
        }
        section.put("margins", WaveSections.margins(met, calibration::collapsed));
        return section;
    }

    private static Object number(String rule) {
        return rule.matches("\\d+(\\.\\d+)?") ? (Object) Double.valueOf(rule) : rule;
    }

    /** A step with its keys in the order given; a key whose value is null is left out. */
    private static Map<String, Object> step(String name, @Nullable Object... keysAndValues) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("step", name);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (value != null) {
                step.put(String.valueOf(keysAndValues[i]), value);
            }
        }
        return step;
    }
}
