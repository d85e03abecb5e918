package org.suzhi.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.EstimateResult;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.analysis.weighting.Margin;
import org.suzhi.microdata.Extract;
import org.suzhi.sample.Group;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.Truth;

/**
 * A wave analysed in every variant: as the server publishes it (design weights, strata and villages, raked to four margins,
 * logit intervals with the degrees of freedom of the domain), with other intervals, without calibration, and as if it were
 * a simple random sample.
 */
final class WaveAnalyses {

    /** The weighting. */
    enum Weighting {
        RAKED,
        DESIGN,
        NONE,
        /** Of everybody invited: the respondents with their base weights. */
        BASE,
        /** Of everybody invited: base weights, nonresponse by classes, raking. */
        CHAIN
    }

    /** An analysis of the wave. */
    record Variant(Weighting weighting, String interval) {}

    static final List<Variant> VARIANTS = List.of(
            new Variant(Weighting.RAKED, "logit"),
            new Variant(Weighting.RAKED, "wald"),
            new Variant(Weighting.RAKED, "beta"),
            new Variant(Weighting.RAKED, "wilson"),
            new Variant(Weighting.DESIGN, "logit"),
            new Variant(Weighting.NONE, "wald"));

    /** The variants for a table of everybody invited. */
    static final List<Variant> FROM_DRAWS =
            List.of(new Variant(Weighting.BASE, "logit"), new Variant(Weighting.CHAIN, "logit"));

    private static final Map<String, Object> CLASSES = Map.of(
            "step", "nonresponse",
            "status", "disposition",
            "method", "classes",
            "cells", List.of("stratum"),
            "minimum", 20,
            "maxFactor", 3,
            "collapse", "nearest");
    private static final Map<String, Object> RESPONDENTS = Map.of("step", "respondents", "status", "disposition");

    private static final Map<String, String> COLUMNS =
            Map.of("town", "town", "sex", "sex", "age", "age_band", "education", "education", "residence", "residence");

    private final List<Truth> domains;
    private final List<Variant> variants;
    private final Map<Weighting, Specification> specifications = new LinkedHashMap<>();

    WaveAnalyses(SampleCounty county, int year) {
        this(county, year, VARIANTS);
    }

    WaveAnalyses(SampleCounty county, int year, List<Variant> variants) {
        this.variants = List.copyOf(variants);
        domains = county.truth(year);
        List<Margin> margins =
                county.margins(year).stream().map(WaveAnalyses::margin).toList();
        for (Variant variant : variants) {
            specifications.computeIfAbsent(variant.weighting(), weighting -> specification(weighting, margins));
        }
    }

    /** Estimates by variant, then by domain in the order of {@link SampleCounty#truth}. */
    List<List<WaveEstimate>> run(Extract wave) {
        Map<Weighting, AnalysisResult> results = new LinkedHashMap<>();
        specifications.forEach((weighting, s) -> results.put(weighting, Analysis.run(s, wave)));
        List<List<WaveEstimate>> estimates = new ArrayList<>();
        for (Variant variant : variants) {
            AnalysisResult result = Objects.requireNonNull(results.get(variant.weighting()));
            estimates.add(domains.stream()
                    .map(domain -> estimate(result, variant.interval(), domain))
                    .toList());
        }
        return estimates;
    }

    private static WaveEstimate estimate(AnalysisResult result, String interval, Truth domain) {
        if (COLUMNS.containsKey(domain.dimension())) {
            return WaveEstimate.of(
                    result.estimate(interval + "_" + domain.dimension()).row(domain.level()));
        }
        EstimateResult whole = result.estimate(interval + "_" + domain.dimension() + domain.level());
        return WaveEstimate.of(whole.row());
    }

    private Specification specification(Weighting weighting, List<Margin> margins) {
        SpecificationBuilder specification = Specification.builder("wave");
        levels(margins).forEach((variable, levels) -> specification.factor(variable, List.copyOf(levels)));
        specification.derive("literate", "score >= 70");
        if (weighting == Weighting.NONE) {
            specification.weights("one");
        } else {
            specification.weights("weight").strata("stratum").clusters("psu");
        }
        if (weighting == Weighting.CHAIN) {
            specification.weight(CLASSES);
        }
        if (weighting == Weighting.CHAIN || weighting == Weighting.BASE) {
            specification.weight(RESPONDENTS);
        }
        if (weighting == Weighting.RAKED || weighting == Weighting.CHAIN) {
            specification.rake(margins);
        }
        for (Variant variant : variants) {
            if (variant.weighting() == weighting) {
                String method = variant.interval();
                specification.estimate(method + "_all", rate(method, Map.of()));
                COLUMNS.forEach((dimension, column) ->
                        specification.estimate(method + "_" + dimension, rate(method, Map.of("by", List.of(column)))));
                for (Group group : Group.values()) {
                    specification.estimate(
                            method + "_group" + group.code(), rate(method, Map.of("subset", group.code() + " == 1")));
                }
            }
        }
        return specification.build();
    }

    private static Map<String, Object> rate(String method, Map<String, Object> domain) {
        Map<String, Object> request = new LinkedHashMap<>(domain);
        request.put("statistic", "proportion");
        request.put("variable", "literate");
        request.put("level", 1);
        request.put("ci", Map.of("method", method, "df", "domain"));
        return request;
    }

    private static Map<String, Set<String>> levels(List<Margin> margins) {
        Map<String, Set<String>> levels = new LinkedHashMap<>();
        for (Margin margin : margins) {
            margin.totals().keySet().forEach(cell -> {
                for (int v = 0; v < cell.size(); v++) {
                    levels.computeIfAbsent(margin.variables().get(v), name -> new LinkedHashSet<>())
                            .add(cell.get(v));
                }
            });
        }
        return levels;
    }

    private static Margin margin(org.suzhi.sample.Margin margin) {
        Map<List<String>, Double> totals = new LinkedHashMap<>();
        margin.cells().forEach(cell -> totals.put(cell.levels(), (double) cell.adults()));
        return new Margin(margin.variables(), totals);
    }
}
