package org.suzhi.sampling.plan;

import java.util.ArrayList;
import java.util.List;
import org.suzhi.sampling.SamplingProblem;
import org.suzhi.sampling.SamplingProblems;

/**
 * Whether a survey can show that a rate is above its target: the one-sided test of "not above".
 *
 * <p>\[ n = deff \left( \frac{t_{1-\alpha} \sqrt{p_0(1-p_0)} + t_{power} \sqrt{p_1(1-p_1)}}{p_1 - p_0} \right)^2, \qquad
 *    power = \Pr\left( t_{df} < \frac{(p_1 - p_0) / \sqrt{deff/n} - t_{1-\alpha} \sqrt{p_0(1-p_0)}}{\sqrt{p_1(1-p_1)}} \right) \]
 * with \( p_0 \) the target and \( p_1 \) the true rate. With a finite population \( deff / n \) is lowered as in {@link
 * MarginOfError}. Finite degrees of freedom replace both normal quantiles by those of t, which is a little cautious.
 *
 * <p>To show "over 13 %" at 5 % with power 0.8 takes 7,144 interviews times deff if the truth is 14 %, 1,822 at 15 % and
 * 825 at 16 %.
 *
 * <p>Source: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 2.4; without continuity
 * correction.
 *
 * @param target the rate that is to be exceeded, above 0 and below 1
 * @param alpha probability to claim success at the target itself, such as 0.05; below 0.5
 */
public record OverTarget(double target, double alpha) {
    /** @throws SamplingProblems with every value outside its range */
    public OverTarget {
        List<SamplingProblem> problems = new ArrayList<>();
        Ranges.betweenZeroAndOne(problems, "target", target);
        if (!(alpha > 0 && alpha < 0.5)) {
            problems.add(Ranges.problem("alpha", alpha, "alpha"));
        }
        Ranges.check(problems);
    }

    /**
     * The size at which the test succeeds with probability {@code power}.
     *
     * @param truth its rate is the true one, above the target
     * @param power from 0.5, below 1
     */
    public SampleSize size(SurveyAssumptions truth, double power) {
        List<SamplingProblem> problems = new ArrayList<>();
        if (truth.rate() <= target) {
            problems.add(Ranges.problem("rate", truth.rate(), "truth-not-above-target", target));
        }
        if (!(power >= 0.5 && power < 1)) {
            problems.add(Ranges.problem("power", power, "power"));
        }
        Ranges.check(problems);
        double root =
                (critical(truth) * deviation(target) + StudentT.quantile(power, truth.df()) * deviation(truth.rate()))
                        / (truth.rate() - target);
        return SampleSize.of(root * root, truth);
    }

    /** The probability that so many interviews show it; when everybody answers, 1 if the truth is above the target, else 0. */
    public double power(SurveyAssumptions truth, double interviews) {
        List<SamplingProblem> problems = new ArrayList<>();
        Sizes.check(problems, truth, interviews);
        Ranges.check(problems);
        double signal = (truth.rate() - target) / Math.sqrt(truth.perInterview(interviews));
        if (Double.isInfinite(signal) || Double.isNaN(signal)) {
            return signal > 0 ? 1 : 0;
        }
        return StudentT.below((signal - critical(truth) * deviation(target)) / deviation(truth.rate()), truth.df());
    }

    private double critical(SurveyAssumptions truth) {
        return StudentT.quantile(1 - alpha, truth.df());
    }

    private static double deviation(double rate) {
        return Math.sqrt(rate * (1 - rate));
    }
}
