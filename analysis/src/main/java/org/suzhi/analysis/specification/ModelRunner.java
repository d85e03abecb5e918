package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.Distributions;
import org.suzhi.analysis.estimate.Interval;
import org.suzhi.analysis.regression.Family;
import org.suzhi.analysis.regression.FittedModel;
import org.suzhi.analysis.regression.Glm;
import org.suzhi.analysis.regression.Link;
import org.suzhi.analysis.regression.ModelFormula;
import org.suzhi.analysis.regression.ProportionalOdds;
import org.suzhi.microdata.Message;

/** Runs models. */
final class ModelRunner {
    private ModelRunner() {}

    static FittedModel glm(ModelRequest request, SurveyDesign design) {
        BitSet members = Analysis.subset(request.subset(), design);
        Family family = switch (request.family().orElse("gaussian")) {
            case "gaussian" -> Family.GAUSSIAN;
            case "binomial", "quasibinomial" -> Family.BINOMIAL;
            case "poisson", "quasipoisson" -> Family.POISSON;
            default ->
                throw new AnalysisProblem(
                        "spec_unknown_choice",
                        "models." + request.id() + ".family",
                        request.family().orElse(""),
                        "gaussian, quasibinomial, quasipoisson, binomial, poisson");
        };
        Link link = family.canonical();
        if (request.link().isPresent()) {
            try {
                link = Link.valueOf(request.link().get().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new AnalysisProblem(
                        "spec_unknown_choice",
                        "models." + request.id() + ".link",
                        request.link().get(),
                        "identity, log, logit, probit, cloglog, inverse, sqrt");
            }
        }
        return new Glm(ModelFormula.parse(request.formula()), family, link).fit(design, members);
    }

    static Map<String, Object> figures(FittedModel model) {
        List<Map<String, Object>> coefficients = new ArrayList<>();
        double df = model.degreesOfFreedom();
        for (int i = 0; i < model.size(); i++) {
            double b = model.coefficient(i);
            double se = model.standardError(i);
            Interval interval = Interval.wald(b, se, df, 0.95);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("term", model.term(i));
            line.put("estimate", b);
            line.put("se", se);
            line.put("t", b / se);
            line.put("pValue", 2 * Distributions.t(-Math.abs(b / se), df));
            line.put("ciLower", interval.lower());
            line.put("ciUpper", interval.upper());
            coefficients.add(line);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("coefficients", coefficients);
        figures.put("dfResidual", df);
        figures.put("n", model.rows());
        figures.put("covariance", model.covariance());
        if (model.fitsTheEdge()) {
            figures.put(
                    "notes",
                    EstimateResult.notes(List.of(new Message("org.suzhi.analysis.problems", "fitted_at_the_edge"))));
        }
        return figures;
    }

    static Map<String, Object> ordinal(ModelRequest request, SurveyDesign design) {
        BitSet members = Analysis.subset(request.subset(), design);
        ProportionalOdds.Fit fit = new ProportionalOdds(ModelFormula.parse(request.formula())).fit(design, members);
        List<Map<String, Object>> coefficients = new ArrayList<>();
        for (int i = 0; i < fit.terms().size(); i++) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("term", fit.terms().get(i));
            line.put("estimate", fit.estimates().get(i));
            line.put("se", fit.standardErrors().get(i));
            coefficients.add(line);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("coefficients", coefficients);
        figures.put("dfResidual", fit.df());
        figures.put("n", fit.rows());
        return figures;
    }
}
