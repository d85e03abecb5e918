package org.suzhi.web.collection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.suzhi.response.Answer;

/** Typed answers as a JSON object: by item name, or by path where a form uses a name twice. */
final class AnswerJson {
    private AnswerJson() {}

    static Map<String, Object> of(Map<String, Answer> answers) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        answers.keySet().forEach(path -> uses.merge(name(path), 1, Integer::sum));
        Map<String, Object> json = new LinkedHashMap<>();
        answers.forEach((path, answer) -> json.put(uses.get(name(path)) == 1 ? name(path) : path, value(answer)));
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
