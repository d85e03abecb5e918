package org.suzhi.analysis.specification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suzhi.microdata.Problem;

/** Named figures of a test or a model, or the reason why there are none. */
public final class Figures {
    private final Map<String, Object> values;
    private final @Nullable Problem problem;

    private Figures(Map<String, Object> values, @Nullable Problem problem) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.problem = problem;
    }

    static Figures of(Map<String, ?> values) {
        return new Figures(new LinkedHashMap<>(values), null);
    }

    static Figures refused(Problem problem) {
        return new Figures(Map.of(), problem);
    }

    /** A figure by its name in the JSON form: {@code estimate}, {@code pValue}, … */
    public double value(String name) {
        if (problem != null) {
            throw problem;
        }
        if (values.get(name) instanceof Number n) {
            return n.doubleValue();
        }
        throw new IllegalArgumentException("no figure '" + name + "', only " + values.keySet());
    }

    /** Why there are no figures. */
    public Optional<Problem> refusal() {
        return Optional.ofNullable(problem);
    }

    /** All figures by their names in the JSON form; empty when they were refused. */
    public Map<String, Object> values() {
        return values;
    }

    Map<String, Object> json() {
        return problem == null ? values : Map.of("error", EstimateResult.error(problem));
    }
}
