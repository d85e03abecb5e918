package org.suzhi.web.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.specification.Specification;

/**
 * How a wave's rate is weighted, as the run that made it says.
 *
 * @param steps between base weights and calibration, by their names in specifications
 * @param calibrations methods of the calibration, such as {@code rake}
 * @param margins variables of each margin that is met
 */
public record HowWeighted(List<String> steps, List<String> calibrations, List<List<String>> margins) {
    public HowWeighted {
        steps = List.copyOf(steps);
        calibrations = List.copyOf(calibrations);
        margins = List.copyOf(margins);
    }

    static HowWeighted of(Specification specification) {
        Map<String, Object> source = specification.source();
        List<List<String>> margins = new ArrayList<>();
        for (Map<?, ?> step : maps(source.get("calibrate"))) {
            for (Map<?, ?> margin : maps(step.get("margins"))) {
                margins.add(texts(margin.get("variables")));
            }
        }
        return new HowWeighted(
                maps(source.get("weighting")).stream()
                        .map(step -> String.valueOf(step.get("step")))
                        .toList(),
                maps(source.get("calibrate")).stream()
                        .map(step -> String.valueOf(step.get("method")))
                        .toList(),
                margins);
    }

    private static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> entries) {
            entries.forEach(entry -> maps.add(entry instanceof Map<?, ?> map ? map : Map.of()));
        }
        return maps;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> entries
                ? entries.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(list));
    }
}
