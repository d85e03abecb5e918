package org.suzhi.web.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.web.publication.AnalysisRun;

/**
 * Whether a measure differs between the categories of a variable: Rao-Scott tests of independence for answers, t and rank
 * tests for numbers, beside the estimates that they are about.
 *
 * @param by the variable whose categories are compared
 */
public record TestQuestion(Measure measure, String by, Population population, IntervalOptions interval)
        implements Question {
    @Override
    public AnalysisRun.Kind kind() {
        return AnalysisRun.Kind.TEST;
    }

    @Override
    public Specification specification(
            String name, Map<String, Object> sections, Codebook codebook, double literateFrom) {
        Declared declared = new Declared(sections, codebook);
        SpecificationBuilder specification = Specification.builder(name).sections(sections);
        measure.declare(specification, declared, literateFrom);
        declared.factor(specification, by);
        Optional<String> subset = population.condition();
        specification.estimate(TableQuestion.BY_ROWS, measure.request(List.of(by), subset, interval));
        specification.estimate(TableQuestion.WHOLE, measure.request(List.of(), subset, interval));
        boolean two = codebook.find(by).orElseThrow().levels().size() == 2;
        if (measure.isRate()) {
            specification.test(
                    "rao_scott", test("chisq", subset, "rows", measure.variable(), "columns", by, "statistic", "F"));
            specification.test(
                    "adjusted_wald",
                    test("chisq", subset, "rows", measure.variable(), "columns", by, "statistic", "adjWald"));
        } else {
            if (two) {
                specification.test("t", test("ttest", subset, "variable", measure.variable(), "group", by));
            }
            String ranks = two ? "wilcoxon" : "KruskalWallis";
            specification.test(
                    "ranks", test("ranktest", subset, "variable", measure.variable(), "group", by, "test", ranks));
        }
        return specification.build();
    }

    private static Map<String, Object> test(String kind, Optional<String> subset, String... keysAndValues) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("kind", kind);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            test.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        subset.ifPresent(condition -> test.put("subset", condition));
        return test;
    }
}
