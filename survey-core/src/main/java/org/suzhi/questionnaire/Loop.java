package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** A loop over a list: its questions once for each choice, in a group of the choice's name. */
record Loop(@Nullable ChoiceList list) {
    void unroll(SurveyElement loop) {
        List<SurveyElement> templates = new ArrayList<>(loop.children);
        loop.children.clear();
        if (list == null) {
            return;
        }
        for (ChoiceList.Choice choice : list.choices) {
            if (!choice.name().equals("none")) {
                var group = new SurveyElement(SurveyElement.Kind.GROUP, "group", choice.name(), loop.row);
                group.label = choice.label();
                templates.forEach(template -> group.add(copy(template, choice)));
                loop.add(group);
            }
        }
    }

    private static SurveyElement copy(SurveyElement from, ChoiceList.Choice choice) {
        BinaryOperator<String> fill = (language, text) -> fill(text, language, choice);
        var copy = new SurveyElement(from.kind, from.type, fill(from.name, "", choice), from.row);
        copy.label = from.label == null ? null : from.label.map(fill);
        copy.hint = from.hint == null ? null : from.hint.map(fill);
        copy.guidance = from.guidance == null ? null : from.guidance.map(fill);
        from.media.forEach((key, phrase) -> copy.media.put(key, phrase.map(fill)));
        from.bind.forEach((key, phrase) -> copy.bind.put(key, phrase.map(fill)));
        copy.control.putAll(from.control);
        copy.instance.putAll(from.instance);
        copy.parameters.putAll(from.parameters);
        copy.actions.addAll(from.actions);
        copy.tag = from.tag;
        copy.defaultValue = fill(from.defaultValue, "", choice);
        copy.dynamicDefault = from.dynamicDefault;
        copy.list = from.list;
        copy.choiceFilter = from.choiceFilter;
        copy.query = from.query;
        copy.triggers = from.triggers;
        copy.flat = from.flat;
        from.children.forEach(child -> copy.add(copy(child, choice)));
        return copy;
    }

    private static String fill(String text, String language, ChoiceList.Choice choice) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        String label = choice.label() == null ? "" : label(choice.label(), language);
        return text.replace("%(name)s", choice.name())
                .replace("%(label)s", label)
                .replace("%%", "%");
    }

    private static String label(Phrase label, String language) {
        Map<String, String> byLanguage = label.translations("");
        return byLanguage.getOrDefault(language, label.plain());
    }
}
