package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The itext of a form. Every text has every language: where a translation is missing it is "-", since clients do not
 * fall back to another language.
 */
final class Translations {
    private static final String LONG = "";
    private static final String GUIDANCE = "guidance";

    private record Text(String text, @Nullable SurveyElement at) {}

    private final String defaultLanguage;
    private final ReferenceResolver references;

    /** Texts by language, id and form. */
    private final Map<String, Map<String, Map<String, Text>>> byLanguage = new LinkedHashMap<>();

    Translations(SurveyElement root, Iterable<ChoiceList> lists, String defaultLanguage, ReferenceResolver references) {
        this.defaultLanguage = defaultLanguage;
        this.references = references;
        for (ChoiceList list : lists) {
            if (list.needsItext()) {
                addChoices(list);
            }
        }
        root.walk(this::addElement);
        fill();
    }

    boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    private void addChoices(ChoiceList list) {
        for (int i = 0; i < list.choices.size(); i++) {
            ChoiceList.Choice choice = list.choices.get(i);
            String id = list.name + "-" + i;
            if (choice.label() != null) {
                add(id, LONG, choice.label(), null);
            }
            choice.media().forEach((form, phrase) -> add(id, form, phrase, null));
        }
    }

    private void addElement(SurveyElement element) {
        String path = element.xpath();
        element.bind.forEach((key, phrase) -> {
            if (isMessage(key) && isInItext(key, phrase)) {
                add(path + ":" + key, LONG, phrase, element);
            }
        });
        if (element.label != null && element.labelNeedsItext()) {
            add(path + ":label", LONG, element.label, element);
        }
        if (element.hint != null && element.hintNeedsItext()) {
            add(path + ":hint", LONG, element.hint, element);
        }
        if (element.guidance != null) {
            add(path + ":hint", GUIDANCE, element.guidance, element);
        }
        element.media.forEach((form, phrase) -> add(path + ":label", form, phrase, element));
    }

    static boolean isMessage(String key) {
        return key.equals("jr:constraintMsg") || key.equals("jr:requiredMsg") || key.equals("jr:noAppErrorString");
    }

    /** Whether a message stands in the itext: translated, or with references in it. */
    static boolean isInItext(String key, Phrase phrase) {
        return phrase.isTranslated() || (!key.equals("jr:noAppErrorString") && phrase.any(Reference::isIn));
    }

    private void add(String id, String form, Phrase phrase, @Nullable SurveyElement at) {
        phrase.translations(defaultLanguage)
                .forEach((language, text) -> byLanguage
                        .computeIfAbsent(language, l -> new LinkedHashMap<>())
                        .computeIfAbsent(id, i -> new LinkedHashMap<>())
                        .put(form, new Text(text, at)));
    }

    private void fill() {
        Map<String, Set<String>> forms = new LinkedHashMap<>();
        byLanguage
                .values()
                .forEach(texts -> texts.forEach((id, byForm) ->
                        forms.computeIfAbsent(id, i -> new LinkedHashSet<>()).addAll(byForm.keySet())));
        byLanguage
                .values()
                .forEach(texts -> forms.forEach((id, wanted) -> {
                    Map<String, Text> byForm = texts.computeIfAbsent(id, i -> new LinkedHashMap<>());
                    wanted.stream()
                            .filter(form -> form.equals(LONG) || form.equals(GUIDANCE))
                            .forEach(form -> byForm.putIfAbsent(form, new Text("-", null)));
                }));
    }

    Xml itext() {
        Xml itext = Xml.element("itext");
        byLanguage.forEach((language, texts) -> {
            Xml translation = Xml.element("translation").with("lang", language);
            if (language.equals(defaultLanguage)) {
                translation.with("default", "true()");
            }
            texts.forEach((id, byForm) -> {
                Xml text = Xml.element("text").with("id", id);
                byForm.forEach((form, value) -> values(form, value).forEach(text::add));
                translation.add(text);
            });
            itext.add(translation);
        });
        return itext;
    }

    private List<Xml> values(String form, Text text) {
        var values = new ArrayList<Xml>(1);
        List<Object> parts = references.outputs(text.text(), text.at());
        if (form.equals(LONG)) {
            values.add(Xml.element("value").mixed(parts));
        } else if (form.equals(GUIDANCE)) {
            values.add(Xml.element("value").with("form", form).mixed(parts));
        } else if (form.equals("image-description")) {
            values.add(Xml.element("value").with("form", form).mixed(parts));
        } else if (!text.text().equals("-")) {
            String folder = form.endsWith("image") ? "images" : form;
            values.add(Xml.element("value")
                    .with("form", form)
                    .text("jr://" + folder + "/")
                    .mixed(parts));
        }
        return values;
    }
}
