package org.suzhi.web.publication;

import java.util.Map;
import java.util.Optional;

/** The weighting that a statistician accepted for a wave. */
public interface AcceptedWeighting {
    /** The keys {@code factors}, {@code design}, {@code weighting}, {@code calibrate}; empty where none was accepted. */
    Optional<Map<String, Object>> of(long waveId);
}
