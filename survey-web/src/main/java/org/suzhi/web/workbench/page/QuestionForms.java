package org.suzhi.web.workbench.page;

import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.expression.Expression;
import org.suzhi.web.supervision.FormInput;
import org.suzhi.web.workbench.Codebook;
import org.suzhi.web.workbench.IntervalOptions;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.Population;
import org.suzhi.web.workbench.Question;
import org.suzhi.web.workbench.TableQuestion;
import org.suzhi.web.workbench.Words;

/** Reads questions from the fields of their forms; what is wrong is told by the input. */
record QuestionForms(FormInput input, Codebook codebook, Words words) {
    private static final int LONGEST_CONDITION = 500;

    Question read(String kind) {
        return switch (kind) {
            case "table" -> table();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private TableQuestion table() {
        String rows = category("rows");
        String columns = category("columns");
        Measure measure = measure();
        if (!rows.isEmpty() && rows.equals(columns)) {
            input.wrong("workbench.wrong.same", codebook.label(rows));
        }
        if (measure.kind() == Measure.Kind.SHARES
                && (measure.variable().equals(rows) || measure.variable().equals(columns))) {
            input.wrong("workbench.wrong.same", codebook.label(measure.variable()));
        }
        return new TableQuestion(measure, rows, columns, population(), interval());
    }

    private Measure measure() {
        String text = input.text("measure");
        Optional<Measure> measure = Measure.of(text.isEmpty() ? Measure.LITERATE : text, codebook);
        if (measure.isEmpty()) {
            input.wrong("workbench.wrong.variable", words.of("workbench.field.measure"), text);
        }
        return measure.orElse(new Measure(Measure.LITERATE, null, Measure.Kind.LITERACY));
    }

    /** A variable with categories, or "". */
    private String category(String field) {
        String name = input.text(field);
        if (!name.isEmpty() && codebook.find(name).filter(v -> v.isCategory()).isEmpty()) {
            input.wrong("workbench.wrong.variable", words.of("workbench.field." + field), name);
            return "";
        }
        return name;
    }

    private Population population() {
        String where = input.text("where");
        if (where.length() > LONGEST_CONDITION) {
            input.wrong("form.too-long", words.of("workbench.field.where"), LONGEST_CONDITION);
            where = "";
        }
        if (!where.isEmpty()) {
            try {
                Expression.parse(where);
            } catch (AnalysisProblem problem) {
                input.wrongWords(problem.message(words.locale()));
            }
        }
        Population population = new Population(input.text("population"), where);
        if (!population.isKnown(codebook)) {
            input.wrong("workbench.wrong.variable", words.of("workbench.field.population"), population.of());
            return Population.EVERYBODY;
        }
        return population;
    }

    private IntervalOptions interval() {
        String method = input.text("method");
        String level = input.text("level");
        if (!method.isEmpty() && !IntervalOptions.METHODS.contains(method)) {
            input.wrong("workbench.wrong.variable", words.of("workbench.field.method"), method);
        }
        if (!level.isEmpty() && !IntervalOptions.LEVELS.contains(level)) {
            input.wrong("workbench.wrong.variable", words.of("workbench.field.level"), level);
        }
        return new IntervalOptions(
                IntervalOptions.METHODS.contains(method) ? method : IntervalOptions.USUAL.method(),
                IntervalOptions.LEVELS.contains(level) ? Double.parseDouble(level) : IntervalOptions.USUAL.level());
    }
}
