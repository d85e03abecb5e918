package org.suzhi.analysis.specification;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.weighting.WeightFigures;

/** Figures about the weights. */
final class DesignSummary {
    private DesignSummary() {}

    /** Sum, range and Kish's design effect of the weights, and the weights. */
    static Map<String, Object> calibration(SurveyDesign design) {
        double[] w = design.weights();
        WeightFigures figures = WeightFigures.of(w);
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("sumOfWeights", figures.sum());
        summary.put("minWeight", figures.min());
        summary.put("maxWeight", figures.max());
        summary.put("kishDeff", figures.deff());
        summary.put("weights", w);
        return summary;
    }

    /** The choices that made an estimate's numbers. */
    static Map<String, Object> options(EstimateRequest request, SurveyDesign design) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("statistic", SpecificationReader.spelled(request.statistic()));
        options.put("ci", request.ciMethod());
        options.put("level", request.ciLevel());
        options.put("df", request.ciDf());
        options.put("naRm", request.naRm());
        options.put("deff", request.srsWithReplacement() ? "replace" : "without replacement");
        return with(options, design);
    }

    static Map<String, Object> options(DecompositionRequest request, SurveyDesign design) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("from", request.from());
        options.put("to", request.to());
        options.put("level", request.ciLevel());
        options.put("naRm", request.naRm());
        return with(options, design);
    }

    static Map<String, Object> options(double level, SurveyDesign design) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("level", level);
        return with(options, design);
    }

    private static Map<String, Object> with(Map<String, Object> options, SurveyDesign design) {
        options.put("lonelyPsu", SpecificationReader.spelled(design.lonelyPsu()));
        options.put("adjustLonelyInDomains", design.adjustLonelyInDomains());
        options.put(
                "variance",
                design.replicates().isPresent()
                        ? "replicates"
                        : design.jointProbabilities().isPresent() ? "joint probabilities" : "linearization");
        options.put("calibrated", design.calibrated());
        return options;
    }

    static Map<String, Object> replicates(SurveyDesign design, Replicates replicates) {
        double[] rscales = new double[replicates.count()];
        double[] sums = new double[rscales.length];
        double[] weights = new double[design.rows()];
        for (int r = 0; r < rscales.length; r++) {
            rscales[r] = replicates.rscale(r);
            replicates.weights(r, weights);
            sums[r] = Arrays.stream(weights).sum();
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("count", replicates.count());
        summary.put("scale", replicates.scale());
        summary.put("rscales", rscales);
        summary.put("columnSums", sums);
        return summary;
    }
}
