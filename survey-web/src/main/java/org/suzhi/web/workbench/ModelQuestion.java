package org.suzhi.web.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.web.publication.AnalysisRun;

/**
 * A regression of a measure on several variables: logistic for rates, linear for numbers; each variable is tested as a
 * whole.
 *
 * @param terms the variables, at least one
 */
public record ModelQuestion(Measure measure, List<String> terms, Population population, IntervalOptions interval)
        implements Question {
    public static final String MODEL = "model";

    /** The derived column of who gave the answer in question. */
    public static final String OUTCOME = "outcome";

    public static final int MOST_TERMS = 10;

    public ModelQuestion {
        terms = List.copyOf(terms);
    }

    @Override
    public AnalysisRun.Kind kind() {
        return AnalysisRun.Kind.MODEL;
    }

    /** The id of the test of a variable. */
    public static String testOf(String term) {
        return "without_" + term;
    }

    @Override
    public Specification specification(
            String name, Map<String, Object> sections, Codebook codebook, double literateFrom) {
        Declared declared = new Declared(sections, codebook);
        SpecificationBuilder specification = Specification.builder(name).sections(sections);
        measure.declare(specification, declared, literateFrom);
        terms.forEach(term -> declared.factor(specification, term));
        String outcome = measure.variable();
        if (measure.level() != null) {
            specification.derive(OUTCOME, "`" + measure.variable() + "` == \"" + measure.level() + '"');
            outcome = OUTCOME;
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("kind", "glm");
        model.put("family", measure.isRate() ? "quasibinomial" : "gaussian");
        model.put("formula", outcome + " ~ " + String.join(" + ", terms));
        population.condition().ifPresent(condition -> model.put("subset", condition));
        specification.model(MODEL, model);
        for (String term : terms) {
            Map<String, Object> test = new LinkedHashMap<>();
            test.put("kind", "terms");
            test.put("model", MODEL);
            test.put("terms", List.of(term));
            specification.test(testOf(term), test);
        }
        return specification.build();
    }
}
