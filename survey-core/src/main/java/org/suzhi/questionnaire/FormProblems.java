package org.suzhi.questionnaire;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A workbook or XForm that cannot be used, with everything that is wrong in it. */
public final class FormProblems extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final transient List<FormProblem> problems;

    public FormProblems(List<FormProblem> problems) {
        super(problems.stream().map(problem -> problem.line(Locale.ENGLISH)).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<FormProblem> problems() {
        return problems;
    }

    /** One line a problem. */
    public String text(Locale locale) {
        return problems.stream().map(problem -> problem.line(locale)).collect(Collectors.joining("\n"));
    }
}
