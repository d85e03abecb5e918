package org.suzhi.web.questionnaire;

import java.time.Instant;
import java.util.List;

/**
 * A published version as lists show it.
 *
 * @param waves the years of the waves that are answered on it
 * @param files how many files it needs besides
 */
public record PublishedVersion(
        long id, String formId, String version, String title, Instant publishedAt, List<Integer> waves, int files) {
    public PublishedVersion {
        waves = List.copyOf(waves);
    }
}
