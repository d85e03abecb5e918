package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.Interval;
import org.suzhi.analysis.estimate.IntervalMethod;
import org.suzhi.analysis.estimate.IntervalMethod.Proportion;
import org.suzhi.analysis.estimate.LinearEstimates;
import org.suzhi.analysis.estimate.Presentation;
import org.suzhi.analysis.weighting.Standardization;

/** Runs one request for estimates. */
final class EstimateRunner {
    private final RequestContext context;
    private final EstimateRequest request;
    private final SurveyDesign design;

    private EstimateRunner(RequestContext context) {
        this.context = context;
        this.request = context.request();
        this.design = context.design();
    }

    /**
     * @param subset rows in the subset
     * @param factors columns declared as categories
     */
    static Outcome run(EstimateRequest request, SurveyDesign design, BitSet subset, Set<String> factors) {
        BitSet members = (BitSet) subset.clone();
        SurveyDesign used = design;
        if (request.standardize().isPresent()) {
            EstimateRequest.StandardizeSpecification standardize =
                    request.standardize().get();
            for (String variable : standardize.excludingMissing()) {
                for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
                    if (design.extract().column(variable).isMissing(i)) {
                        members.clear(i);
                    }
                }
            }
            used = new Standardization(standardize.by(), standardize.over(), standardize.population())
                    .standardize(design, members);
        }
        return run(new RequestContext(request, used, members), factors)
                .noting(used.notes().subList(design.notes().size(), used.notes().size()));
    }

    private static Outcome run(RequestContext context, Set<String> factors) {
        EstimateRequest request = context.request();
        if (!request.plausibleValues().isEmpty()) {
            return PlausibleValuesRunner.run(context);
        }
        return switch (request.statistic()) {
            case MEAN, TOTAL, PROPORTION, RATIO ->
                new EstimateRunner(context)
                        .linear(RequestVariables.of(request, context.design().extract(), factors));
            case QUANTILE -> QuantileRunner.run(context);
            case VARIANCE, KAPPA, ALPHA -> ScalarRunner.run(context);
        };
    }

    private Outcome linear(RequestVariables variables) {
        Domains complete = context.domains().complete(variables.columns());
        context.refuseMissing(complete);
        Domains used = request.naRm() ? complete : context.domains();
        LinearEstimates estimates = switch (request.statistic()) {
            case TOTAL -> LinearEstimates.totals(design, used, variables.columns(), request.srsWithReplacement());
            case RATIO ->
                LinearEstimates.ratio(
                        design,
                        used,
                        variables.columns().get(0),
                        variables.columns().get(1),
                        request.srsWithReplacement());
            default -> LinearEstimates.means(design, used, variables.columns(), request.srsWithReplacement());
        };
        int[] completeRows = context.counts(complete);
        int[] usedRows = context.counts(used);
        double[] dfs = context.dfs();
        double[] domainDfs = variables.indicators() ? context.domainDfs(used) : dfs;
        List<EstimateRow> rows = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int d = 0; d < used.count(); d++) {
            if (completeRows[d] == 0) {
                rows.add(EstimateRow.empty(context.grid().levels(d)));
                places.add(-1);
                continue;
            }
            for (int o = 0; o < estimates.outputs(); o++) {
                places.add(d * estimates.outputs() + o);
                Proportion p = new Proportion(
                        estimates.value(d, o),
                        estimates.variance(d, o),
                        dfs[d],
                        context.betaRows(usedRows[d]),
                        domainDfs[d],
                        request.ciLevel());
                rows.add(row(estimates, variables, d, o, completeRows[d], p));
            }
        }
        return new Outcome(
                rows,
                estimates.covariances(),
                places.stream().mapToInt(Integer::intValue).toArray(),
                context.designDf());
    }

    private EstimateRow row(
            LinearEstimates estimates, RequestVariables variables, int domain, int output, int n, Proportion p) {
        double se = Double.isNaN(p.variance()) ? Double.NaN : Math.sqrt(Math.max(p.variance(), 0));
        boolean special = request.statistic() == EstimateRequest.Statistic.PROPORTION
                && !request.ciMethod().equals("wald")
                && !request.ciMethod().equals("mean");
        Interval interval = special
                ? IntervalMethod.valueOf(request.ciMethod().toUpperCase(Locale.ROOT))
                        .of(forInterval(estimates, domain, output, p))
                : Interval.wald(p.estimate(), se, p.df(), request.ciLevel());
        boolean proportion = variables.indicators() && !Double.isNaN(p.estimate());
        Proportion shown = new Proportion(p.estimate(), p.variance(), p.df(), n, p.domainDf(), p.level());
        Optional<Presentation> presentation = proportion ? Optional.of(Presentation.of(shown)) : Optional.empty();
        double deff = estimates.designEffect(domain, output, p.variance());
        return new EstimateRow(
                context.grid().levels(domain),
                variables.label(output),
                n,
                p.estimate(),
                se,
                interval.lower(),
                interval.upper(),
                p.df(),
                deff,
                proportion ? Presentation.effectiveRows(shown) : n / deff,
                presentation,
                java.util.Map.of());
    }

    /** Intervals that R makes from a logistic model use the variance of the log-odds. */
    private Proportion forInterval(LinearEstimates estimates, int domain, int output, Proportion p) {
        boolean model = request.ciMethod().equals("logit") || request.ciMethod().equals("likelihood");
        return model
                ? new Proportion(
                        p.estimate(),
                        estimates.varianceByLogOdds(domain, output),
                        p.df(),
                        p.rows(),
                        p.domainDf(),
                        p.level())
                : p;
    }
}
