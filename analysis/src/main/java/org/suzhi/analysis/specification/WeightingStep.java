package org.suzhi.analysis.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.design.SurveyDesign;

/** One step of the {@code weighting} section. */
sealed interface WeightingStep permits CountStep, ComposeStep, ClassStep, PropensityStep, TrimStep, RespondentsStep {
    /** A design after a step, and the step's own figures by their names in the JSON form. */
    record Done(SurveyDesign design, Map<String, Object> figures) {}

    /** Its name as written. */
    String step();

    /** The column of dispositions, for steps that use one. */
    default Optional<String> statusColumn() {
        return Optional.empty();
    }

    Done apply(SurveyDesign design);

    /** Steps that can be written. */
    enum Kind {
        HOUSEHOLD,
        MULTIPLICITY,
        COMPOSE,
        UNKNOWN_ELIGIBILITY,
        NONRESPONSE,
        TRIM,
        RESPONDENTS
    }

    /**
     * Reads the next step.
     *
     * @param before the steps before it: a status column named there need not be named again
     */
    static WeightingStep read(SpecificationReader reader, List<WeightingStep> before) {
        reader.requiredText("step");
        WeightingStep step = switch (reader.choice("step", Kind.class, "")) {
            case HOUSEHOLD -> CountStep.household(reader);
            case MULTIPLICITY -> CountStep.multiplicity(reader);
            case COMPOSE -> ComposeStep.read(reader);
            case UNKNOWN_ELIGIBILITY -> ClassStep.unknownEligibility(reader);
            case NONRESPONSE -> ClassStep.nonresponse(reader);
            case TRIM -> TrimStep.read(reader);
            case RESPONDENTS -> RespondentsStep.read(reader, before);
        };
        reader.finish();
        return step;
    }

    /** Figures in their order. */
    static Map<String, Object> figures() {
        return new LinkedHashMap<>();
    }
}
