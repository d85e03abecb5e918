package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.CronbachAlpha;
import org.suzhi.analysis.estimate.Interval;
import org.suzhi.analysis.estimate.Kappa;
import org.suzhi.analysis.estimate.PopulationVariance;
import org.suzhi.analysis.variance.Covariances;
import org.suzhi.analysis.variance.StatisticVariance;
import org.suzhi.microdata.CategoryColumn;

/** Runs a request for one figure a domain: variance, kappa, alpha. */
final class ScalarRunner {
    private final RequestContext context;
    private final EstimateRequest request;
    private final SurveyDesign design;

    private ScalarRunner(RequestContext context) {
        this.context = context;
        this.request = context.request();
        this.design = context.design();
    }

    static Outcome run(RequestContext context) {
        ScalarRunner runner = new ScalarRunner(context);
        return switch (context.request().statistic()) {
            case VARIANCE -> runner.variance();
            case KAPPA -> runner.kappa();
            default -> runner.alpha();
        };
    }

    private Outcome variance() {
        List<double[]> columns = RequestVariables.numbers(design.extract(), request.variables());
        if (columns.size() != 1) {
            throw new AnalysisProblem("one_variable", request.id(), columns.size());
        }
        Domains complete = context.domains().complete(columns);
        StatisticVariance v = PopulationVariance.of(
                design,
                complete,
                columns.get(0),
                context.counts(design.replicates().isPresent() ? complete : context.domains()));
        double[] values = new double[complete.count()];
        for (int d = 0; d < values.length; d++) {
            values[d] = v.value(d);
        }
        return outcome(complete, values, v.covariances());
    }

    private Outcome kappa() {
        if (request.variables().size() != 2) {
            throw new AnalysisProblem(
                    "two_variables", request.id(), request.variables().size());
        }
        CategoryColumn first =
                DomainGrid.categories(design.extract(), request.variables().get(0));
        CategoryColumn second =
                DomainGrid.categories(design.extract(), request.variables().get(1));
        List<double[]> cells = RequestVariables.cells(first, second);
        Domains complete = context.domains().complete(cells);
        if (!first.levels().equals(second.levels())) {
            throw new AnalysisRefusal(
                    "kappa_levels", String.join(", ", first.levels()), String.join(", ", second.levels()));
        }
        Kappa kappa = Kappa.of(design, complete, filled(cells), first.levels().size());
        double[] values = new double[complete.count()];
        for (int d = 0; d < values.length; d++) {
            values[d] = kappa.value(d);
        }
        return outcome(complete, values, kappa);
    }

    private Outcome alpha() {
        List<double[]> items = RequestVariables.numbers(design.extract(), request.variables());
        if (items.size() < 2) {
            throw new AnalysisProblem("two_variables", request.id(), items.size());
        }
        Domains complete = context.domains().complete(items);
        return outcome(complete, CronbachAlpha.of(design, complete, items, context.counts(complete)), null);
    }

    private static List<double[]> filled(List<double[]> columns) {
        List<double[]> filled = new ArrayList<>();
        for (double[] column : columns) {
            double[] copy = column.clone();
            for (int i = 0; i < copy.length; i++) {
                copy[i] = Double.isNaN(copy[i]) ? 0 : copy[i];
            }
            filled.add(copy);
        }
        return filled;
    }

    /** A domain with missing values has no figure unless they may be left out. */
    private Outcome outcome(Domains complete, double[] values, @Nullable Covariances covariances) {
        int[] rowsOf = context.counts(complete);
        int[] all = context.counts(context.domains());
        context.refuseMissing(complete);
        double[] dfs = context.dfs();
        List<EstimateRow> rows = new ArrayList<>();
        for (int d = 0; d < values.length; d++) {
            if (rowsOf[d] == 0) {
                rows.add(EstimateRow.empty(context.grid().levels(d)));
                continue;
            }
            boolean missing = !request.naRm() && all[d] > rowsOf[d];
            double value = missing ? Double.NaN : values[d];
            double se = missing || covariances == null ? Double.NaN : Math.sqrt(covariances.variance(d));
            double df = dfs[d];
            Interval interval = Interval.wald(value, se, df, request.ciLevel());
            rows.add(new EstimateRow(
                    context.grid().levels(d),
                    Map.of(),
                    rowsOf[d],
                    value,
                    se,
                    interval.lower(),
                    interval.upper(),
                    df,
                    Double.NaN,
                    Double.NaN,
                    Optional.empty(),
                    Map.of()));
        }
        return new Outcome(rows, covariances, IntStream.range(0, values.length).toArray(), context.designDf());
    }
}
