package org.suzhi.analysis.specification;

import java.nio.file.Path;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;

/**
 * Where files named in a specification are found, and whether seconds are recorded.
 *
 * @param folder the folder of the specification, if there is one
 * @param timings whether to record the seconds of every step
 */
public record SideFiles(Optional<Path> folder, boolean timings) {
    /** No files, no timings. */
    public static SideFiles none() {
        return new SideFiles(Optional.empty(), false);
    }

    /** The path of a named file. */
    Path path(String name) {
        return folder.orElseThrow(() -> new AnalysisProblem("no_side_files", name))
                .resolve(name);
    }
}
