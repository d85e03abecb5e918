package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.regression.Family;
import org.suzhi.analysis.regression.FittedModel;
import org.suzhi.analysis.regression.Glm;
import org.suzhi.analysis.regression.Link;
import org.suzhi.analysis.regression.ModelFormula;
import org.suzhi.analysis.weighting.ClassAdjustment;
import org.suzhi.analysis.weighting.CollapseRule;
import org.suzhi.analysis.weighting.Propensity;
import org.suzhi.microdata.NumericColumn;

/**
 * Nonresponse adjustment by a logistic model of responding, weighted by the weights so far.
 *
 * @param formula right side, with its tilde
 * @param classes number of classes between quantiles of the fitted chances; empty for one over the chance
 */
record PropensityStep(String status, String formula, Optional<Integer> classes, CollapseRule rule)
        implements WeightingStep {
    /** The response of the model; not a name that data have. */
    private static final String RESPONDED = "(responded)";

    static PropensityStep read(SpecificationReader reader) {
        String formula = reader.requiredText("formula").trim();
        if (!formula.startsWith("~")) {
            throw new AnalysisProblem("bad_formula", formula, "~ terms");
        }
        ModelFormula.parse(RESPONDED + formula);
        Optional<Integer> classes = reader.value("classes").map(v -> reader.wholeNumber("classes", 2));
        if (classes.isPresent() && (classes.get() < 2 || classes.get() > 100)) {
            throw new AnalysisProblem("spec_wrong_type", reader.at("classes"), classes.get(), Wanted.CLASSES.words());
        }
        PropensityStep step =
                new PropensityStep(reader.requiredText("status"), formula, classes, ClassStep.rule(reader));
        reader.refuseUnused("method: propensity", "cells");
        if (classes.isEmpty()) {
            reader.refuseUnused("method: propensity", "minimum", "maxFactor", "collapse");
        }
        return step;
    }

    @Override
    public String step() {
        return "nonresponse";
    }

    @Override
    public Optional<String> statusColumn() {
        return Optional.of(status);
    }

    @Override
    public Done apply(SurveyDesign design) {
        Propensity propensity = Propensity.of(design, status);
        SurveyDesign responses = design.linearized()
                .withColumns(design.extract().with(RESPONDED, NumericColumn.copyOf(propensity.responded())));
        FittedModel model = new Glm(ModelFormula.parse(RESPONDED + formula), Family.BINOMIAL, Link.LOGIT)
                .fit(responses, propensity.eligible());
        double[] chances = model.means();
        propensity.check(chances, formula);
        Map<String, Object> figures = WeightingStep.figures();
        figures.put("status", status);
        figures.put("method", "propensity");
        figures.put("formula", formula);
        figures.put("coefficients", coefficients(model));
        double[] eligible =
                propensity.eligible().stream().mapToDouble(i -> chances[i]).toArray();
        figures.put("minChance", Arrays.stream(eligible).min().orElse(Double.NaN));
        figures.put("maxChance", Arrays.stream(eligible).max().orElse(Double.NaN));
        if (classes.isEmpty()) {
            return new Done(propensity.inverse(chances), figures);
        }
        double[] cuts = propensity.cuts(chances, classes.get());
        figures.put("cuts", cuts);
        ClassAdjustment adjustment = propensity.classes(chances, cuts, rule);
        ClassStep.put(figures, adjustment);
        return new Done(adjustment.design(), figures);
    }

    private static List<Object> coefficients(FittedModel model) {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < model.size(); i++) {
            Map<String, Object> row = WeightingStep.figures();
            row.put("term", model.term(i));
            row.put("estimate", model.coefficient(i));
            row.put("se", model.standardError(i));
            rows.add(row);
        }
        return rows;
    }
}
