package org.suzhi.web.extract;

import java.util.List;

/** Makes extracts. */
public interface Extracts {
    /**
     * The extract of a wave, rows in the order of their instanceIDs.
     *
     * @param groups codes of the priority groups that become columns
     */
    WaveExtract of(long waveId, Variables variables, List<String> groups);

    /** How many responses a wave has, used or not. */
    int received(long waveId);
}
