package org.suzhi.web.fieldwork;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts of responses and cases, as fine as the pages add them up. */
public interface Counts {
    /**
     * Responses alike in all of these.
     *
     * @param town empty where the response belongs to no case and no sampled PSU
     * @param surveyor display name of the sender; empty for respondents' own
     * @param day of the interview as the form recorded its end, else of arrival
     * @param approved how many of them count
     */
    record ResponseCell(String town, String surveyor, LocalDate day, List<String> groups, int responses, int approved) {
        public ResponseCell {
            groups = List.copyOf(groups);
        }
    }

    /** Cases of a town, assignee and status; the outcome is the final disposition, else the last visit's. */
    record CaseCell(
            String town,
            @Nullable String assignee,
            CaseStatus status,
            @Nullable String outcome,
            int cases) {}

    /**
     * The responses of a wave.
     *
     * @param psuItem item that names the PSU
     */
    List<ResponseCell> responses(long waveId, String psuItem);

    List<CaseCell> cases(long waveId);

    /** Cases by kind of outcome; a case that nobody has visited counts as not attempted (3.11). */
    static Map<Outcome.Kind, Integer> byKind(List<CaseCell> cells) {
        Map<Outcome.Kind, Integer> counts = new java.util.EnumMap<>(Outcome.Kind.class);
        for (CaseCell cell : cells) {
            String code = cell.outcome();
            Outcome outcome =
                    code == null ? Outcome.NOT_ATTEMPTED : Outcome.of(code).orElseThrow();
            counts.merge(outcome.kind(), cell.cases(), Integer::sum);
        }
        return counts;
    }
}
