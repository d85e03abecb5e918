package org.suzhi.web.sampling;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A list of persons as imported; it never changes, and of the lists of a group the newest counts.
 *
 * @param group code of the respondent group that it holds, by which the list goes in plans and tables
 * @param asOf the day that it holds for
 */
public record StoredList(
        long id,
        long waveId,
        String group,
        String fileName,
        String fileSha256,
        String source,
        LocalDate asOf,
        boolean synthetic,
        String importedBy,
        Instant importedAt) {}
