package org.suzhi.web.fieldwork;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The response of a case.
 *
 * @param mode how it was given, such as {@code WEB}
 * @param status such as {@code APPROVED}
 * @param sender display name of who sent it; absent where the respondent did
 */
public record CaseResponse(
        String instanceId,
        String mode,
        String status,
        Instant receivedAt,
        @Nullable String sender) {}
