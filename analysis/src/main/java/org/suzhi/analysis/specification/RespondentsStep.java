package org.suzhi.analysis.specification;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.weighting.Respondents;

/** Leaves respondents only. */
record RespondentsStep(String status) implements WeightingStep {
    static RespondentsStep read(SpecificationReader reader, List<WeightingStep> before) {
        String status = reader.text("status")
                .orElseGet(() -> before.stream()
                        .filter(ClassStep.class::isInstance)
                        .map(step -> ((ClassStep) step).status())
                        .reduce((first, last) -> last)
                        .orElseThrow(() -> new AnalysisProblem("spec_missing_key", reader.at("status"))));
        return new RespondentsStep(status);
    }

    @Override
    public String step() {
        return "respondents";
    }

    @Override
    public Done apply(SurveyDesign design) {
        Respondents respondents = Respondents.of(design, status);
        Map<String, Object> figures = WeightingStep.figures();
        figures.put("status", status);
        Map<String, Object> dropped = new TreeMap<>();
        respondents.dropped().forEach((code, one) -> {
            Map<String, Object> lost = WeightingStep.figures();
            lost.put("n", one.rows());
            lost.put("sum", one.weight());
            dropped.put(code.name(), lost);
        });
        figures.put("dropped", dropped);
        return new Done(respondents.design(), figures);
    }
}
