package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.expression.Expression;
import org.suzhi.analysis.imputation.Imputation;
import org.suzhi.analysis.regression.FittedModel;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.Message;
import org.suzhi.microdata.MissingReason;
import org.suzhi.microdata.NumericColumn;

/** Runs a specification on an extract: prepares columns, builds and calibrates the design, then estimates, models, tests. */
public final class Analysis {
    private final Specification specification;
    private final SideFiles files;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, FittedModel> fitted = new LinkedHashMap<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    private Analysis(Specification specification, SideFiles files) {
        this.specification = specification;
        this.files = files;
    }

    /**
     * Runs an analysis.
     *
     * @throws org.suzhi.microdata.Problem when data or specification must be put right; an estimate that has no right answer
     *     only carries its refusal
     */
    public static AnalysisResult run(Specification specification, Extract extract) {
        return run(specification, extract, SideFiles.none());
    }

    /** Runs an analysis that names side files. */
    public static AnalysisResult run(Specification specification, Extract extract, SideFiles files) {
        return new Analysis(specification, files).run(extract);
    }

    /**
     * Builds and calibrates a design once for many analyses.
     *
     * @param specification its requests are not run
     */
    public static PreparedDesign prepare(Specification specification, Extract extract) {
        return new Analysis(specification, SideFiles.none()).prepared(extract);
    }

    /**
     * Runs the requests of a specification on a design that was prepared by the same factors, derived columns, design and
     * weighting; the specification may declare more factors and derive more columns. The result is that of a whole run.
     *
     * @throws IllegalArgumentException when the design was prepared by others
     */
    public static AnalysisResult run(Specification specification, PreparedDesign prepared) {
        if (!specification.beginsAs(prepared.specification())) {
            throw new IllegalArgumentException("specification '" + specification.id()
                    + "': got a design that was prepared by other factors, columns, design or weights");
        }
        Analysis analysis = new Analysis(specification, SideFiles.none());
        return analysis.requests(prepared);
    }

    /**
     * The rows behind the estimates of a specification, request by request in the order of its rows.
     *
     * @param prepared only its rows and which of them have a weight count
     */
    public static List<EstimatedDomain> domains(Specification specification, PreparedDesign prepared) {
        Extract extract = new Analysis(specification, SideFiles.none()).prepare(prepared.raw());
        SurveyDesign design = prepared.design().withColumns(extract);
        List<EstimatedDomain> domains = new ArrayList<>();
        for (EstimateRequest request : specification.estimates()) {
            domains.addAll(
                    EstimatedDomain.of(request, design, specification.factors().keySet()));
        }
        return domains;
    }

    /** Runs an analysis and returns the seconds of its steps: design, calibrate and every request by its id. */
    public static Map<String, Double> timings(Specification specification, Extract extract) {
        Analysis analysis = new Analysis(specification, SideFiles.none());
        analysis.run(extract);
        return Map.copyOf(analysis.seconds);
    }

    private AnalysisResult run(Extract raw) {
        return requests(prepared(raw));
    }

    private PreparedDesign prepared(Extract raw) {
        if (raw.rows() == 0) {
            throw new AnalysisProblem("no_rows");
        }
        Extract extract = prepare(raw);
        SurveyDesign design = timed("design", () -> new DesignRunner(specification.design(), extract, files).build());
        Map<String, Object> summaries = new LinkedHashMap<>();
        WeightingReport report = new WeightingReport();
        report.add("base", design, Map.of());
        SurveyDesign weighted = timed("weighting", () -> weight(design, report));
        SurveyDesign calibrated = timed("calibrate", () -> calibrate(weighted, report));
        if (specification.weighting().isPresent()) {
            summaries.put("weighting", report.steps());
        }
        if (!specification.calibrate().isEmpty()) {
            summaries.put("calibration", DesignSummary.calibration(calibrated));
        }
        if (specification.design().replicate().flatMap(r -> r.create()).isPresent()) {
            calibrated
                    .replicates()
                    .ifPresent(r -> summaries.put("replicates", DesignSummary.replicates(calibrated, r)));
        }
        return new PreparedDesign(specification, raw, calibrated, summaries);
    }

