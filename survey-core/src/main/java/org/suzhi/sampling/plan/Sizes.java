package org.suzhi.sampling.plan;

import java.util.List;
import org.suzhi.sampling.SamplingProblem;

/** Whether a number of interviews can be made at all. */
final class Sizes {
    private Sizes() {}

    static void check(List<SamplingProblem> problems, SurveyAssumptions survey, double interviews) {
        if (!(interviews >= 1 && interviews < Double.POSITIVE_INFINITY)) {
            problems.add(Ranges.problem("size", interviews, "at-least", 1));
        } else if (interviews > survey.population()) {
            problems.add(Ranges.problem("size", interviews, "total-above-population", survey.population()));
        }
    }
}
