package org.suzhi.web.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.specification.SpecificationBuilder;

/**
 * What is estimated: the literacy rate, a mean, or shares of answers.
 *
 * @param variable its column
 * @param level the answer whose share is taken; null for a mean or the shares of all answers
 */
public record Measure(String variable, @Nullable String level, Kind kind) {
    /** The derived column of who counts as scientifically literate. */
    public static final String LITERATE = "literate";

    private static final String SEPARATOR = "=";

    /** What is done with the column. */
    public enum Kind {
        LITERACY,
        MEAN,
        SHARES,
        SHARE
    }

    /** Reads the written form: {@code literate}, a column's name, or {@code column=answer}. */
    public static Optional<Measure> of(String text, Codebook codebook) {
        if (text.equals(LITERATE)) {
            return Optional.of(new Measure(LITERATE, null, Kind.LITERACY));
        }
        int at = text.indexOf(SEPARATOR);
        String name = at < 0 ? text : text.substring(0, at);
        String level = at < 0 ? null : text.substring(at + 1);
        return codebook.find(name)
                .filter(v -> level == null || v.level(level).isPresent())
                .map(v -> new Measure(
                        name, level, level != null ? Kind.SHARE : v.isCategory() ? Kind.SHARES : Kind.MEAN));
    }

    /** The written form, which {@link #of} reads. */
    public String text() {
        return level == null ? variable : variable + SEPARATOR + level;
    }

    public boolean isRate() {
        return kind != Kind.MEAN;
    }

    /** Declares what a request for it needs: the derived column, the order of the answers. */
    void declare(SpecificationBuilder specification, Declared declared, double literateFrom) {
        if (kind == Kind.LITERACY) {
            specification.derive(LITERATE, "score >= " + literateFrom);
        } else {
            declared.factor(specification, variable);
        }
    }

    /** The keys of a request for estimates. */
    Map<String, Object> request(List<String> by, Optional<String> subset, IntervalOptions interval) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("statistic", isRate() ? "proportion" : "mean");
        request.put("variable", variable);
        if (kind == Kind.LITERACY) {
            request.put("level", 1);
        } else if (level != null) {
            request.put("level", level);
        }
        if (!by.isEmpty()) {
            request.put("by", by);
        }
        subset.ifPresent(expression -> request.put("subset", expression));
        if (kind != Kind.LITERACY) {
            request.put("naRm", true);
        }
        request.put("deff", true);
        request.put("ci", interval.request(isRate()));
        return request;
    }
}
