package org.suzhi.web.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.web.extract.Stack;
import org.suzhi.web.publication.AnalysisRun;

/**
 * A measure wave by wave: the change with its test, the change taken apart into composition and rates, the series that
 * would have been seen in a standard population, and the change of every category.
 *
 * @param years of all waves of the series, the oldest first; the change is from the first to the last
 * @param by variable of the composition; "" for none
 * @param standard persons of each of its categories in the standard population; empty where there is none
 */
public record ComparisonQuestion(
        Measure measure,
        List<Integer> years,
        String by,
        List<Double> standard,
        Population population,
        IntervalOptions interval)
        implements Question {
    public static final String WAVES = "waves";
    public static final String CELLS = "cells";
    public static final String STANDARDIZED = "standardized";
    public static final String CHANGE = "change";
    public static final String CHANGE_STANDARDIZED = "change_standardized";
    public static final String PARTS = "parts";

    public ComparisonQuestion {
        years = List.copyOf(years);
        standard = List.copyOf(standard);
    }

    @Override
    public AnalysisRun.Kind kind() {
        return AnalysisRun.Kind.COMPARISON;
    }

    /** The id of the test of one category's change. */
    public static String changeOf(int category) {
        return CHANGE + "_" + (category + 1);
    }

    @Override
    public Specification specification(
            String name, Map<String, Object> sections, Codebook codebook, double literateFrom) {
        Declared declared = new Declared(sections, codebook);
        SpecificationBuilder specification = Specification.builder(name).sections(sections);
        measure.declare(specification, declared, literateFrom);
        declared.factor(specification, by);
        Optional<String> subset = population.condition();
        specification.estimate(WAVES, request(List.of(Stack.WAVE), subset));
        specification.test(CHANGE, contrast(WAVES, 0, 1));
        if (by.isEmpty()) {
            return specification.build();
        }
        int categories = codebook.find(by).orElseThrow().levels().size();
        specification.estimate(CELLS, request(List.of(Stack.WAVE, by), subset));
        for (int c = 0; c < categories; c++) {
            specification.test(changeOf(c), contrast(CELLS, c, categories));
        }
        if (!standard.isEmpty()) {
            Map<String, Object> standardized = request(List.of(Stack.WAVE), subset);
            Map<String, Object> standardize = new LinkedHashMap<>();
            standardize.put("by", List.of(by));
            standardize.put("over", List.of(Stack.WAVE));
            standardize.put("population", standard);
            standardized.put("standardize", standardize);
            specification.estimate(STANDARDIZED, standardized);
            specification.test(CHANGE_STANDARDIZED, contrast(STANDARDIZED, 0, 1));
        }
        return specification.decomposition(PARTS, parts(subset)).build();
    }

    private Map<String, Object> request(List<String> variables, Optional<String> subset) {
        Map<String, Object> request = measure.request(variables, subset, interval);
        request.put("covariance", true);
        return request;
    }

    /** Last wave less first, of one of the categories; waves vary fastest. */
    private Map<String, Object> contrast(String of, int category, int categories) {
        List<Integer> weights = new ArrayList<>();
        for (int c = 0; c < categories; c++) {
            for (int w = 0; w < years.size(); w++) {
                weights.add(c != category ? 0 : w == 0 ? -1 : w == years.size() - 1 ? 1 : 0);
            }
        }
        Map<String, Object> contrast = new LinkedHashMap<>();
        contrast.put("kind", "contrast");
        contrast.put("of", of);
        contrast.put("weights", weights);
        contrast.put("level", interval.level());
        return contrast;
    }

    private Map<String, Object> parts(Optional<String> subset) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("over", Stack.WAVE);
        parts.put("from", String.valueOf(years.get(0)));
        parts.put("to", String.valueOf(years.get(years.size() - 1)));
        parts.put("by", List.of(by));
        parts.put("variable", measure.variable());
        if (measure.level() != null) {
            parts.put("level", measure.level());
        }
        subset.ifPresent(condition -> parts.put("subset", condition));
        parts.put("naRm", true);
        parts.put("ci", Map.of("level", interval.level()));
        return parts;
    }
}
