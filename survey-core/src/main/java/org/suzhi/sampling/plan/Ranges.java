package org.suzhi.sampling.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.suzhi.sampling.SamplingProblem;
import org.suzhi.sampling.SamplingProblems;

/** Whether the numbers of a plan lie where they can; NaN never does. */
final class Ranges {
    private Ranges() {}

    static void betweenZeroAndOne(List<SamplingProblem> problems, String key, double got) {
        if (!(got > 0 && got < 1)) {
            problems.add(problem(key, got, "between-zero-and-one"));
        }
    }

    static void share(List<SamplingProblem> problems, String key, double got) {
        if (!(got > 0 && got <= 1)) {
            problems.add(problem(key, got, "rate"));
        }
    }

    /** Finite and above a bound. */
    static void above(List<SamplingProblem> problems, String key, double got, double bound) {
        if (!(got > bound && got < Double.POSITIVE_INFINITY)) {
            problems.add(problem(key, got, "above", bound));
        }
    }

    static SamplingProblem problem(String key, double got, String code, double... arguments) {
        List<String> texts = new ArrayList<>();
        for (double argument : arguments) {
            texts.add(text(argument));
        }
        return problem(key, text(got), code, texts);
    }

    static SamplingProblem problem(String key, String got, String code, List<String> arguments) {
        return new SamplingProblem("size", 0, key, got, code, arguments);
    }

    static void check(List<SamplingProblem> problems) {
        if (!problems.isEmpty()) {
            throw new SamplingProblems(problems);
        }
    }

    /** At most eight digits, without an exponent. */
    static String text(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number)
                        .round(new MathContext(8))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(number);
    }
}