    private AnalysisResult requests(PreparedDesign prepared) {
        Extract declared = declared(prepared.raw());
        SurveyDesign calibrated = prepared.design().withColumns(derived(declared));
        Map<String, Object> summaries = new LinkedHashMap<>(prepared.summaries());
        double df = calibrated.degreesOfFreedom(sample(calibrated));
        Map<String, EstimateResult> estimates = new LinkedHashMap<>();
        for (EstimateRequest request : specification.estimates()) {
            estimates.put(request.id(), timed(request.id(), () -> estimate(request, calibrated)));
        }
        Map<String, EstimateResult> decompositions = new LinkedHashMap<>();
        for (DecompositionRequest request : specification.decompositions()) {
            decompositions.put(request.id(), timed(request.id(), () -> decomposition(request, calibrated)));
        }
        Map<String, EstimateResult> items = new LinkedHashMap<>();
        for (ItemNonresponseRequest request : specification.itemNonresponse()) {
            items.put(request.id(), timed(request.id(), () -> itemNonresponse(request, calibrated)));
        }
        Map<String, Figures> models = new LinkedHashMap<>();
        for (ModelRequest request : specification.models()) {
            models.put(request.id(), timed(request.id(), () -> model(request, calibrated)));
        }
        Map<String, Figures> tests = new LinkedHashMap<>();
        for (TestRequest request : specification.tests()) {
            tests.put(request.id(), timed(request.id(), () -> test(request, calibrated)));
        }
        Optional<ImputedResults> imputed =
                specification.impute().map(i -> timed("impute", () -> imputed(i, declared, calibrated)));
        if (files.timings()) {
            summaries.put("seconds", seconds);
        }
        return new AnalysisResult(
                specification.id(),
                df,
                summaries,
                notes(calibrated),
                estimates,
                decompositions,
                items,
                models,
                tests,
                imputed);
    }

    private List<Message> notes(SurveyDesign design) {
        List<Message> notes = new ArrayList<>(design.notes());
        String create = specification
                .design()
                .replicate()
                .flatMap(DesignSpecification.ReplicateSpecification::create)
                .orElse("JKn");
        if (!create.startsWith("JK") && !specification.design().fpc().isEmpty()) {
            notes.add(new Message("org.suzhi.analysis.problems", "fpc_not_replicated", create));
        }
        return notes;
    }

