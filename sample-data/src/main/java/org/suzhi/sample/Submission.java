package org.suzhi.sample;

import java.time.OffsetDateTime;

/**
 * One submitted form.
 *
 * @param instanceId {@code uuid:} and a UUID that follows from the seed, as in the instance
 * @param start when the interview began, in Beijing time
 * @param end when it was finished
 * @param xml the XForm instance
 */
public record Submission(
        String instanceId, Respondent respondent, OffsetDateTime start, OffsetDateTime end, String xml) {}
