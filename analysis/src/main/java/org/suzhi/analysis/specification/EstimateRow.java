package org.suzhi.analysis.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.estimate.Interval;
import org.suzhi.analysis.estimate.MultipleImputation;
import org.suzhi.analysis.estimate.Presentation;

/**
 * One estimate. Numbers that do not exist are NaN.
 *
 * @param by level of every {@code by} variable
 * @param labels what tells rows of one domain apart: {@code level}, {@code variable} or {@code prob}
 * @param n rows used
 * @param estimate the estimate
 * @param se standard error
 * @param ciLower lower confidence limit
 * @param ciUpper upper confidence limit
 * @param df degrees of freedom of the interval
 * @param deff design effect
 * @param effectiveN effective sample size: p(1 − p)/V, at most n, of a proportion, as its presentation is judged by; else n /
 *     deff
 * @param presentation whether a proportion is fit to publish
 * @param more further figures of some statistics
 */
public record EstimateRow(
        Map<String, String> by,
        Map<String, Object> labels,
        int n,
        double estimate,
        double se,
        double ciLower,
        double ciUpper,
        double df,
        double deff,
        double effectiveN,
        Optional<Presentation> presentation,
        Map<String, Double> more) {

    /** A domain without rows. */
    static EstimateRow empty(Map<String, String> by) {
        double none = Double.NaN;
        return new EstimateRow(by, Map.of(), 0, none, none, none, none, none, none, none, Optional.empty(), Map.of());
    }

    /** A row made of estimates over several sets of values. */
    static EstimateRow combined(
            Map<String, String> by,
            Map<String, Object> labels,
            int n,
            MultipleImputation estimates,
            Interval interval) {
        return new EstimateRow(
                by,
                labels,
                n,
                estimates.estimate(),
                estimates.standardError(),
                interval.lower(),
                interval.upper(),
                estimates.df(),
                Double.NaN,
                Double.NaN,
                Optional.empty(),
                estimates.figures());
    }

    /** Whether there is an estimate. */
    public boolean exists() {
        return !Double.isNaN(estimate);
    }

    Map<String, Object> json(boolean domains) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (domains) {
            json.put("by", by);
        } else if (n == 0) {
            json.put("by", List.of());
        }
        json.putAll(labels);
        json.put("estimate", estimate);
        json.put("se", se);
        if (n == 0) {
            json.put("n", 0);
            return json;
        }
        json.put("ciLower", ciLower);
        json.put("ciUpper", ciUpper);
        json.put("df", df);
        json.put("deff", deff);
        json.put("n", n);
        json.put("effectiveN", effectiveN);
        json.putAll(more);
        presentation.ifPresent(p -> {
            Map<String, Object> flags = new LinkedHashMap<>();
            flags.put("code", SpecificationReader.spelled(p.code()));
            flags.put(
                    "reasons",
                    p.reasons().stream().map(SpecificationReader::spelled).toList());
            json.put("presentation", flags);
        });
        return json;
    }
}
