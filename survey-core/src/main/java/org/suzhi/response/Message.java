package org.suzhi.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.questionnaire.logic.Evaluation;
import org.suzhi.questionnaire.logic.Expression;
import org.suzhi.questionnaire.logic.InstanceNode;

/** A text of the form that may show values: its parts by language, some of them expressions. */
record Message(Map<String, List<Part>> byLanguage) {
    static final Message NONE = new Message(Map.of());

    sealed interface Part {
        record Words(String text) implements Part {}

        record Value(Expression expression) implements Part {}
    }

    Message {
        byLanguage = new LinkedHashMap<>(byLanguage);
    }

    static Message of(String text) {
        return text.isBlank() ? NONE : new Message(Map.of("", List.of(new Part.Words(text))));
    }

    /** The text with the values of this interview. */
    Wording show(Evaluation evaluation, InstanceNode node) {
        var shown = new LinkedHashMap<String, String>();
        byLanguage.forEach((language, parts) -> {
            var text = new StringBuilder();
            for (Part part : parts) {
                if (part instanceof Part.Words words) {
                    text.append(words.text());
                } else if (part instanceof Part.Value value) {
                    text.append(value.expression().string(evaluation, node));
                }
            }
            shown.put(language, fold(text));
        });
        return new Wording(shown);
    }

    /** The text with an ellipsis for each value. */
    Wording plain() {
        var plain = new LinkedHashMap<String, String>();
        byLanguage.forEach((language, parts) -> {
            var text = new StringBuilder();
            for (Part part : parts) {
                text.append(part instanceof Part.Words words ? words.text() : "…");
            }
            plain.put(language, fold(text));
        });
        return new Wording(plain);
    }

    private static String fold(CharSequence text) {
        return text.toString().strip().replaceAll("\\s+", " ");
    }
}
