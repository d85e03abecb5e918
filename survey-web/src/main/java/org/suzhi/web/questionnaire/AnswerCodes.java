package org.suzhi.web.questionnaire;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Choices that say something about the answer instead of giving one, by their names in questionnaires.
 *
 * @param dontKnow an answer, and in a test a wrong one
 * @param refused no answer: the respondent declined
 */
@ConfigurationProperties("suzhi.answers")
public record AnswerCodes(String dontKnow, Set<String> refused) {
    public AnswerCodes {
        refused = Set.copyOf(refused);
    }

    /** Whether an item has no answer: it is open or was refused. */
    public boolean isNone(String answer) {
        return answer.isEmpty() || refused.contains(answer);
    }
}
