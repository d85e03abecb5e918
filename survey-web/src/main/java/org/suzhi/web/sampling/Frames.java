package org.suzhi.web.sampling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.suzhi.sampling.Unit;

/** The store of frames; a frame never changes, a corrected one is imported anew. */
public interface Frames {
    /** What is told of a file besides its units. */
    record Origin(String fileName, String fileSha256, String source, LocalDate asOf, boolean synthetic) {
        Origin orSynthetic(boolean byItsRows) {
            return new Origin(fileName, fileSha256, source, asOf, synthetic || byItsRows);
        }
    }

    /** Stores a frame with its units, all or nothing. */
    long add(long waveId, Origin origin, List<Unit> units, long importedBy);

    /** The frame that a wave is drawn from: the one imported last. */
    Optional<StoredFrame> newest(long waveId);

    Optional<StoredFrame> find(long frameId);

    /** The units of a frame in the order of its file. */
    List<Unit> units(long frameId);
}
