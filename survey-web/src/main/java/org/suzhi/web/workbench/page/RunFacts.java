package org.suzhi.web.workbench.page;

import org.suzhi.web.publication.AnalysisRun;
import org.suzhi.web.publication.Publication;

/**
 * What a page tells of a saved run besides its figures.
 *
 * @param title as its author called it; of an automatic run what it is
 * @param years of its waves
 * @param at when it was saved, to the minute
 * @param author "" for the server itself
 */
public record RunFacts(AnalysisRun run, String title, String years, String at, String author) {
    /** An entry of a list of publications. */
    public record Published(Publication publication, RunFacts facts) {}

    Published of(Publication publication) {
        return new Published(publication, this);
    }
}
