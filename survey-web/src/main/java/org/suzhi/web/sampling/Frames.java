package org.suzhi.web.sampling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The store of frames; a frame never changes, a corrected one is imported anew. */
public interface Frames {
    /** What is told of a file besides its units. */
    record Origin(String fileName, String fileSha256, String source, LocalDate asOf, boolean synthetic) {}

    /** Stores a frame with its units, all or nothing. */
    long add(long waveId, Origin origin, List<FrameUnit> units, long importedBy);

    /** The frame that a wave is drawn from: the one imported last. */
    Optional<StoredFrame> newest(long waveId);

    Optional<StoredFrame> find(long frameId);

    /** The units of a frame in the order of its file. */
    List<FrameUnit> units(long frameId);
}
