package org.suzhi.web.publication;

import java.util.Optional;

/** Where published waves are found taken apart. */
public interface PartsOfWaves {
    /**
     * The parts of a published wave; empty where its rows are not kept, or where the figures of the whole and of its parts are
     * of different responses.
     */
    Optional<WaveParts> of(PublishedWave wave);
}
