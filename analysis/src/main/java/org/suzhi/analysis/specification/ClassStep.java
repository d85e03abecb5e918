package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.weighting.ClassAdjustment;
import org.suzhi.analysis.weighting.CollapseRule;
import org.suzhi.analysis.weighting.WeightingCells;

/**
 * Weight moved within classes.
 *
 * @param unknown whether the weight of unknown eligibility is moved; else that of nonrespondents
 * @param cells columns whose crossing makes the classes; none for one class
 */
record ClassStep(boolean unknown, String status, List<String> cells, CollapseRule rule) implements WeightingStep {
    /** How the weight of nonrespondents is moved. */
    enum Method {
        CLASSES,
        PROPENSITY
    }

    static ClassStep unknownEligibility(SpecificationReader reader) {
        return new ClassStep(true, reader.requiredText("status"), reader.texts("cells"), rule(reader));
    }

    static WeightingStep nonresponse(SpecificationReader reader) {
        if (reader.choice("method", Method.class, "classes") == Method.PROPENSITY) {
            return PropensityStep.read(reader);
        }
        reader.refuseUnused("method: classes", "formula", "classes");
        return new ClassStep(false, reader.requiredText("status"), reader.texts("cells"), rule(reader));
    }

    /** The keys {@code minimum}, {@code maxFactor} and {@code collapse}. */
    static CollapseRule rule(SpecificationReader reader) {
        int minimum = reader.wholeNumber("minimum", 1);
        double maxFactor = reader.number("maxFactor").orElse(Double.POSITIVE_INFINITY);
        if (!(maxFactor > 1)) {
            throw new AnalysisProblem(
                    "spec_wrong_type", reader.at("maxFactor"), maxFactor, Wanted.NUMBER_ABOVE_1.words());
        }
        Object collapse = reader.value("collapse").orElse("none");
        if (!(collapse instanceof List<?>)) {
            return new CollapseRule(
                    reader.choice("collapse", CollapseRule.By.class, "none"), List.of(), minimum, maxFactor);
        }
        return new CollapseRule(CollapseRule.By.NONE, groups(reader), minimum, maxFactor);
    }

    /** The key {@code collapse} as groups of cells; none where it is not given. */
    static List<List<String>> groups(SpecificationReader reader) {
        List<List<String>> groups = new ArrayList<>();
        for (Object group : reader.list("collapse")) {
            if (!(group instanceof List<?> together) || together.size() < 2) {
                throw new AnalysisProblem(
                        "spec_wrong_type",
                        reader.at("collapse"),
                        SpecificationReader.shown(group),
                        Wanted.LISTS_OF_CELLS.words());
            }
            List<String> names = new ArrayList<>();
            for (Object name : together) {
                names.add(SpecificationReader.scalar(reader.at("collapse"), name));
            }
            groups.add(names);
        }
        return groups;
    }

    @Override
    public String step() {
        return unknown ? "unknown-eligibility" : "nonresponse";
    }

    @Override
    public Optional<String> statusColumn() {
        return Optional.of(status);
    }

    @Override
    public Done apply(SurveyDesign design) {
        WeightingCells crossed = new WeightingCells(
                cells,
                cells.stream()
                        .map(name -> DomainGrid.categories(design.extract(), name))
                        .toList());
        ClassAdjustment adjustment = unknown
                ? ClassAdjustment.unknownEligibility(design, status, crossed, rule)
                : ClassAdjustment.nonresponse(design, status, crossed, rule);
        Map<String, Object> figures = WeightingStep.figures();
        figures.put("status", status);
        if (!unknown) {
            figures.put("method", "classes");
        }
        figures.put("variables", cells);
        put(figures, adjustment);
        return new Done(adjustment.design(), figures);
    }

    /** The figures of an adjustment by classes. */
    static void put(Map<String, Object> figures, ClassAdjustment adjustment) {
        List<Object> rows = new ArrayList<>();
        for (ClassAdjustment.Cell cell : adjustment.cells()) {
            Map<String, Object> row = WeightingStep.figures();
            row.put("cell", cell.cell());
            row.put("class", cell.inClass());
            row.put("respondents", cell.respondents());
            row.put("nonrespondents", cell.nonrespondents());
            row.put("rate", cell.rate());
            row.put("factor", cell.factor());
            row.put("small", cell.small());
            rows.add(row);
        }
        figures.put("cells", rows);
        figures.put("collapsed", mergers(adjustment.mergers()));
        figures.put("proposed", mergers(adjustment.proposed()));
    }

    private static List<Object> mergers(List<ClassAdjustment.Merger> mergers) {
        List<Object> rows = new ArrayList<>();
        for (ClassAdjustment.Merger merger : mergers) {
            Map<String, Object> row = WeightingStep.figures();
            row.put("cell", merger.cell());
            row.put("with", merger.with());
            row.put("reason", SpecificationReader.spelled(merger.reason()));
            row.put("respondents", merger.respondents());
            row.put("rate", merger.rate());
            row.put("withRate", merger.withRate());
            rows.add(row);
        }
        return rows;
    }
}
