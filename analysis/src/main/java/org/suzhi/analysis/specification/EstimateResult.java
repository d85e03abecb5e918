package org.suzhi.analysis.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suzhi.microdata.Message;
import org.suzhi.microdata.Problem;

/** What became of one request for estimates: its rows, or the reason why there are none. */
public final class EstimateResult {
    private final List<EstimateRow> rows;
    private final double @Nullable [][] covariance;
    private final @Nullable Problem problem;
    private final boolean domains;
    private final Map<String, Object> options;
    private final List<Message> notes;

    private EstimateResult(
            List<EstimateRow> rows,
            double @Nullable [][] covariance,
            @Nullable Problem problem,
            boolean domains,
            Map<String, Object> options,
            List<Message> notes) {
        this.options = options;
        this.notes = List.copyOf(notes);
        this.rows = List.copyOf(rows);
        this.covariance = covariance;
        this.problem = problem;
        this.domains = domains;
    }

    static EstimateResult of(
            List<EstimateRow> rows,
            double @Nullable [][] covariance,
            boolean domains,
            Map<String, Object> options,
            List<Message> notes) {
        return new EstimateResult(rows, covariance, null, domains, options, notes);
    }

    static EstimateResult refused(Problem problem) {
        return new EstimateResult(List.of(), null, problem, false, Map.of(), List.of());
    }

    /**
     * The estimates, domain by domain.
     *
     * @throws Problem the refusal, when there are none
     */
    public List<EstimateRow> rows() {
        if (problem != null) {
            throw problem;
        }
        return rows;
    }

    /** The only row. */
    public EstimateRow row() {
        if (rows().size() != 1) {
            throw new IllegalStateException(rows.size() + " rows, not one");
        }
        return rows.get(0);
    }

    /** The row of a domain with one {@code by} variable. */
    public EstimateRow row(String level) {
        return rows().stream()
                .filter(r -> r.by().containsValue(level))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row for level '" + level + "'"));
    }

    /** Why there are no estimates. */
    public Optional<Problem> refusal() {
        return Optional.ofNullable(problem);
    }

    /** What a reader of these estimates should know. */
    public List<Message> notes() {
        return notes;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (problem != null) {
            json.put("error", error(problem));
            return json;
        }
        json.put("rows", rows.stream().map(r -> r.json(domains)).toList());
        if (covariance != null) {
            json.put("covariance", covariance);
        }
        json.put("options", options);
        if (!notes.isEmpty()) {
            json.put("notes", notes(notes));
        }
        return json;
    }

    static List<Map<String, String>> notes(List<Message> notes) {
        return notes.stream()
                .map(n -> Map.of("code", n.code(), "message", n.text(Locale.ROOT)))
                .toList();
    }

    static Map<String, Object> error(Problem problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", problem.code());
        error.put("message", problem.getMessage());
        return error;
    }
}
