package org.suzhi.analysis.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.suzhi.microdata.Message;

/** The results of a whole analysis. */
public final class AnalysisResult {
    private final String id;
    private final double designDf;
    private final Map<String, Object> summaries;
    private final List<Message> notes;
    private final Map<String, EstimateResult> estimates;
    private final Map<String, EstimateResult> decompositions;
    private final Map<String, EstimateResult> itemNonresponse;
    private final Map<String, Figures> models;
    private final Map<String, Figures> tests;
    private final Optional<ImputedResults> imputed;

    AnalysisResult(
            String id,
            double designDf,
            Map<String, Object> summaries,
            List<Message> notes,
            Map<String, EstimateResult> estimates,
            Map<String, EstimateResult> decompositions,
            Map<String, EstimateResult> itemNonresponse,
            Map<String, Figures> models,
            Map<String, Figures> tests,
            Optional<ImputedResults> imputed) {
        this.id = id;
        this.designDf = designDf;
        this.summaries = summaries;
        this.notes = List.copyOf(notes);
        this.estimates = estimates;
        this.decompositions = decompositions;
        this.itemNonresponse = itemNonresponse;
        this.models = models;
        this.tests = tests;
        this.imputed = imputed;
    }

    /** Degrees of freedom of the whole design. */
    public double designDf() {
        return designDf;
    }

    /** The estimates of a request. */
    public EstimateResult estimate(String request) {
        return found(estimates, request);
    }

    /** A decomposition: rows change, composition, rate, then composition and rate of every category. */
    public EstimateResult decomposition(String request) {
        return found(decompositions, request);
    }

    /** A report of item nonresponse: rows by item and outcome. */
    public EstimateResult itemNonresponse(String request) {
        return found(itemNonresponse, request);
    }

    public Figures test(String request) {
        return found(tests, request);
    }

    public Figures model(String request) {
        return found(models, request);
    }

    /** Estimates and models on completed tables; empty when nothing was imputed. */
    public Optional<ImputedResults> imputed() {
        return imputed;
    }

    /** All estimates in order of the specification. */
    public Map<String, EstimateResult> estimates() {
        return java.util.Collections.unmodifiableMap(estimates);
    }

    /** All models in order of the specification. */
    public Map<String, Figures> models() {
        return java.util.Collections.unmodifiableMap(models);
    }

    /** All tests in order of the specification. */
    public Map<String, Figures> tests() {
        return java.util.Collections.unmodifiableMap(tests);
    }

    /** The figures of a step by its name in the JSON form, such as {@code calibration}; empty when there was no such step. */
    public Map<String, Object> summary(String step) {
        Map<String, Object> figures = new LinkedHashMap<>();
        if (summaries.get(step) instanceof Map<?, ?> map) {
            map.forEach((figure, value) -> figures.put(String.valueOf(figure), value));
        }
        return figures;
    }

    /**
     * The weights after every weighting step, the base weights first, each with {@code step}, {@code n}, {@code sum}, {@code
     * min}, {@code max}, {@code cv}, {@code deff} and figures of its own; empty when the specification has no {@code
     * weighting}.
     */
    public List<Map<String, Object>> weighting() {
        List<Map<String, Object>> steps = new java.util.ArrayList<>();
        if (summaries.get("weighting") instanceof List<?> list) {
            for (Object step : list) {
                Map<String, Object> figures = new LinkedHashMap<>();
                ((Map<?, ?>) step).forEach((figure, value) -> figures.put(String.valueOf(figure), value));
                steps.add(figures);
            }
        }
        return List.copyOf(steps);
    }

    private static <T> T found(Map<String, T> all, String request) {
        T one = all.get(request);
        if (one == null) {
            throw new IllegalArgumentException("no request '" + request + "', only " + all.keySet());
        }
        return one;
    }

    /** What a reader of the numbers should know. */
    public List<Message> notes() {
        return notes;
    }

    /** The result as the maps, lists, texts and numbers that its JSON form holds; numbers that do not exist are NaN. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("case", id);
        json.put("formatVersion", 1);
        json.putAll(summaries);
        if (!notes.isEmpty()) {
            json.put("notes", EstimateResult.notes(notes));
        }
        json.put("designDf", designDf);
        json.putAll(requests());
        return json;
    }

    private Map<String, Object> requests() {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "estimates", tables(estimates));
        put(json, "decompositions", tables(decompositions));
        put(json, "itemNonresponse", tables(itemNonresponse));
        put(json, "models", figures(models));
        put(json, "tests", figures(tests));
        imputed.ifPresent(i -> json.put("imputed", i.json()));
        return json;
    }

    private static Map<String, Object> tables(Map<String, EstimateResult> all) {
        Map<String, Object> json = new LinkedHashMap<>();
        all.forEach((k, v) -> json.put(k, v.json()));
        return json;
    }

    private static Map<String, Object> figures(Map<String, Figures> all) {
        Map<String, Object> json = new LinkedHashMap<>();
        all.forEach((k, v) -> json.put(k, v.json()));
        return json;
    }

    private static void put(Map<String, Object> json, String key, Map<String, Object> value) {
        if (!value.isEmpty()) {
            json.put(key, value);
        }
    }

    /** The result as JSON, version {@code formatVersion}. */
    public String toJson() {
        return Json.write(json());
    }

    /** What became of the requests alone, as it stands in the whole result: without the weights of all rows. */
    public String requestsJson() {
        return Json.write(requests());
    }

    /** The result as text tables in a language. */
    public String toTable(Locale locale) {
        ResultTable table = new ResultTable(locale);
        if (!weighting().isEmpty()) {
            table.title("weighting");
            table.weights(weighting());
        }
        Stream.of(estimates, decompositions, itemNonresponse)
                .forEach(section -> section.forEach((request, result) -> {
                    table.title(request);
                    table.estimates(result);
                    result.notes().forEach(note -> table.title(note.text(locale)));
                }));
        models.forEach((request, result) -> {
            table.title(request);
            table.figures(result);
        });
        tests.forEach((request, result) -> {
            table.title(request);
            table.figures(result);
        });
        imputed.ifPresent(table::imputed);
        notes.forEach(note -> table.title(note.text(locale)));
        return table.toString();
    }
}
