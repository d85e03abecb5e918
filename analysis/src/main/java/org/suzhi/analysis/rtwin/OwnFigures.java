package org.suzhi.analysis.rtwin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.EstimateResult;
import org.suzhi.analysis.specification.EstimateRow;
import org.suzhi.analysis.specification.Figures;

/** Our figures as a table that R reads: {@code place,kind,request,row,label,figure,value}. */
final class OwnFigures {
    private final StringBuilder csv = new StringBuilder("place,kind,request,row,label,figure,value\n");
    private int place;

    private OwnFigures() {}

    static String of(AnalysisResult result) {
        OwnFigures figures = new OwnFigures();
        figures.rows("design", "design", "", 1, Map.of("df", result.designDf()));
        figures.rows("design", "weights", "", 1, result.summary("calibration"));
        result.estimates().forEach(figures::estimates);
        result.models().forEach(figures::model);
        result.tests().forEach(figures::test);
        return figures.csv.toString();
    }

    private void estimates(String request, EstimateResult result) {
        if (result.refusal().isPresent()) {
            refused("estimate", request);
            return;
        }
        int row = 0;
        for (EstimateRow r : result.rows()) {
            String label = r.by().entrySet().stream()
                    .map(e -> e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining(" "));
            String more = r.labels().values().stream().map(String::valueOf).collect(Collectors.joining(" "));
            rows("estimate", request, (label + " " + more).trim(), ++row, figures(r));
        }
    }

    private static Map<String, Object> figures(EstimateRow r) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("estimate", r.estimate());
        figures.put("se", r.se());
        figures.put("n", r.n());
        if (r.n() > 0) {
            figures.put("ciLower", r.ciLower());
            figures.put("ciUpper", r.ciUpper());
            figures.put("df", r.df());
            figures.put("deff", r.deff());
            if (!Double.isNaN(r.effectiveN())) {
                figures.put("effectiveN", r.effectiveN());
            }
            figures.putAll(r.more());
        }
        return figures;
    }

    private void model(String request, Figures model) {
        if (model.refusal().isPresent()) {
            refused("model", request);
            return;
        }
        int row = 0;
        for (Object one : (List<?>) model.values().getOrDefault("coefficients", List.of())) {
            Map<String, Object> figures = new LinkedHashMap<>();
            ((Map<?, ?>) one).forEach((k, v) -> figures.put(String.valueOf(k), v));
            figures.put("dfResidual", model.values().getOrDefault("dfResidual", Double.NaN));
            rows("model", request, String.valueOf(figures.get("term")), ++row, figures);
        }
    }

    private void test(String request, Figures test) {
        if (test.refusal().isPresent()) {
            refused("test", request);
            return;
        }
        rows("test", request, "", 1, test.values());
    }

    private void refused(String kind, String request) {
        rows(kind, request, "", 1, Map.of("refused", 1));
    }

    /** One line a figure; what is not a number is left out. */
    private void rows(String kind, String request, String label, int row, Map<String, ?> figures) {
        figures.forEach((figure, value) -> {
            if (value instanceof Number n) {
                csv.append(++place).append(',');
                for (String text : List.of(kind, request)) {
                    csv.append(quoted(text)).append(',');
                }
                csv.append(row)
                        .append(',')
                        .append(quoted(label))
                        .append(',')
                        .append(figure)
                        .append(',');
                csv.append(number(n.doubleValue())).append('\n');
            }
        });
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "NA"
                : Double.isInfinite(value) ? (value > 0 ? "Inf" : "-Inf") : Double.toString(value);
    }
}
