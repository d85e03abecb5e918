package org.suzhi.sampling.plan;

import java.util.ArrayList;
import java.util.List;
import org.suzhi.sampling.SamplingProblem;
import org.suzhi.sampling.SamplingProblems;

/**
 * What is expected of a survey before it is made, mostly from the last wave.
 *
 * @param rate the rate that will be found, above 0 and below 1
 * @param deff variance over that of a simple random sample of as many interviews, above 0
 * @param responseRate interviews over invitations, above 0 and at most 1
 * @param population people that the rate is about; infinity for no finite population correction
 * @param df degrees of freedom of the standard error, drawn PSUs minus strata; infinity for the normal distribution
 */
public record SurveyAssumptions(double rate, double deff, double responseRate, double population, double df) {
    /** @throws SamplingProblems with every value outside its range */
    public SurveyAssumptions {
        List<SamplingProblem> problems = new ArrayList<>();
        Ranges.betweenZeroAndOne(problems, "rate", rate);
        Ranges.above(problems, "deff", deff, 0);
        Ranges.share(problems, "responseRate", responseRate);
        if (!(population >= 2)) {
            problems.add(Ranges.problem("population", population, "at-least", 2));
        }
        if (!(df > 0)) {
            problems.add(Ranges.problem("df", df, "above", 0));
        }
        Ranges.check(problems);
    }

    /** A large population and many primary sampling units. */
    public static SurveyAssumptions of(double rate, double deff, double responseRate) {
        return new SurveyAssumptions(rate, deff, responseRate, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    public SurveyAssumptions withPopulation(double people) {
        return new SurveyAssumptions(rate, deff, responseRate, people, df);
    }

    public SurveyAssumptions withDf(double degreesOfFreedom) {
        return new SurveyAssumptions(rate, deff, responseRate, population, degreesOfFreedom);
    }

    public SurveyAssumptions withRate(double expected) {
        return new SurveyAssumptions(expected, deff, responseRate, population, df);
    }

    /**
     * What 1 / n becomes in the variance: \( deff (1 - n/N) \frac{N}{N-1} / n \), so that a census has no error.
     */
    double perInterview(double n) {
        return deff * (1 / n - 1 / population) / (1 - 1 / population);
    }

    /** The n at which {@link #perInterview} is 1 / simple. */
    double interviews(double simple) {
        return 1 / ((1 - 1 / population) / (deff * simple) + 1 / population);
    }
}
