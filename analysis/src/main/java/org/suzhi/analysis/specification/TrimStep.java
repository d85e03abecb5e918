package org.suzhi.analysis.specification;

import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.weighting.Trimming;
import org.suzhi.analysis.weighting.WeightLimit;

/** Extreme weights cut to limits. */
record TrimStep(Optional<WeightLimit> lower, Optional<WeightLimit> upper, boolean strict, boolean redistribute)
        implements WeightingStep {
    static TrimStep read(SpecificationReader reader) {
        TrimStep step = new TrimStep(
                limit(reader, "lower"),
                limit(reader, "upper"),
                reader.flag("strict"),
                reader.value("redistribute").isEmpty() || reader.flag("redistribute"));
        if (step.lower().isEmpty() && step.upper().isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", reader.at("upper"));
        }
        if (!step.redistribute()) {
            reader.refuseUnused("redistribute: false", "strict");
        }
        return step;
    }

    private static Optional<WeightLimit> limit(SpecificationReader reader, String key) {
        return reader.value(key).map(written -> {
            if (written instanceof Number number) {
                return WeightLimit.of(number.doubleValue());
            }
            return WeightLimit.parse(SpecificationReader.scalar(reader.at(key), written))
                    .orElseThrow(() -> new AnalysisProblem(
                            "spec_wrong_type",
                            reader.at(key),
                            SpecificationReader.shown(written),
                            Wanted.WEIGHT_LIMIT.words()));
        });
    }

    @Override
    public String step() {
        return "trim";
    }

    @Override
    public Done apply(SurveyDesign design) {
        double[] before = design.weights();
        double low = lower.map(l -> l.among(before)).orElse(Double.NEGATIVE_INFINITY);
        double high = upper.map(l -> l.among(before)).orElse(Double.POSITIVE_INFINITY);
        SurveyDesign trimmed = new Trimming(low, high, strict, redistribute).trim(design);
        int below = 0;
        int above = 0;
        double cut = 0;
        for (double w : before) {
            if (w != 0) {
                below += w < low ? 1 : 0;
                above += w > high ? 1 : 0;
                cut += w < low ? w - low : w > high ? w - high : 0;
            }
        }
        Map<String, Object> figures = WeightingStep.figures();
        figures.put("lower", low);
        figures.put("upper", high);
        figures.put("below", below);
        figures.put("above", above);
        figures.put("cut", cut);
        figures.put("redistributed", redistribute);
        return new Done(trimmed, figures);
    }
}