    private <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        seconds.merge(what, (System.nanoTime() - start) / 1e9, Double::sum);
        return result;
    }

    private ImputedResults imputed(Imputation imputation, Extract declared, SurveyDesign design) {
        List<Extract> tables = completed(imputation, declared, design);
        ImputationRunner runner = new ImputationRunner(
                tables.stream().map(t -> design.withColumns(derived(t))).toList(),
                specification.factors().keySet());
        Map<String, Integer> filled = new LinkedHashMap<>();
        for (String variable : imputation.variables()) {
            Column before = declared.column(variable);
            Column after = tables.get(0).column(variable);
            filled.put(variable, (int) IntStream.range(0, before.size())
                    .filter(i -> before.isMissing(i) && !after.isMissing(i))
                    .count());
        }
        Map<String, EstimateResult> estimates = new LinkedHashMap<>();
        for (EstimateRequest request : specification.estimates()) {
            estimates.put(request.id(), attempted(request.id(), () -> runner.estimate(request)));
        }
        Map<String, Figures> models = new LinkedHashMap<>();
        for (ModelRequest request : specification.models()) {
            models.put(request.id(), fittedOrRefused(request.id(), () -> runner.model(request)));
        }
        return new ImputedResults(imputation, filled, estimates, models);
    }

    /** The tables with all that is missing filled in, before columns are derived. */
    private List<Extract> completed(Imputation imputation, Extract declared, SurveyDesign design) {
        BitSet rows = new BitSet(design.rows());
        for (int i = 0; i < design.rows(); i++) {
            rows.set(i, design.weight(i) != 0);
        }
        List<Extract> tables = new ArrayList<>();
        for (Extract filled : imputation.complete(design.extract(), rows)) {
            Extract table = declared;
            for (String variable : imputation.variables()) {
                table = table.with(variable, filled.column(variable));
            }
            tables.add(table);
        }
        return tables;
    }

    /**
     * The completed tables of a specification that imputes: the columns of the extract, those that are imputed filled in.
     *
     * @throws AnalysisProblem {@code spec_missing_key} when it does not impute
     */
    public static List<Extract> imputed(Specification specification, Extract extract) {
        Imputation imputation =
                specification.impute().orElseThrow(() -> new AnalysisProblem("spec_missing_key", "impute"));
        Analysis analysis = new Analysis(specification, SideFiles.none());
        PreparedDesign prepared = analysis.prepared(extract);
        Extract declared = analysis.declared(extract);
        return analysis.completed(imputation, declared, prepared.design());
    }

    private Extract prepare(Extract raw) {
        return derived(declared(raw));
    }

    private Extract declared(Extract raw) {
        Extract extract = raw;
        for (MissingCodes codes : specification.missing()) {
            extract = codes.apply(extract);
        }
        for (Map.Entry<String, List<String>> factor : specification.factors().entrySet()) {
            extract = extract.with(
                    factor.getKey(), factor(factor.getKey(), extract.column(factor.getKey()), factor.getValue()));
        }
        return extract;
    }

    private Extract derived(Extract declared) {
        Extract extract = declared;
        for (Specification.Derivation derivation : specification.derive()) {
            extract = extract.with(
                    derivation.name(),
                    NumericColumn.copyOf(derivation.expression().values(extract)));
        }
        return extract;
    }

    private static CategoryColumn factor(String name, Column column, List<String> levels) {
        if (column instanceof CategoryColumn categories) {
            int[] codeOf = new int[categories.levels().size()];
            for (int l = 0; l < codeOf.length; l++) {
                codeOf[l] = levels.indexOf(categories.levels().get(l));
            }
            int[] codes = new int[categories.size()];
            for (int i = 0; i < codes.length; i++) {
                int code = categories.code(i);
                if (code >= 0 && codeOf[code] < 0) {
                    throw undeclared(name, i, categories.text(i), levels);
                }
                codes[i] = code < 0 ? -1 : codeOf[code];
            }
            return declared(column, levels, codes);
        }
        NumericColumn numbers = (NumericColumn) column;
        Map<Double, Integer> codeOf = new LinkedHashMap<>();
        for (int l = 0; l < levels.size(); l++) {
            OptionalDouble value = number(levels.get(l));
            if (value.isPresent()) {
                codeOf.putIfAbsent(value.getAsDouble(), l);
            }
        }
        int[] codes = new int[numbers.size()];
        for (int i = 0; i < codes.length; i++) {
            Integer code = numbers.isMissing(i) ? Integer.valueOf(-1) : codeOf.get(numbers.value(i));
            if (code == null) {
                throw undeclared(name, i, numbers.text(i), levels);
            }
            codes[i] = code;
        }
        return declared(column, levels, codes);
    }

    /** Why values are missing does not change when levels are declared. */
    private static CategoryColumn declared(Column column, List<String> levels, int[] codes) {
        MissingReason[] reasons = new MissingReason[0];
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] < 0 && !column.missingReason(i).equals(Optional.of(MissingReason.NOT_ANSWERED))) {
                reasons = reasons.length == 0 ? new MissingReason[codes.length] : reasons;
                reasons[i] = column.missingReason(i).orElseThrow();
            }
        }
        for (int i = 0; i < reasons.length; i++) {
            reasons[i] = codes[i] < 0 && reasons[i] == null ? MissingReason.NOT_ANSWERED : reasons[i];
        }
        return reasons.length == 0
                ? CategoryColumn.copyOf(levels, codes)
                : CategoryColumn.copyOf(levels, codes, reasons);
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static org.suzhi.microdata.MicrodataProblem undeclared(
            String name, int row, String text, List<String> levels) {
        return new org.suzhi.microdata.MicrodataProblem(
                "undeclared_level", name, row + 1, text, String.join(", ", levels));
    }

    private SurveyDesign weight(SurveyDesign design, WeightingReport report) {
        SurveyDesign weighted = design;
        for (WeightingStep step : specification.weighting().orElse(List.of())) {
            WeightingStep.Done done = step.apply(weighted);
            weighted = done.design();
            report.add(step.step(), weighted, done.figures());
        }
        return weighted == design ? design : weighted.leavingOut();
    }

    private SurveyDesign calibrate(SurveyDesign design, WeightingReport report) {
        SurveyDesign calibrated = design;
        for (CalibrationSpecification step : specification.calibrate()) {
            calibrated = step.apply(calibrated);
            report.add("calibrate", calibrated, Map.of("method", SpecificationReader.spelled(step.method())));
        }
        return calibrated;
    }

    private EstimateResult estimate(EstimateRequest request, SurveyDesign design) {
        return attempted(request.id(), () -> {
            BitSet members = subset(request.subset(), design);
            Outcome outcome = EstimateRunner.run(
                    request, design, members, specification.factors().keySet());
            outcomes.put(request.id(), outcome);
            return EstimateResult.of(
                    outcome.rows(),
                    request.covariance() && outcome.hasCovariances() ? outcome.covariance() : null,
                    !request.by().isEmpty(),
                    DesignSummary.options(request, design),
                    outcome.notes());
        });
    }

    private EstimateResult decomposition(DecompositionRequest request, SurveyDesign design) {
        return attempted(request.id(), () -> {
            Outcome outcome = DecompositionRunner.run(request, design, subset(request.subset(), design));
            outcomes.put(request.id(), outcome);
            return EstimateResult.of(
                    outcome.rows(), null, true, DesignSummary.options(request, design), outcome.notes());
        });
    }

    private EstimateResult itemNonresponse(ItemNonresponseRequest request, SurveyDesign design) {
        return attempted(
                request.id(),
                () -> EstimateResult.of(
                        ItemNonresponseRunner.run(request, design, subset(request.subset(), design)),
                        null,
                        false,
                        DesignSummary.options(request.ciLevel(), design),
                        List.of()));
    }

    /** A table, or why there is none. */
    private static EstimateResult attempted(String id, Supplier<EstimateResult> work) {
        try {
            return work.get();
        } catch (AnalysisRefusal refusal) {
            return EstimateResult.refused(refusal);
        } catch (MathIllegalArgumentException | MathIllegalStateException e) {
            return EstimateResult.refused(breakdown(id, e));
        }
    }

    /** The rows of the sample that a subset holds for. */
    static BitSet subset(Optional<Expression> subset, SurveyDesign design) {
        BitSet members = sample(design);
        if (subset.isPresent()) {
            boolean[] holds = subset.get().holds(design.extract());
            for (int i = 0; i < holds.length; i++) {
                members.set(i, holds[i] && members.get(i));
            }
        }
        return members;
    }

    /** All rows but those that weighting left out of the sample. */
    static BitSet sample(SurveyDesign design) {
        BitSet sample = new BitSet(design.rows());
        sample.set(0, design.rows());
        if (design.sampleRows() < design.rows()) {
            for (int i = 0; i < design.rows(); i++) {
                sample.set(i, design.weight(i) != 0);
            }
        }
        return sample;
    }

    private Figures model(ModelRequest request, SurveyDesign design) {
        return fittedOrRefused(request.id(), () -> {
            if (request.kind() == ModelRequest.Kind.OLR) {
                return Figures.of(ModelRunner.ordinal(request, design));
            }
            FittedModel model = ModelRunner.glm(request, design);
            fitted.put(request.id(), model);
            return Figures.of(ModelRunner.figures(model));
        });
    }

    private static Figures fittedOrRefused(String id, Supplier<Figures> work) {
        try {
            return work.get();
        } catch (AnalysisRefusal refusal) {
            return Figures.refused(refusal);
        } catch (MathIllegalArgumentException | MathIllegalStateException e) {
            return Figures.refused(breakdown(id, e));
        }
    }

    private Figures test(TestRequest request, SurveyDesign design) {
        try {
            TestRunner runner = new TestRunner(request, design);
            return Figures.of(
                    switch (request.kind()) {
                        case CONTRAST -> ContrastRunner.run(request, outcome(request));
                        case CHISQ -> runner.table();
                        case GOF -> runner.goodnessOfFit();
                        case TTEST -> runner.ttest();
                        case RANKTEST -> runner.ranks();
                        case TERMS -> runner.terms(model(request));
                    });
        } catch (AnalysisRefusal refusal) {
            return Figures.refused(refusal);
        } catch (MathIllegalArgumentException | MathIllegalStateException e) {
            return Figures.refused(breakdown(request.id(), e));
        }
    }

    /** A matrix that cannot be inverted, a series that does not converge: the request has no value with these data. */
    private static AnalysisRefusal breakdown(String id, RuntimeException e) {
        AnalysisRefusal refusal = new AnalysisRefusal("numerical_breakdown", id, String.valueOf(e.getMessage()));
        refusal.addSuppressed(e);
        return refusal;
    }

    private FittedModel model(TestRequest request) {
        String id = request.model().orElse("");
        FittedModel model = fitted.get(id);
        if (model == null) {
            throw new AnalysisRefusal("terms_of_unknown", request.id(), id, String.join(", ", fitted.keySet()));
        }
        return model;
    }

    private Outcome outcome(TestRequest request) {
        String of = request.of().orElse("");
        Outcome outcome = outcomes.get(of);
        if (outcome != null && outcome.hasCovariances()) {
            return outcome;
        }
        List<String> known = new ArrayList<>();
        outcomes.forEach((id, o) -> {
            if (o.hasCovariances()) {
                known.add(id);
            }
        });
        throw new AnalysisRefusal("contrast_of_unknown", request.id(), of, String.join(", ", known));
    }
}
