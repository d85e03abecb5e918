package org.suzhi.web.sampling;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A frame as imported: where it comes from, and the file that it was.
 *
 * @param asOf the day that its sizes hold for
 */
public record StoredFrame(
        long id,
        long waveId,
        String fileName,
        String fileSha256,
        String source,
        LocalDate asOf,
        boolean synthetic,
        String importedBy,
        Instant importedAt) {}
