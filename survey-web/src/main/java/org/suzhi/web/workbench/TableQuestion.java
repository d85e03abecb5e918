package org.suzhi.web.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.web.publication.AnalysisRun;

/**
 * A measure by one or two variables: the cells, both margins and the whole.
 *
 * @param rows column whose categories are the rows; "" for none
 * @param columns column whose categories stand beside each other; "" for none
 */
public record TableQuestion(
        Measure measure,
        String rows,
        String columns,
        Population population,
        MissingAnswers missing,
        IntervalOptions interval)
        implements Question {
    public static final String WHOLE = "whole";
    public static final String BY_ROWS = "rows";
    public static final String BY_COLUMNS = "columns";
    public static final String CELLS = "cells";

    @Override
    public AnalysisRun.Kind kind() {
        return AnalysisRun.Kind.TABLE;
    }

    @Override
    public Specification specification(
            String name, Map<String, Object> sections, Codebook codebook, double literateFrom) {
        Declared declared = new Declared(sections, codebook);
        SpecificationBuilder specification = Specification.builder(name).sections(sections);
        List<String> used =
                Stream.of(rows, columns).filter(one -> !one.isEmpty()).toList();
        Treated treated = Treated.declare(specification, declared, measure, missing, used, literateFrom);
        declared.factor(specification, rows);
        declared.factor(specification, columns);
        Optional<String> subset = treated.subset(population);
        if (!rows.isEmpty() && !columns.isEmpty()) {
            specification.estimate(CELLS, treated.request(List.of(rows, columns), subset, interval));
        }
        if (!rows.isEmpty()) {
            specification.estimate(BY_ROWS, treated.request(List.of(rows), subset, interval));
        }
        if (!columns.isEmpty()) {
            specification.estimate(BY_COLUMNS, treated.request(List.of(columns), subset, interval));
        }
        return specification
                .estimate(WHOLE, treated.request(List.of(), subset, interval))
                .build();
    }
}
