package org.suzhi.sampling.plan;

import java.util.ArrayList;
import java.util.List;
import org.suzhi.sampling.SamplingProblem;
import org.suzhi.sampling.SamplingProblems;

/**
 * The margin of error of a rate: half the width of its interval.
 *
 * <p>\[ e = t_{1-\alpha/2,df} \sqrt{deff\, \frac{p(1-p)}{n}\, \frac{N-n}{N-1}}, \qquad
 *    n_0 = deff\, \frac{t^2 p(1-p)}{e^2}, \quad n = \frac{n_0}{1 + (n_0 - 1)/N} \]
 * with p the expected rate, N the population and e the margin as a share (0.01 is one percentage point).
 *
 * <p>Source: Cochran (1977), Sampling Techniques, 4.4 to 4.6; deff by Kish (1965), 8.2.
 */
public final class MarginOfError {
    private MarginOfError() {}

    /**
     * The size at which the margin is the wanted one.
     *
     * @param margin half-width of the interval, above 0 and below 0.5
     * @param level confidence level, such as 0.95
     * @throws SamplingProblems with every value outside its range, or if more would be invited than there are
     */
    public static SampleSize size(SurveyAssumptions survey, double margin, double level) {
        List<SamplingProblem> problems = new ArrayList<>();
        if (!(margin > 0 && margin < 0.5)) {
            problems.add(Ranges.problem("margin", margin, "margin"));
        }
        Ranges.betweenZeroAndOne(problems, "level", level);
        Ranges.check(problems);
        double t = StudentT.quantile((1 + level) / 2, survey.df());
        double p = survey.rate();
        return SampleSize.of(t * t * p * (1 - p) / (margin * margin), survey);
    }

    /** The margin of so many interviews; 0 when everybody answers. */
    public static double of(SurveyAssumptions survey, double interviews, double level) {
        List<SamplingProblem> problems = new ArrayList<>();
        Ranges.betweenZeroAndOne(problems, "level", level);
        Sizes.check(problems, survey, interviews);
        Ranges.check(problems);
        double p = survey.rate();
        return StudentT.quantile((1 + level) / 2, survey.df())
                * Math.sqrt(p * (1 - p) * survey.perInterview(interviews));
    }
}
