package org.suzhi.web.weighting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.EstimateRow;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.weighting.WeightFigures;
import org.suzhi.web.extract.WaveExtract;

/**
 * What a plan makes of the rows as they stand.
 *
 * @param specification that {@code ./suzhi analyse} runs as well
 * @param steps the base weights first, then each step
 * @param rate the published rate, weighted so
 */
public record WeightingRun(
        Specification specification, WaveExtract rows, AnalysisResult result, List<Step> steps, EstimateRow rate) {
    public WeightingRun {
        steps = List.copyOf(steps);
    }

    /**
     * The weights after a step.
     *
     * @param name as the specification writes it; {@code base}, {@code calibrate}
     * @param own figures of the step itself, by their names in the result
     * @param rate weighted share of the literate among those who answered
     * @param change from the step before; null of the base weights
     */
    public record Step(
            String name,
            WeightFigures weights,
            Map<String, Object> own,
            double rate,
            @Nullable Histogram change) {}
}
