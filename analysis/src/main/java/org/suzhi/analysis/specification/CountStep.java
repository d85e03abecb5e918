package org.suzhi.analysis.specification;

import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.weighting.RowFactor;

/**
 * Weights times or divided by a count of the row.
 *
 * @param divide whether to divide: by the lists a person is on; else times the eligible persons of the household
 */
record CountStep(boolean divide, String variable, Optional<Double> cap, Optional<Double> unknown)
        implements WeightingStep {

    static CountStep household(SpecificationReader reader) {
        return new CountStep(
                false, reader.requiredText("variable"), atLeastOne(reader, "cap"), atLeastOne(reader, "unknown"));
    }

    static CountStep multiplicity(SpecificationReader reader) {
        return new CountStep(true, reader.requiredText("variable"), Optional.empty(), atLeastOne(reader, "unknown"));
    }

    private static Optional<Double> atLeastOne(SpecificationReader reader, String key) {
        Optional<Double> number = reader.number(key);
        if (number.isPresent() && !(number.get() >= 1 && number.get() < Double.POSITIVE_INFINITY)) {
            throw new AnalysisProblem("spec_wrong_type", reader.at(key), number.get(), Wanted.NUMBER_FROM_1.words());
        }
        return number;
    }

    @Override
    public String step() {
        return divide ? "multiplicity" : "household";
    }

    @Override
    public Done apply(SurveyDesign design) {
        RowFactor factor = new RowFactor(variable, cap.orElse(Double.POSITIVE_INFINITY), unknown);
        RowFactor.Applied applied = divide ? factor.divide(design) : factor.multiply(design);
        Map<String, Object> figures = WeightingStep.figures();
        figures.put("variable", variable);
        cap.ifPresent(c -> figures.put("capped", applied.capped()));
        unknown.ifPresent(u -> figures.put("filled", applied.filled()));
        return new Done(applied.design(), figures);
    }
}
