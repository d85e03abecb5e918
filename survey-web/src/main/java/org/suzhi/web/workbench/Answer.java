package org.suzhi.web.workbench;

import java.util.Optional;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.Problem;
import org.suzhi.web.extract.WaveExtract;

/** What becomes of a question. */
public sealed interface Answer {
    /** Answered; {@code ./suzhi analyse} of the specification on the rows gives the same. */
    record Ready(WaveExtract rows, Specification specification, AnalysisResult result) implements Answer {}

    /**
     * Still at work.
     *
     * @param share of the rows put together; empty while the rows are there and the analysis runs
     */
    record Waiting(Optional<Double> share) implements Answer {}

    /** Data or question must be put right. */
    record Refused(Problem problem) implements Answer {}
}
