package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.expression.Expression;
import org.suzhi.analysis.imputation.Imputation;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** A whole analysis as written: categories, design, calibration, estimates, models and tests. Immutable. */
public final class Specification {
    private final Map<String, Object> source;
    private final String id;
    private final Optional<String> data;
    private final Map<String, List<String>> factors;
    private final List<Derivation> derive;
    private final Optional<DesignSpecification> design;
    private final Optional<List<WeightingStep>> weighting;
    private final List<CalibrationSpecification> calibrate;
    private final List<EstimateRequest> estimates;
    private final List<TestRequest> tests;
    private final List<ModelRequest> models;
    private final List<DecompositionRequest> decompositions;
    private final List<ItemNonresponseRequest> itemNonresponse;
    private final List<MissingCodes> missing;
    private final Optional<Imputation> impute;

    /** A new column. */
    record Derivation(String name, Expression expression) {}

    private Specification(Map<String, Object> source) {
        this.source = source;
        SpecificationReader reader = new SpecificationReader("", source);
        id = reader.text("id").orElse("analysis");
        data = reader.text("data");
        for (String note : List.of("title", "source", "tolerance", "checkOnly")) {
            reader.value(note);
        }
        missing = each(reader, "missing", MissingCodes::read);
        factors = new LinkedHashMap<>();
        reader.mapping("factors")
                .ifPresent(f -> f.entries().keySet().forEach(name -> factors.put(name, levels(f, name))));
        derive = new ArrayList<>();
        for (SpecificationReader item : reader.items("derive")) {
            derive.add(new Derivation(item.requiredText("name"), Expression.parse(item.requiredText("expr"))));
            item.finish();
        }
        impute = reader.mapping("impute").map(ImputationRequest::read);
        impute.ifPresent(i -> ImputationRequest.refuseDerived(
                i, derive.stream().map(Derivation::name).toList()));
        design = reader.mapping("design").map(DesignSpecification::read);
        weighting = reader.value("weighting").map(written -> weighting(reader));
        calibrate = each(reader, "calibrate", CalibrationSpecification::read);
        estimates = each(reader, "estimates", EstimateRequest::read);
        decompositions = each(reader, "decompositions", DecompositionRequest::read);
        itemNonresponse = each(reader, "itemNonresponse", ItemNonresponseRequest::read);
        models = each(reader, "models", ModelRequest::read);
        tests = each(reader, "tests", TestRequest::read);
        reader.finish();
        unique(
                "estimates, decompositions",
                Stream.concat(
                                estimates.stream().map(EstimateRequest::id),
                                decompositions.stream().map(DecompositionRequest::id))
                        .toList());
        unique(
                "itemNonresponse",
                itemNonresponse.stream().map(ItemNonresponseRequest::id).toList());
        unique("models", models.stream().map(ModelRequest::id).toList());
        unique("tests", tests.stream().map(TestRequest::id).toList());
        if (design.isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", "design");
        }
    }

    private static List<WeightingStep> weighting(SpecificationReader reader) {
        List<WeightingStep> steps = new ArrayList<>();
        for (SpecificationReader item : reader.items("weighting")) {
            steps.add(WeightingStep.read(item, steps));
        }
        return List.copyOf(steps);
    }

    private static List<String> levels(SpecificationReader factors, String name) {
        List<String> levels = factors.texts(name);
        if (levels.isEmpty() || new HashSet<>(levels).size() != levels.size()) {
            throw new AnalysisProblem(
                    "spec_wrong_type", factors.at(name), String.join(", ", levels), Wanted.DIFFERENT_LEVELS.words());
        }
        return levels;
    }

    private static <T> List<T> each(SpecificationReader reader, String key, Function<SpecificationReader, T> read) {
        List<T> all = new ArrayList<>();
        for (SpecificationReader item : reader.items(key)) {
            all.add(read.apply(item));
        }
        return List.copyOf(all);
    }

    private static void unique(String section, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String one : ids) {
            if (!seen.add(one)) {
                throw new AnalysisProblem("spec_repeated_id", section, one);
            }
        }
    }

    /**
     * Parses YAML.
     *
     * @throws AnalysisProblem with the place of the first mistake
     */
    public static Specification parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(30);
        Object loaded;
        try {
            loaded = new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            int column = e.getProblemMark() == null ? 0 : e.getProblemMark().getColumn() + 1;
            throw new AnalysisProblem("spec_not_yaml", line, column, String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            throw new AnalysisProblem("spec_not_yaml", 0, 0, String.valueOf(e.getMessage()));
        }
        if (!(loaded instanceof Map<?, ?> map)) {
            throw new AnalysisProblem(
                    "spec_wrong_type", "specification", SpecificationReader.shown(loaded), Wanted.MAPPING.words());
        }
        Map<String, Object> source = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                source.put(String.valueOf(key), value);
            }
        });
        return new Specification(source);
    }

    /** The specification made of the same keys and values that a YAML file would hold. */
    public static Specification of(Map<String, ?> source) {
        return new Specification(new LinkedHashMap<>(source));
    }

    /** Builds a specification in Java. */
    public static SpecificationBuilder builder(String id) {
        return new SpecificationBuilder(id);
    }

    /** The written form; {@link #parse} reads it back. */
    public String toYaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
        options.setAllowUnicode(true);
        return new Yaml(options).dump(source);
    }

    /** Whether this declares the factors and derived columns of another first, and has its design and weights. */
    boolean beginsAs(Specification other) {
        return List.of("design", "weighting", "calibrate").stream()
                        .allMatch(key -> Objects.equals(source.get(key), other.source.get(key)))
                && other.factors.entrySet().stream().allMatch(f -> f.getValue().equals(factors.get(f.getKey())))
                && derivations(this).startsWith(derivations(other));
    }

    private static String derivations(Specification of) {
        return of.derive.stream()
                .map(d -> d.name() + '=' + d.expression() + '\n')
                .collect(Collectors.joining());
    }

    /** The keys and values as written. */
    public Map<String, Object> source() {
        return Collections.unmodifiableMap(source);
    }

    public String id() {
        return id;
    }

    /** The data file named in the specification, relative to it. */
    public Optional<String> data() {
        return data;
    }

    Map<String, List<String>> factors() {
        return factors;
    }

    /** How a derived column is made; empty where none of that name is. */
    public Optional<String> derivation(String name) {
        return derive.stream()
                .filter(derivation -> derivation.name().equals(name))
                .findFirst()
                .map(derivation -> derivation.expression().toString());
    }

    List<Derivation> derive() {
        return derive;
    }

    DesignSpecification design() {
        return design.orElseThrow();
    }

    /** Empty when the key is absent: then there is no report of the weights either. */
    Optional<List<WeightingStep>> weighting() {
        return weighting;
    }

    List<CalibrationSpecification> calibrate() {
        return calibrate;
    }

    List<EstimateRequest> estimates() {
        return estimates;
    }

    List<TestRequest> tests() {
        return tests;
    }

    List<ModelRequest> models() {
        return models;
    }

    List<DecompositionRequest> decompositions() {
        return decompositions;
    }

    List<ItemNonresponseRequest> itemNonresponse() {
        return itemNonresponse;
    }

    List<MissingCodes> missing() {
        return missing;
    }

    Optional<Imputation> impute() {
        return impute;
    }
}
