package org.suzhi.analysis.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suzhi.analysis.imputation.Imputation;

/**
 * Estimates and models on the completed tables, combined; they stand beside those of complete cases.
 *
 * @param filled how many values of each variable were filled in
 */
public record ImputedResults(
        Imputation imputation,
        Map<String, Integer> filled,
        Map<String, EstimateResult> estimates,
        Map<String, Figures> models) {
    public ImputedResults {
        filled = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(filled));
        estimates = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(estimates));
        models = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", imputation.method().name().toLowerCase(Locale.ROOT));
        json.put("sets", imputation.sets());
        json.put("seed", imputation.seed());
        List<Map<String, Object>> variables = filled.entrySet().stream()
                .map(f -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("variable", f.getKey());
                    one.put("filled", f.getValue());
                    return one;
                })
                .toList();
        json.put("variables", variables);
        Map<String, Object> combined = new LinkedHashMap<>();
        estimates.forEach((id, result) -> combined.put(id, result.json()));
        json.put("estimates", combined);
        if (!models.isEmpty()) {
            Map<String, Object> fitted = new LinkedHashMap<>();
            models.forEach((id, figures) -> fitted.put(id, figures.json()));
            json.put("models", fitted);
        }
        return json;
    }
}
