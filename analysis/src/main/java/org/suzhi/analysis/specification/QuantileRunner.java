package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.IntervalMethod;
import org.suzhi.analysis.estimate.QuantileRule;
import org.suzhi.analysis.estimate.Quantiles;

/** Runs a request for quantiles. */
final class QuantileRunner {
    private QuantileRunner() {}

    static Outcome run(RequestContext context) {
        EstimateRequest request = context.request();
        SurveyDesign design = context.design();
        if (method(request.ciMethod()) == Quantiles.Method.REPLICATES
                && design.replicates().isEmpty()) {
            throw new AnalysisRefusal("quantile_needs_replicates", request.id());
        }
        double[] variable = Numbers.of(design.extract(), request.variables().get(0));
        Domains complete = context.domains().complete(List.of(variable));
        context.refuseMissing(complete);
        Domains used = request.naRm() ? complete : context.domains();
        int[] completeRows = context.counts(complete);
        int[] usedRows = context.counts(used);
        double[] df = context.dfs();
        double[] domainDf = context.domainDfs(used);
        int[] betaRows = new int[used.count()];
        for (int d = 0; d < df.length; d++) {
            betaRows[d] = context.betaRows(usedRows[d]);
        }
        Quantiles quantiles = new Quantiles(design, used, variable, rule(request.rule()));
        List<List<Quantiles.Quantile>> byProbability = new ArrayList<>();
        for (double p : request.probs()) {
            byProbability.add(quantiles.at(
                    p,
                    method(request.ciMethod()),
                    limits(request.ciMethod()),
                    df,
                    request.ciLevel(),
                    betaRows,
                    domainDf));
        }
        List<EstimateRow> rows = new ArrayList<>();
        for (int d = 0; d < df.length; d++) {
            if (completeRows[d] == 0) {
                rows.add(EstimateRow.empty(context.grid().levels(d)));
                continue;
            }
            for (int k = 0; k < request.probs().size(); k++) {
                Quantiles.Quantile q = byProbability.get(k).get(d);
                rows.add(new EstimateRow(
                        context.grid().levels(d),
                        Map.of("prob", request.probs().get(k)),
                        completeRows[d],
                        q.estimate(),
                        q.se(),
                        q.interval().lower(),
                        q.interval().upper(),
                        df[d],
                        Double.NaN,
                        Double.NaN,
                        Optional.empty(),
                        Map.of()));
            }
        }
        return new Outcome(rows, null, new int[0], context.designDf());
    }

    private static QuantileRule rule(String name) {
        for (QuantileRule rule : QuantileRule.values()) {
            if (SpecificationReader.spelled(rule).equals(name)) {
                return rule;
            }
        }
        throw new org.suzhi.analysis.AnalysisProblem("spec_unknown_choice", "rule", name, "math, school, hf1 to hf9");
    }

    private static Quantiles.Method method(String name) {
        return switch (name) {
            case "score" -> Quantiles.Method.SCORE;
            case "quantile" -> Quantiles.Method.REPLICATES;
            default -> Quantiles.Method.WOODRUFF;
        };
    }

    private static @Nullable IntervalMethod limits(String name) {
        return switch (name) {
            case "score", "quantile" -> null;
            case "mean" -> IntervalMethod.WALD;
            default -> IntervalMethod.valueOf(name.toUpperCase(Locale.ROOT));
        };
    }
}
