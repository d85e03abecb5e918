package org.suzhi.web.export.table;

import java.util.OptionalDouble;

/** The weights that the published estimates use. */
public interface Weights {
    /** Whether the response enters the estimates: in the sample, of the target population's age, with a score. */
    boolean isUsed(StoredResponse response);

    /** The final weight of the wave's analysis; absent when the response is not used, or the wave cannot be weighted yet. */
    OptionalDouble calibrated(StoredResponse response);
}
