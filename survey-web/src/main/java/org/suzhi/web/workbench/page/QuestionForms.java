package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.expression.Expression;
import org.suzhi.web.supervision.FormInput;
import org.suzhi.web.workbench.Codebook;
import org.suzhi.web.workbench.ComparisonQuestion;
import org.suzhi.web.workbench.IntervalOptions;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.MissingAnswers;
import org.suzhi.web.workbench.MissingQuestion;
import org.suzhi.web.workbench.ModelQuestion;
import org.suzhi.web.workbench.Population;
import org.suzhi.web.workbench.Question;
import org.suzhi.web.workbench.TableQuestion;
import org.suzhi.web.workbench.TestQuestion;
import org.suzhi.web.workbench.Variable;
import org.suzhi.web.workbench.Words;

/**
 * Reads questions from the fields of their forms; what is wrong is told by the input.
 *
 * @param years of the waves that are asked
 * @param standard persons of each category in the standard population
 */
record QuestionForms(
        FormInput input,
        MultiValueMap<String, String> fields,
        Codebook codebook,
        Words words,
        List<Integer> years,
        Function<Variable, List<Double>> standard) {
    private static final int LONGEST_CONDITION = 500;
    private static final int MOST_SETS = 100;
    private static final List<String> USUAL_TERMS = List.of("sex", "age_band", "education", "residence");

    Question read(String kind) {
        return switch (kind) {
            case "table" -> table();
            case "comparison" -> comparison();
            case "test" -> test();
            case "model" -> model();
            case "missing" -> new MissingQuestion(!input.text("items").equals("answers"), population(), interval());
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private TableQuestion table() {
        String rows = category("rows");
        String columns = category("columns");
        Measure measure = measure();
        if (!rows.isEmpty() && rows.equals(columns)) {
            input.wrong("workbench.wrong.same", codebook.labels().label(rows));
        }
        if (measure.kind() == Measure.Kind.SHARES
                && (measure.variable().equals(rows) || measure.variable().equals(columns))) {
            input.wrong("workbench.wrong.same", codebook.labels().label(measure.variable()));
        }
        return new TableQuestion(measure, rows, columns, population(), missing(measure), interval());
    }

    private ComparisonQuestion comparison() {
        String by = category("by");
        Measure measure = without(Measure.Kind.SHARES, measure());
        List<Double> persons = codebook.find(by).map(standard).orElse(List.of());
        return new ComparisonQuestion(measure, years, by, persons, population(), interval());
    }

    private TestQuestion test() {
        Measure measure = without(Measure.Kind.SHARE, measure());
        String by = category("by");
        if (by.isEmpty()) {
            by = codebook.categories().get(0).name();
            for (Variable v : codebook.categories()) {
                by = v.name().equals("sex") ? v.name() : by;
            }
        }
        if (by.equals(measure.variable())) {
            input.wrong("workbench.wrong.same", codebook.labels().label(by));
        }
        return new TestQuestion(measure, by, population(), interval());
    }

    private ModelQuestion model() {
        Measure measure = without(Measure.Kind.SHARES, measure());
        List<String> terms = new ArrayList<>();
        for (String term : fields.getOrDefault("terms", List.of())) {
            if (codebook.find(term).isEmpty()) {
                input.wrong("workbench.wrong.variable", words.of("workbench.field.terms"), term);
            } else if (term.equals(measure.variable())) {
                input.wrong("workbench.wrong.same", codebook.labels().label(term));
            } else if (!terms.contains(term)) {
                terms.add(term);
            }
        }
        if (terms.size() > ModelQuestion.MOST_TERMS) {
            input.wrong("workbench.wrong.terms", ModelQuestion.MOST_TERMS, terms.size());
        }
        if (terms.isEmpty()) {
            codebook.categories().stream()
                    .filter(v -> v.topic() == Variable.Topic.BACKGROUND && USUAL_TERMS.contains(v.name()))
                    .forEach(v -> terms.add(v.name()));
        }
        if (terms.isEmpty()) {
            input.wrong("form.missing", words.of("workbench.field.terms"));
        }
        return new ModelQuestion(measure, terms, population(), interval());
    }

    private Measure without(Measure.Kind kind, Measure measure) {
        if (measure.kind() == kind) {
            input.wrong("workbench.wrong.measure", codebook.labels().label(measure.variable()));
        }
        return measure;
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

    private MissingAnswers missing(Measure measure) {
        MissingAnswers usual = MissingAnswers.USUAL;
        String way = input.text("missing");
        MissingAnswers.Way chosen = usual.way();
        for (MissingAnswers.Way one : MissingAnswers.Way.values()) {
            chosen = one.name().equalsIgnoreCase(way) ? one : chosen;
        }
        if (!way.isEmpty() && !chosen.name().equalsIgnoreCase(way)) {
            input.wrong("workbench.wrong.variable", words.of("workbench.field.missing"), way);
        }
        if (!chosen.isImputation()) {
            return new MissingAnswers(chosen, usual.sets(), usual.seed());
        }
        int sets = input.text("sets").isEmpty() ? usual.sets() : (int) input.number("sets", 2, MOST_SETS);
        int seed = input.text("seed").isEmpty()
                ? usual.seed()
                : (int) input.number("seed", 1, MissingAnswers.LARGEST_SEED);
        if (!codebook.scored().canRecompute(measure.kind() == Measure.Kind.LITERACY ? "score" : measure.variable())) {
            input.wrong("workbench.wrong.several-choices");
        }
        MissingAnswers missing = new MissingAnswers(chosen, sets, seed);
        if (!missing.isQuick(codebook.scored())) {
            input.wrong("workbench.wrong.imputation-too-long");
        }
        return missing;
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
