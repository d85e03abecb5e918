package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.Distributions;
import org.suzhi.analysis.estimate.Interval;
import org.suzhi.analysis.estimate.MultipleImputation;
import org.suzhi.analysis.regression.FittedModel;

/** Runs requests on completed tables and combines them by Rubin's rules. */
final class ImputationRunner {
    private final List<SurveyDesign> completed;
    private final Set<String> factors;

    /** @param completed the design with the columns of every completed table */
    ImputationRunner(List<SurveyDesign> completed, Set<String> factors) {
        this.completed = completed;
        this.factors = factors;
    }

    EstimateResult estimate(EstimateRequest request) {
        if (!request.plausibleValues().isEmpty()
                || (request.statistic() == EstimateRequest.Statistic.QUANTILE
                        && !request.ciMethod().equals("mean"))) {
            throw new AnalysisRefusal("impute_not_combined", request.id());
        }
        if (!Set.of("wald", "mean", "logit").contains(request.ciMethod())) {
            throw new AnalysisRefusal("impute_interval", request.id(), request.ciMethod());
        }
        List<Map<List<Object>, EstimateRow>> sets = new ArrayList<>();
        for (SurveyDesign design : completed) {
            BitSet members = Analysis.subset(request.subset(), design);
            Map<List<Object>, EstimateRow> rows = new LinkedHashMap<>();
            EstimateRunner.run(request, design, members, factors)
                    .rows()
                    .forEach(row -> rows.put(List.of(row.by(), row.labels()), row));
            sets.add(rows);
        }
        List<EstimateRow> combined = new ArrayList<>();
        for (List<Object> key : sets.get(0).keySet()) {
            List<EstimateRow> rows = new ArrayList<>();
            for (Map<List<Object>, EstimateRow> set : sets) {
                EstimateRow row = set.get(key);
                if (row == null || row.exists() != sets.get(0).get(key).exists()) {
                    throw new AnalysisRefusal("impute_rows_differ", request.id(), key.get(0));
                }
                rows.add(row);
            }
            combined.add(rows.get(0).exists() ? combined(request, rows) : rows.get(0));
        }
        return EstimateResult.of(
                combined, null, !request.by().isEmpty(), DesignSummary.options(request, completed.get(0)), List.of());
    }

    private static EstimateRow combined(EstimateRequest request, List<EstimateRow> rows) {
        EstimateRow first = rows.get(0);
        MultipleImputation combined = MultipleImputation.combine(
                rows.stream().mapToDouble(EstimateRow::estimate).toArray(),
                rows.stream().mapToDouble(r -> r.se() * r.se()).toArray(),
                rows.stream().mapToDouble(EstimateRow::df).average().orElse(Double.NaN));
        double estimate = combined.estimate();
        double se = combined.standardError();
        Interval interval = request.ciMethod().equals("logit") && estimate > 0 && estimate < 1
                ? logit(estimate, se, combined.df(), request.ciLevel())
                : Interval.wald(estimate, se, combined.df(), request.ciLevel());
        int n = (int)
                Math.round(rows.stream().mapToInt(EstimateRow::n).average().orElse(0));
        return EstimateRow.combined(first.by(), first.labels(), n, combined, interval);
    }

    /** Of the log-odds, whose error is that of the proportion over p(1 − p). */
    private static Interval logit(double p, double se, double df, double level) {
        Interval interval = Interval.wald(Math.log(p / (1 - p)), se / (p * (1 - p)), df, level);
        return new Interval(1 / (1 + Math.exp(-interval.lower())), 1 / (1 + Math.exp(-interval.upper())));
    }

    Figures model(ModelRequest request) {
        if (request.kind() == ModelRequest.Kind.OLR) {
            throw new AnalysisRefusal("impute_not_combined", request.id());
        }
        List<FittedModel> fits = completed.stream()
                .map(design -> ModelRunner.glm(request, design))
                .toList();
        FittedModel first = fits.get(0);
        List<Map<String, Object>> coefficients = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            int place = i;
            String term = first.term(i);
            if (fits.stream()
                    .anyMatch(f -> f.size() != first.size() || !f.term(place).equals(term))) {
                throw new AnalysisRefusal("impute_rows_differ", request.id(), term);
            }
            coefficients.add(coefficient(term, fits, i));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("coefficients", coefficients);
        figures.put("dfResidual", first.degreesOfFreedom());
        figures.put("n", first.rows());
        return Figures.of(figures);
    }

    private static Map<String, Object> coefficient(String term, List<FittedModel> fits, int i) {
        MultipleImputation combined = MultipleImputation.combine(
                fits.stream().mapToDouble(f -> f.coefficient(i)).toArray(),
                fits.stream().mapToDouble(f -> Math.pow(f.standardError(i), 2)).toArray(),
                fits.stream()
                        .mapToDouble(FittedModel::degreesOfFreedom)
                        .average()
                        .orElse(Double.NaN));
        double t = combined.estimate() / combined.standardError();
        Interval interval = Interval.wald(combined.estimate(), combined.standardError(), combined.df(), 0.95);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("term", term);
        line.put("estimate", combined.estimate());
        line.put("se", combined.standardError());
        line.put("t", t);
        line.put("df", combined.df());
        line.put("pValue", 2 * Distributions.t(-Math.abs(t), combined.df()));
        line.put("ciLower", interval.lower());
        line.put("ciUpper", interval.upper());
        line.putAll(combined.figures());
        return line;
    }
}
