package org.suzhi.web.quality;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * A stored revision of a response.
 *
 * @param by who sent it
 * @param reason why a reviewer edited it
 * @param answers texts by item name
 * @param xml the submission
 */
public record Revision(
        int number,
        String instanceId,
        OffsetDateTime at,
        Optional<String> by,
        Optional<String> reason,
        Map<String, String> answers,
        String xml) {
    public Revision {
        answers = Map.copyOf(answers);
    }
}
