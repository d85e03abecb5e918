package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.Interval;
import org.suzhi.analysis.estimate.IntervalMethod;
import org.suzhi.analysis.estimate.IntervalMethod.Proportion;
import org.suzhi.analysis.estimate.LinearEstimates;
import org.suzhi.analysis.estimate.Presentation;

/** Runs one request for means, totals, proportions or ratios. */
final class EstimateRunner {
    private final EstimateRequest request;
    private final SurveyDesign design;
    private final BitSet members;
    private final DomainGrid grid;
    private final double designDf;

    /** @param members rows in the subset */
    EstimateRunner(EstimateRequest request, SurveyDesign design, BitSet members) {
        this.request = request;
        this.design = design;
        this.members = members;
        this.grid = DomainGrid.of(design.extract(), request.by(), members);
        this.designDf = design.degreesOfFreedom(members);
    }

    Outcome run() {
        return switch (request.statistic()) {
            case MEAN, TOTAL, PROPORTION, RATIO -> linear(RequestVariables.of(request, design.extract()));
            default ->
                throw new org.suzhi.analysis.AnalysisProblem(
                        "spec_unknown_choice", "statistic", request.statistic(), "mean, total, proportion, ratio");
        };
    }

    private Outcome linear(RequestVariables variables) {
        Domains complete = grid.domains().complete(variables.columns());
        Domains used = request.naRm() ? complete : grid.domains();
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
        int[] rowsOf = counts(complete);
        int[] usedRows = counts(used);
        List<EstimateRow> rows = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int d = 0; d < used.count(); d++) {
            if (rowsOf[d] == 0) {
                rows.add(EstimateRow.empty(grid.levels(d)));
                places.add(-1);
                continue;
            }
            for (int o = 0; o < estimates.outputs(); o++) {
                places.add(d * estimates.outputs() + o);
                rows.add(row(estimates, variables, used, d, o, rowsOf[d], usedRows[d]));
            }
        }
        return new Outcome(
                rows,
                estimates.covariances(),
                places.stream().mapToInt(Integer::intValue).toArray(),
                designDf);
    }

    private int[] counts(Domains domains) {
        int[] counts = new int[domains.count()];
        for (int i = 0; i < domains.rows(); i++) {
            if (domains.of(i) >= 0 && design.weight(i) != 0) {
                counts[domains.of(i)]++;
            }
        }
        return counts;
    }

    private EstimateRow row(
            LinearEstimates estimates,
            RequestVariables variables,
            Domains used,
            int domain,
            int output,
            int n,
            int usedRows) {
        double value = estimates.value(domain, output);
        double variance = estimates.variance(domain, output);
        double df = df(domain);
        boolean proportion = variables.indicators();
        Optional<Presentation> presentation = Optional.empty();
        Interval interval;
        double se = Math.sqrt(Math.max(variance, 0));
        se = Double.isNaN(variance) ? Double.NaN : se;
        boolean special =
                !request.ciMethod().equals("wald") && !request.ciMethod().equals("mean");
        if (proportion && !Double.isNaN(value)) {
            double domainDf = grid.domains().count() == 1 && used.count() == 1
                    ? design.degreesOfFreedom(used.members(0))
                    : design.degreesOfFreedom(used.members(domain));
            int tableRows = fullRows() ? design.rows() : usedRows;
            Proportion p = new Proportion(value, variance, df, tableRows, domainDf, request.ciLevel());
            presentation =
                    Optional.of(Presentation.of(new Proportion(value, variance, df, n, domainDf, request.ciLevel())));
            interval = special && request.statistic() == EstimateRequest.Statistic.PROPORTION
                    ? method().of(p)
                    : Interval.wald(value, se, df, request.ciLevel());
        } else {
            interval = Interval.wald(value, se, df, request.ciLevel());
        }
        double deff = estimates.designEffect(domain, output, variance);
        return new EstimateRow(
                grid.levels(domain),
                variables.label(output),
                n,
                value,
                se,
                interval.lower(),
                interval.upper(),
                df,
                deff,
                n / deff,
                presentation,
                Map.of());
    }

    /** Whether rows outside a domain stay in the table with weight 0, so that they count in a beta interval. */
    private boolean fullRows() {
        return design.replicates().isEmpty() && (design.calibrated() || design.unequalProbabilities());
    }

    private IntervalMethod method() {
        return IntervalMethod.valueOf(request.ciMethod().toUpperCase(Locale.ROOT));
    }

    private double df(int domain) {
        return switch (request.ciDf()) {
            case "design" -> designDf;
            case "domain" -> design.degreesOfFreedom(grid.domains().members(domain));
            default -> SpecificationReader.number("ci.df", request.ciDf());
        };
    }

    BitSet members() {
        return members;
    }

    /** Options that made the numbers, for the record. */
    Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("ci", request.ciMethod());
        options.put("level", request.ciLevel());
        options.put("df", request.ciDf());
        options.put("lonelyPsu", SpecificationReader.spelled(design.lonelyPsu()));
        return options;
    }
}
