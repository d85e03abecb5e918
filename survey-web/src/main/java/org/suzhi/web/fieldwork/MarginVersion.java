package org.suzhi.web.fieldwork;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One set of population totals of a wave; it never changes.
 *
 * @param number counted within the wave, from 1
 * @param fileName the file that it was imported from; "" of one that came with the wave
 * @param importedBy name of the person, null for the server itself
 * @param inUse whether the wave's published rate is calibrated to it
 */
public record MarginVersion(
        long id,
        long waveId,
        int number,
        String fileName,
        String fileSha256,
        String note,
        @Nullable String importedBy,
        Instant importedAt,
        boolean inUse) {}
