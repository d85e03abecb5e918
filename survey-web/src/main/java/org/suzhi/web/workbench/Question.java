package org.suzhi.web.workbench;

import java.util.Map;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.web.publication.AnalysisRun;

/** Something asked of rows. */
public sealed interface Question
        permits TableQuestion, ComparisonQuestion, TestQuestion, ModelQuestion, MissingQuestion {
    AnalysisRun.Kind kind();

    /**
     * As a specification that {@code ./suzhi analyse} runs as well.
     *
     * @param name of the specification
     * @param sections how the rows are weighted
     * @param literateFrom score from which a respondent counts as scientifically literate
     */
    Specification specification(String name, Map<String, Object> sections, Codebook codebook, double literateFrom);
}
