package org.suzhi.analysis.specification;

import java.util.LinkedHashMap;
import java.util.Map;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.inference.Contrast;

/** Runs one contrast. */
final class ContrastRunner {
    private ContrastRunner() {}

    static Map<String, Object> run(TestRequest request, Outcome outcome) {
        double[] estimates = outcome.estimates();
        double[] gradient = new double[estimates.length];
        double value = 0;
        if (request.expr().isPresent()) {
            value = request.expr().get().valueAndGradient(estimates, gradient);
        } else {
            if (request.weights().size() != estimates.length) {
                throw new AnalysisRefusal(
                        "contrast_length", request.id(), request.weights().size(), estimates.length);
            }
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = request.weights().get(i);
                value += gradient[i] * estimates[i];
            }
        }
        Contrast c = Contrast.of(
                value,
                gradient,
                outcome.covariance(),
                request.nullValue(),
                Contrast.Alternative.valueOf(request.alternative().name()),
                request.df().orElse(outcome.df()),
                request.level());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("estimate", c.estimate());
        figures.put("se", c.se());
        figures.put("statistic", c.statistic());
        figures.put("df", c.df());
        figures.put("pValue", c.pValue());
        figures.put("ciLower", c.interval().lower());
        figures.put("ciUpper", c.interval().upper());
        return figures;
    }
}
