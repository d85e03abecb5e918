package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.workbench.Codebook;
import org.suzhi.web.workbench.IntervalOptions;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.MissingAnswers;
import org.suzhi.web.workbench.Variable;
import org.suzhi.web.workbench.Words;

/** What the fields of a question offer, by headings. */
public record Choices(Codebook codebook, Words words) {
    private static final int LONGEST = 46;
    /** Populations are offered by variables of few categories; others are written as a condition. */
    private static final int MOST_POPULATIONS = 20;

    /** An entry of a list. */
    public record Choice(String value, String label) {}

    /** Everything that can be estimated. */
    public Map<String, List<Choice>> measures() {
        Map<String, List<Choice>> all = numbersFirst();
        all.put(words.of("workbench.choice.shares"), shares());
        all.put(words.of("workbench.choice.share"), answers());
        return all;
    }

    /** What is one number in each domain. */
    public Map<String, List<Choice>> singles() {
        Map<String, List<Choice>> all = numbersFirst();
        all.put(words.of("workbench.choice.share"), answers());
        return all;
    }

    /** What can be tested by a variable. */
    public Map<String, List<Choice>> tested() {
        Map<String, List<Choice>> all = numbersFirst();
        all.put(words.of("workbench.choice.shares"), shares());
        return all;
    }

    private Map<String, List<Choice>> numbersFirst() {
        Map<String, List<Choice>> all = new LinkedHashMap<>();
        List<Choice> first = new ArrayList<>();
        first.add(new Choice(Measure.LITERATE, words.of("workbench.measure.literate")));
        codebook.numbers().forEach(v -> first.add(new Choice(v.name(), words.of("workbench.measure.mean", name(v)))));
        all.put(words.of("workbench.choice.headline"), first);
        return all;
    }

    private List<Choice> shares() {
        return codebook.categories().stream()
                .map(v -> new Choice(v.name(), name(v)))
                .toList();
    }

    private List<Choice> answers() {
        List<Choice> answers = new ArrayList<>();
        for (Variable v : codebook.categories()) {
            if (v.topic() != Variable.Topic.BACKGROUND) {
                v.levels()
                        .forEach(l -> answers.add(
                                new Choice(v.name() + "=" + l.code(), name(v) + words.of("workbench.is") + l.label())));
            }
        }
        return answers;
    }

    /** Variables with categories. */
    public Map<String, List<Choice>> categories() {
        return byTopic(codebook.categories(), v -> new Choice(v.name(), name(v)));
    }

    /** Everything that a model may hold. */
    public Map<String, List<Choice>> terms() {
        return byTopic(codebook.variables(), v -> new Choice(v.name(), name(v)));
    }

    /** Everybody is no entry of it. */
    public Map<String, List<Choice>> populations() {
        Map<String, List<Choice>> all = new LinkedHashMap<>();
        for (Variable v : codebook.categories()) {
            if (v.topic() == Variable.Topic.GROUP) {
                all.computeIfAbsent(words.of("workbench.topic.group"), t -> new ArrayList<>())
                        .add(new Choice(v.name() + "=1", v.label()));
            } else if (v.topic() == Variable.Topic.BACKGROUND && v.levels().size() <= MOST_POPULATIONS) {
                all.put(
                        name(v),
                        v.levels().stream()
                                .map(l -> new Choice(v.name() + "=" + l.code(), l.label()))
                                .toList());
            }
        }
        return all;
    }

    /** What may be done where an answer is missing. */
    public List<MissingAnswers.Way> ways() {
        return List.of(MissingAnswers.Way.values());
    }

    /** How intervals of rates may be made. */
    public List<String> methods() {
        return IntervalOptions.METHODS;
    }

    /** Coverages of intervals. */
    public List<Choice> levels() {
        return IntervalOptions.LEVELS.stream()
                .map(level -> new Choice(level, Decimals.shortPercent(Double.parseDouble(level))))
                .toList();
    }

    private Map<String, List<Choice>> byTopic(List<Variable> variables, Function<Variable, Choice> entry) {
        Map<String, List<Choice>> all = new LinkedHashMap<>();
        for (Variable v : variables) {
            all.computeIfAbsent(
                            words.of("workbench.topic." + v.topic().name().toLowerCase(java.util.Locale.ROOT)),
                            t -> new ArrayList<>())
                    .add(entry.apply(v));
        }
        return all;
    }

    /** An answer's name goes before its question, so that it is found by its number. */
    private static String name(Variable v) {
        String label = v.topic() == Variable.Topic.ANSWER ? v.name() + " · " + v.label() : v.label();
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST) + "…";
    }
}
