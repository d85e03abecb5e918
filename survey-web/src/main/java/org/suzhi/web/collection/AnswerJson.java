package org.suzhi.web.collection;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.suzhi.response.Answer;

/** Typed answers as a JSON object: by item name, or by path where a form uses a name twice. */
final class AnswerJson {
    private AnswerJson() {}

    static Map<String, Object> of(Map<String, Answer> answers) {
        Set<String> once = new HashSet<>();
        Set<String> twice = new HashSet<>();
        answers.keySet().stream()
                .map(AnswerJson::name)
                .filter(n -> !once.add(n))
                .forEach(twice::add);
        Map<String, Object> json = new LinkedHashMap<>();
        answers.forEach((path, answer) -> json.put(twice.contains(name(path)) ? path : name(path), value(answer)));
        return json;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Object value(Answer answer) {
        if (answer instanceof Answer.Whole whole) {
            return whole.value();
        }
        if (answer instanceof Answer.Real real) {
            return real.value();
        }
        if (answer instanceof Answer.Choices choices) {
            return choices.values();
        }
        return answer.text();
    }
}
