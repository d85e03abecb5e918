package org.suzhi.web.division;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a target had come to on a day.
 *
 * @param targetKey key of the target
 * @param town code of the town whose share it is; empty for the whole
 * @param value in the unit of the target's measure
 * @param evidence name of the file that shows it
 * @param evidenceSha256 hash of that file
 * @param enteredBy name of who entered it; null for the server itself
 */
public record TargetValue(
        long id,
        String targetKey,
        String town,
        double value,
        LocalDate asOf,
        String note,
        String evidence,
        String evidenceSha256,
        @Nullable String enteredBy,
        Instant enteredAt,
        @Nullable Withdrawal withdrawal) {
    /** That a value does not hold after all. */
    public record Withdrawal(String reason, String by, Instant at) {}

    public boolean isWithdrawn() {
        return withdrawal != null;
    }

    public boolean isOfTheWhole() {
        return town.isEmpty();
    }
}
