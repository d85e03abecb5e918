package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.expression.Expression;
import org.suzhi.analysis.weighting.FrameComposition;

/**
 * Samples from overlapping frames put together.
 *
 * @param frame column of the frame a row was drawn from
 * @param overlap which rows are on every frame
 * @param shares share of each frame in the overlap; empty for shares by effective numbers of rows
 */
record ComposeStep(String frame, Expression overlap, Optional<Map<String, Double>> shares) implements WeightingStep {
    static ComposeStep read(SpecificationReader reader) {
        String frame = reader.requiredText("frame");
        Expression overlap = reader.expression("overlap")
                .orElseThrow(() -> new AnalysisProblem("spec_missing_key", reader.at("overlap")));
        Object written =
                reader.value("shares").orElseThrow(() -> new AnalysisProblem("spec_missing_key", reader.at("shares")));
        if (written.equals("effective")) {
            return new ComposeStep(frame, overlap, Optional.empty());
        }
        if (!(written instanceof Map<?, ?>)) {
            throw new AnalysisProblem(
                    "spec_wrong_type", reader.at("shares"), SpecificationReader.shown(written), Wanted.SHARES.words());
        }
        SpecificationReader each = SpecificationReader.of(reader.at("shares"), written);
        Map<String, Double> shares = new LinkedHashMap<>();
        each.entries().forEach((name, share) -> shares.put(name, SpecificationReader.number(each.at(name), share)));
        return new ComposeStep(frame, overlap, Optional.of(shares));
    }

    @Override
    public String step() {
        return "compose";
    }

    @Override
    public Done apply(SurveyDesign design) {
        FrameComposition composition = new FrameComposition(
                frame, DomainGrid.categories(design.extract(), frame), Analysis.subset(Optional.of(overlap), design));
        FrameComposition.Composed composed =
                shares.isPresent() ? composition.compose(design, shares.get()) : composition.compose(design);
        List<Object> rows = new ArrayList<>();
        for (FrameComposition.Part part : composed.parts()) {
            Map<String, Object> row = WeightingStep.figures();
            row.put("frame", part.frame());
            row.put("rows", part.rows());
            row.put("weight", part.weight());
            row.put("effective", part.effective());
            row.put("share", part.share());
            rows.add(row);
        }
        Map<String, Object> figures = WeightingStep.figures();
        figures.put("frame", frame);
        figures.put("overlap", overlap.toString());
        figures.put("frames", rows);
        return new Done(composed.design(), figures);
    }
}
