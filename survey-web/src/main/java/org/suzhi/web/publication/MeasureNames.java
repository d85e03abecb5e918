package org.suzhi.web.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suzhi.response.Control;
import org.suzhi.response.Item;
import org.suzhi.response.Wording;
import org.suzhi.web.fieldwork.NamedCode;

/** Names of the levels of {@link Measures}, as the questionnaire words them. */
final class MeasureNames {
    /** The dimension whose levels are the questions of several choices. */
    static final String QUESTION = "choice";

    private MeasureNames() {}

    /** By dimension and code: items, questions, and the choices of each question. */
    static Map<String, Map<String, NamedCode>> of(List<Item> items) {
        Map<String, NamedCode> questions = new HashMap<>();
        Map<String, NamedCode> wordings = new HashMap<>();
        Map<String, Map<String, NamedCode>> all = new HashMap<>();
        for (Item item : items) {
            wordings.putIfAbsent(item.name(), named(item.name(), item.label()));
            if (item.control() == Control.SELECT_MULTIPLE) {
                questions.putIfAbsent(item.name(), named(item.name(), item.label()));
                Map<String, NamedCode> choices = new HashMap<>();
                item.choices().forEach((code, wording) -> choices.put(code, named(code, wording)));
                all.putIfAbsent(Measures.CHOICE + "." + item.name(), Map.copyOf(choices));
            }
        }
        all.put(Measures.ITEM, Map.copyOf(wordings));
        all.put(QUESTION, Map.copyOf(questions));
        return all;
    }

    private static NamedCode named(String code, Wording wording) {
        String chinese = wording.in(Locale.CHINESE);
        String english = wording.in(Locale.ENGLISH);
        return new NamedCode(code, chinese.isBlank() ? code : chinese, english.isBlank() ? code : english);
    }
}
