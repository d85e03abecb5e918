package org.suzhi.web.workbench;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.suzhi.questionnaire.ScoringKey.ScoredItem;
import org.suzhi.response.Control;
import org.suzhi.response.Item;
import org.suzhi.response.Wording;
import org.suzhi.web.extract.Stack;
import org.suzhi.web.fieldwork.StratumNames;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.workbench.Variable.Level;
import org.suzhi.web.workbench.Variable.Topic;

/** Labels as the questionnaire, the survey's names and the product's own words give them. */
final class QuestionnaireLabels implements Labels {
    private final PublishedQuestionnaire form;
    private final Words words;
    private final Map<String, String> groups;
    private final Map<String, String> towns;
    private final StratumNames.Names strata;
    private final Map<String, String> dimensions;
    private final Map<String, Item> items = new LinkedHashMap<>();
    /** The choices of several, by the columns that tell whether they were made. */
    private final Map<String, Wording> several = new LinkedHashMap<>();

    private final Set<String> background = new HashSet<>();

    /**
     * @param groups names of the priority groups by code
     * @param towns names of the towns by code
     * @param strata names of the strata by code
     * @param dimensions names of the breakdowns by their columns
     */
    QuestionnaireLabels(
            PublishedQuestionnaire form,
            Words words,
            Map<String, String> groups,
            Map<String, String> towns,
            StratumNames.Names strata,
            Map<String, String> dimensions) {
        this.form = form;
        this.words = words;
        this.groups = groups;
        this.towns = towns;
        this.strata = strata;
        this.dimensions = dimensions;
        Set<String> scored =
                form.scoring().items().stream().map(ScoredItem::item).collect(Collectors.toSet());
        boolean before = true;
        for (Item item : form.form().items()) {
            items.putIfAbsent(item.name(), item);
            if (item.control() == Control.SELECT_MULTIPLE) {
                item.choices().forEach((code, choice) -> several.putIfAbsent(item.name() + "_" + code, choice));
            }
            before = before && !scored.contains(item.name());
            if (before) {
                background.add(item.name());
            }
        }
    }

    private record Described(String label, Topic topic, UnaryOperator<String> levels) {}

    private Described described(String name) {
        if (groups.containsKey(name)) {
            return new Described(groups.getOrDefault(name, name), Topic.GROUP, c -> words.or("workbench.flag." + c, c));
        }
        if (name.endsWith(Scored.COMPLETE)) {
            return described(name.substring(0, name.length() - Scored.COMPLETE.length()));
        }
        String own = words.or("workbench.variable." + name, "");
        if (name.equals(Stack.WAVE)) {
            return new Described(own, Topic.BACKGROUND, c -> c);
        }
        if (name.equals("town")) {
            return new Described(own, Topic.BACKGROUND, c -> towns.getOrDefault(c, c));
        }
        if (name.equals("stratum")) {
            return new Described(own, Topic.BACKGROUND, strata::of);
        }
        if (name.equals("score")
                || name.equals("unanswered")
                || form.scoring().dimensions().contains(name)) {
            return new Described(own.isEmpty() ? name : own, Topic.SCORE, c -> c);
        }
        Item item = items.get(name);
        if (item == null && several.containsKey(name)) {
            return new Described(
                    several.get(name).in(words.locale()), Topic.ANSWER, c -> words.or("workbench.flag." + c, c));
        }
        String dimension = dimensions.getOrDefault(name, name);
        String asked = item == null ? "" : item.label().in(words.locale());
        String plain = own.isEmpty() ? asked : own;
        String label = dimensions.containsKey(name) ? words.or("dimension." + dimension, plain) : plain;
        Map<String, Wording> choices = item == null ? Map.of() : item.choices();
        return new Described(
                label.isBlank() ? name : label,
                item != null && !background.contains(name) ? Topic.ANSWER : Topic.BACKGROUND,
                code -> choices.containsKey(code)
                        ? choices.get(code).in(words.locale())
                        : words.or("level." + dimension + "." + code, code));
    }

    @Override
    public String label(String name) {
        return described(name).label();
    }

    @Override
    public String level(String name, String code) {
        return described(name).levels().apply(code);
    }

    /** @param codes its categories; none of a number */
    Variable variable(String name, List<String> codes) {
        Described described = described(name);
        return new Variable(
                name,
                described.label(),
                described.topic(),
                codes.stream()
                        .map(code -> new Level(code, described.levels().apply(code)))
                        .toList());
    }
}
