package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.weighting.WeightFigures;

/** The weights before and after every step, for the key {@code weighting} of the result. */
final class WeightingReport {
    private final List<Map<String, Object>> steps = new ArrayList<>();

    /** Records the weights after a step. */
    void add(String step, SurveyDesign design, Map<String, Object> own) {
        WeightFigures w = WeightFigures.of(design.weights());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("step", step);
        figures.put("n", w.n());
        figures.put("sum", w.sum());
        figures.put("min", w.min());
        figures.put("max", w.max());
        figures.put("cv", w.cv());
        figures.put("deff", w.deff());
        figures.putAll(own);
        steps.add(Collections.unmodifiableMap(figures));
    }

    List<Map<String, Object>> steps() {
        return Collections.unmodifiableList(steps);
    }
}
