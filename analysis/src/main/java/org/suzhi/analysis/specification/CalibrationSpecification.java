package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.weighting.Distance;
import org.suzhi.analysis.weighting.DistanceCalibration;
import org.suzhi.analysis.weighting.DistanceCalibration.ContinuousTotal;
import org.suzhi.analysis.weighting.Margin;
import org.suzhi.analysis.weighting.Raking;
import org.suzhi.analysis.weighting.Trimming;

/** One step of the {@code calibrate} section. */
record CalibrationSpecification(
        Method method,
        List<Margin> margins,
        List<ContinuousTotal> continuous,
        Optional<Double> populationSize,
        List<Double> bounds,
        List<Double> trim,
        double lower,
        double upper,
        boolean strict,
        Optional<Double> epsilon,
        Optional<Integer> maxIterations) {

    enum Method {
        POSTSTRATIFY,
        RAKE,
        LINEAR,
        RAKING,
        LOGIT,
        TRIM
    }

    static CalibrationSpecification read(SpecificationReader reader) {
        List<Margin> margins = new ArrayList<>();
        for (SpecificationReader margin : reader.items("margins")) {
            margins.add(margin(margin));
        }
        List<ContinuousTotal> continuous = new ArrayList<>();
        for (SpecificationReader total : reader.items("continuous")) {
            continuous.add(new ContinuousTotal(
                    total.requiredText("variable"),
                    total.number("total")
                            .orElseThrow(() -> new AnalysisProblem("spec_missing_key", total.at("total")))));
            total.finish();
        }
        CalibrationSpecification step = new CalibrationSpecification(
                reader.choice("method", Method.class, "rake"),
                margins,
                continuous,
                reader.number("populationSize"),
                pair(reader, "bounds"),
                pair(reader, "trim"),
                reader.number("lower").orElse(Double.NEGATIVE_INFINITY),
                reader.number("upper").orElse(Double.POSITIVE_INFINITY),
                reader.flag("strict"),
                reader.number("epsilon"),
                reader.value("maxIterations").map(v -> reader.wholeNumber("maxIterations", 1)));
        reader.finish();
        String reason = "method: " + SpecificationReader.spelled(step.method);
        switch (step.method) {
            case RAKE, POSTSTRATIFY ->
                reader.refuseUnused(
                        reason, "bounds", "continuous", "populationSize", "trim", "lower", "upper", "strict");
            case TRIM ->
                reader.refuseUnused(
                        reason,
                        "margins",
                        "continuous",
                        "populationSize",
                        "bounds",
                        "trim",
                        "epsilon",
                        "maxIterations");
            default -> reader.refuseUnused(reason, "lower", "upper", "strict");
        }
        if (step.method == Method.TRIM && Double.isInfinite(step.lower) && Double.isInfinite(step.upper)) {
            throw new AnalysisProblem("spec_missing_key", reader.at("upper"));
        }
        if (margins.isEmpty() && (step.method == Method.RAKE || step.method == Method.POSTSTRATIFY)) {
            throw new AnalysisProblem("spec_missing_key", reader.at("margins"));
        }
        if (step.method == Method.POSTSTRATIFY && margins.size() != 1) {
            throw new AnalysisProblem("poststratify_one_margin", reader.at("margins"), margins.size());
        }
        for (Margin margin : margins) {
            if (margin.variables().size() > 1 && step.method != Method.RAKE && step.method != Method.POSTSTRATIFY) {
                throw new AnalysisProblem("crossed_margin", reader.at("margins"), margin.name());
            }
        }
        return step;
    }

    private static List<Double> pair(SpecificationReader reader, String key) {
        List<Double> pair = reader.numbers(key);
        if (!pair.isEmpty() && pair.size() != 2) {
            throw new AnalysisProblem("spec_wrong_type", reader.at(key), pair, Wanted.TWO_NUMBERS.words());
        }
        return pair;
    }

    private static Margin margin(SpecificationReader reader) {
        List<String> variables = reader.texts("variables");
        if (variables.isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", reader.at("variables"));
        }
        Map<List<String>, Double> totals = new LinkedHashMap<>();
        for (SpecificationReader cell : reader.items("cells")) {
            List<String> levels = new ArrayList<>();
            for (String variable : variables) {
                levels.add(cell.requiredText(variable));
            }
            double total =
                    cell.number("total").orElseThrow(() -> new AnalysisProblem("spec_missing_key", cell.at("total")));
            cell.finish();
            if (totals.put(levels, total) != null) {
                throw new AnalysisProblem("margin_cell_twice", cell.place(), String.join(", ", levels));
            }
        }
        if (totals.isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", reader.at("cells"));
        }
        List<List<String>> collapsed = ClassStep.groups(reader);
        reader.finish();
        return new Margin(variables, totals, collapsed);
    }

    SurveyDesign apply(SurveyDesign design) {
        return switch (method) {
            case POSTSTRATIFY, RAKE ->
                new Raking(margins, epsilon.orElse(1e-12), maxIterations.orElse(500)).rake(design);
            case TRIM -> new Trimming(lower, upper, strict).trim(design);
            case LINEAR -> distance(Distance.LINEAR).calibrate(design);
            case RAKING -> distance(Distance.RAKING).calibrate(design);
            case LOGIT -> distance(Distance.LOGIT).calibrate(design);
        };
    }

    private DistanceCalibration distance(Distance distance) {
        return new DistanceCalibration(
                distance,
                margins,
                continuous,
                populationSize.orElse(null),
                bounds,
                trim,
                epsilon.orElse(1e-11),
                maxIterations.orElse(200));
    }
}
