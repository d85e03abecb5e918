package org.suzhi.response;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.suzhi.questionnaire.AnswerSource;

/**
 * A response that keeps to its form; only such a one may be stored.
 *
 * @param instanceId the client's id of this submission, such as {@code uuid:…}
 * @param deprecatedId the id of the submission this one takes the place of
 * @param answers the answers by path in the order of the form; calculated items as the server calculates them
 * @param xml the submission as it came
 */
public record ValidatedResponse(
        String instanceId,
        Optional<String> deprecatedId,
        String formId,
        String version,
        Map<String, Answer> answers,
        String xml)
        implements AnswerSource {
    public ValidatedResponse {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** The answer at a path such as {@code /data/person/age}. */
    public Optional<Answer> answer(String path) {
        return Optional.ofNullable(answers.get(path));
    }

    /** The answer of the item of that name, wherever it stands; the first if there are several. */
    @Override
    public String valueOf(String name) {
        String end = "/" + name;
        for (var entry : answers.entrySet()) {
            if (entry.getKey().endsWith(end)) {
                return entry.getValue().text();
            }
        }
        return "";
    }
}
