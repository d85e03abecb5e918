package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.Interval;
import org.suzhi.analysis.estimate.LinearEstimates;
import org.suzhi.analysis.estimate.MultipleImputation;
import org.suzhi.analysis.expression.Expression;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

/** Runs a request over plausible values: one estimate for each, combined. */
final class PlausibleValuesRunner {
    private PlausibleValuesRunner() {}

    static Outcome run(RequestContext context) {
        EstimateRequest request = context.request();
        boolean total = request.statistic() == EstimateRequest.Statistic.TOTAL;
        if (!total && request.statistic() != EstimateRequest.Statistic.MEAN) {
            throw new AnalysisProblem("plausible_statistic", request.id(), request.statistic());
        }
        if (request.plausibleValues().size() < 2) {
            throw new AnalysisProblem(
                    "plausible_count", request.id(), request.plausibleValues().size());
        }
        SurveyDesign design = context.design();
        List<double[]> columns = new ArrayList<>();
        for (String name : request.plausibleValues()) {
            columns.add(values(design.extract(), name, request.expr()));
        }
        Domains complete = context.domains().complete(columns);
        context.refuseMissing(complete);
        Domains used = request.naRm() ? complete : context.domains();
        int[] n = context.counts(complete);
        List<LinearEstimates> fits = new ArrayList<>();
        for (double[] column : columns) {
            fits.add(
                    total
                            ? LinearEstimates.totals(design, used, List.of(column), false)
                            : LinearEstimates.means(design, used, List.of(column), false));
        }
        List<EstimateRow> rows = new ArrayList<>();
        for (int d = 0; d < used.count(); d++) {
            rows.add(n[d] == 0 ? EstimateRow.empty(context.grid().levels(d)) : row(context, fits, d, n[d]));
        }
        return new Outcome(rows, null, new int[0], context.designDf());
    }

    private static double[] values(Extract extract, String name, Optional<Expression> expression) {
        double[] values = Numbers.of(extract, name);
        return expression.isEmpty()
                ? values
                : expression.get().values(extract.with("pv", NumericColumn.copyOf(values)));
    }

    private static EstimateRow row(RequestContext context, List<LinearEstimates> fits, int domain, int n) {
        int m = fits.size();
        double[] estimates = new double[m];
        double[] variances = new double[m];
        for (int k = 0; k < m; k++) {
            estimates[k] = fits.get(k).value(domain, 0);
            variances[k] = fits.get(k).variance(domain, 0);
        }
        MultipleImputation combined = MultipleImputation.combine(estimates, variances);
        Interval interval = Interval.wald(
                combined.estimate(),
                combined.standardError(),
                combined.df(),
                context.request().ciLevel());
        return EstimateRow.combined(context.grid().levels(domain), Map.of(), n, combined, interval);
    }
}
