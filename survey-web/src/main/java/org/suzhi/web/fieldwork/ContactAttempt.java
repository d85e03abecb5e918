package org.suzhi.web.fieldwork;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit or call.
 *
 * @param id made by the client
 * @param outcome AAPOR code
 * @param madeBy display name of the surveyor, once stored
 */
public record ContactAttempt(
        UUID id,
        Instant at,
        String outcome,
        String note,
        @Nullable String madeBy) {}
