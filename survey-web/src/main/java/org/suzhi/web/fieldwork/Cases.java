package org.suzhi.web.fieldwork;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of cases and contact attempts; a user is shown the cases that the user has a right to. */
public interface Cases {
    /** Which cases to list; null means any. */
    record Filter(
            long waveId,
            @Nullable String town,
            @Nullable String psu,
            @Nullable Long assignedTo,
            boolean unassigned,
            @Nullable CaseStatus status) {
        public static Filter ofWave(long waveId) {
            return new Filter(waveId, null, null, null, false, null);
        }
    }

    /** What a submission or a visit needs to know of its case. */
    record Claim(long id, CaseStatus status, boolean permitted) {}

    /** Adds cases, all or none. */
    void add(long waveId, List<NewCase> cases);

    List<String> codes(long waveId);

    /** The ids of the open cases by their codes, in order of the codes. */
    Map<String, Long> open(long waveId);

    int count(long userId, Filter filter);

    List<SurveyCase> list(long userId, Filter filter, int limit, int offset);

    /** The cases assigned to the user in these waves, by code. */
    List<SurveyCase> assignedTo(long userId, List<Long> waves);

    Optional<SurveyCase> find(long userId, long caseId);

    /** The case of that code; any is permitted to the server itself, a null user. */
    Optional<Claim> claim(long waveId, String code, @Nullable Long userId);

    /** The newest wave's case of that code which is assigned to the user, or which the user has a right to. */
    Optional<Claim> claim(String code, long userId);

    /** Assigns those of the cases that the user has a right to and that are open; null takes the assignment back. */
    List<Long> assign(long userId, List<Long> cases, @Nullable Long assignee);

    /** Ends a case with a disposition, or opens it again where that is null; a case with a response stays done. */
    boolean end(long caseId, @Nullable Outcome disposition);

    /** The case that an attempt of this id belongs to. */
    Optional<Long> caseOf(UUID attempt);

    /** Adds an attempt; false when one of its id is there. */
    boolean add(long caseId, ContactAttempt attempt, @Nullable Long userId);

    List<ContactAttempt> attempts(long caseId);

    /** The response that a case has. */
    Optional<CaseResponse> response(long caseId);
}
