package org.suzhi.sampling;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A frame or plan that no sample can be drawn from, with everything that is wrong; nothing has been drawn. */
public final class SamplingProblems extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final transient List<SamplingProblem> problems;

    public SamplingProblems(List<SamplingProblem> problems) {
        super(text(problems, Locale.ENGLISH));
        this.problems = List.copyOf(problems);
    }

    static void throwIfAny(List<SamplingProblem> problems) {
        if (!problems.isEmpty()) {
            throw new SamplingProblems(problems);
        }
    }

    /** At least one. */
    public List<SamplingProblem> problems() {
        return problems;
    }

    /** One line a problem. */
    public String text(Locale locale) {
        return text(problems, locale);
    }

    private static String text(List<SamplingProblem> problems, Locale locale) {
        return problems.stream().map(problem -> problem.line(locale)).collect(Collectors.joining("\n"));
    }
}
