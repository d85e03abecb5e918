package org.suzhi.web.quality;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A response as the review sees it.
 *
 * @param interviewer number of the user who sent it
 * @param town code of the town, "" if unknown
 * @param psu code of the village, "" if unknown
 * @param answers texts by item name
 */
public record Interview(
        long number,
        int revision,
        String status,
        OptionalLong interviewer,
        String town,
        String psu,
        OffsetDateTime receivedAt,
        Optional<OffsetDateTime> start,
        Optional<OffsetDateTime> end,
        OptionalDouble score,
        Map<String, String> answers) {
    public Interview {
        answers = Map.copyOf(answers);
    }

    /** Minutes from start to end, where the form records both. */
    public OptionalDouble minutes() {
        return start.isPresent() && end.isPresent()
                ? OptionalDouble.of(Duration.between(start.get(), end.get()).toMillis() / 60_000.0)
                : OptionalDouble.empty();
    }

    String answer(String item) {
        return answers.getOrDefault(item, "");
    }
}
