package org.suzhi.web.publication;

import java.util.List;
import java.util.Optional;

/** The store of runs. */
public interface Runs {
    /** Stores a run and returns it with its id; the id given is passed over. */
    AnalysisRun add(AnalysisRun run);

    Optional<AnalysisRun> find(long id);

    /** The newest automatic run of a wave. */
    Optional<AnalysisRun> newestHeadline(long waveId);

    /** The runs that somebody saved and those with a publication, the newest first. */
    List<AnalysisRun> saved();
}
