package org.suzhi.web.fieldwork;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.Role;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Cases.Claim;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** Work on cases, by those who have a right to them; every change goes into the audit log. */
@Service
public class CaseWork {
    public static final int LONGEST_NOTE = 1000;
    /** A phone's clock may be wrong by so much. */
    private static final Duration CLOCK_ERROR = Duration.ofDays(1);

    private final Cases cases;
    private final AuditLog audit;
    private final Clock clock;

    CaseWork(Cases cases, AuditLog audit, Clock clock) {
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** The case that a response of this wave is given for, if this sender (null: the server itself) may answer it. */
    public long toAnswer(long waveId, String code, @Nullable Long sender) {
        Claim claim = cases.claim(waveId, code, sender).orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_CASE, code));
        return open(permitted(claim, code), code);
    }

    private static Claim permitted(Claim claim, String code) {
        if (!claim.permitted()) {
            throw Problem.of(ProblemCode.CASE_NOT_YOURS, code);
        }
        return claim;
    }

    private static long open(Claim claim, String code) {
        if (claim.status() == CaseStatus.OPEN) {
            return claim.id();
        }
        throw Problem.of(claim.status() == CaseStatus.DONE ? ProblemCode.CASE_ANSWERED : ProblemCode.CASE_CLOSED, code);
    }

    /**
     * Records a visit or call.
     *
     * @return false when it was recorded before
     */
    @Transactional
    public boolean attempt(SignedIn user, String code, ContactAttempt attempt) {
        check(attempt);
        if (user.role() == Role.STATISTICIAN) {
            throw Problem.of(ProblemCode.CASE_NOT_YOURS, code);
        }
        Claim claim = cases.claim(code, user.id()).orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_CASE, code));
        Optional<Long> recorded = cases.caseOf(attempt.id());
        if (recorded.isPresent()) {
            if (recorded.get() != claim.id()) {
                throw Problem.of(ProblemCode.ATTEMPT_CHANGED, attempt.id());
            }
            return false;
        }
        permitted(claim, code);
        boolean added = cases.add(claim.id(), attempt, user.id());
        if (added) {
            audit.record(user.id(), "contact-attempted", "survey_case/" + claim.id());
        }
        return added;
    }

    /** Records a visit to a case that the user has been shown. */
    @Transactional
    public void attempt(SignedIn user, SurveyCase visited, ContactAttempt attempt) {
        check(attempt);
        if (cases.add(visited.id(), attempt, user.id())) {
            audit.record(user.id(), "contact-attempted", "survey_case/" + visited.id());
        }
    }

    private void check(ContactAttempt attempt) {
        boolean known =
                Outcome.of(attempt.outcome()).filter(Outcome::isOfAVisit).isPresent();
        if (!known) {
            throw Problem.of(ProblemCode.UNKNOWN_OUTCOME, attempt.outcome());
        }
        if (attempt.note().length() > LONGEST_NOTE
                || attempt.at().isAfter(clock.instant().plus(CLOCK_ERROR))) {
            throw Problem.of(ProblemCode.ATTEMPT_REFUSED, LONGEST_NOTE);
        }
    }

    /** The cases assigned to the user in these waves. */
    public List<SurveyCase> assignedTo(SignedIn user, List<Long> waves) {
        return cases.assignedTo(user.id(), waves);
    }

    /** A case with its contact data, for a reader who may see it. */
    public Optional<SurveyCase> find(SignedIn user, long caseId) {
        return cases.find(user.id(), caseId).map(c -> seenBy(user, c));
    }

    /** A page of the cases that the user has a right to. */
    public List<SurveyCase> list(SignedIn user, Cases.Filter filter, int limit, int offset) {
        return cases.list(user.id(), filter, limit, offset).stream()
                .map(c -> seenBy(user, c))
                .toList();
    }

    private static SurveyCase seenBy(SignedIn user, SurveyCase c) {
        return Right.SEE_CONTACTS.of(user) ? c : c.withoutContact();
    }

    /**
     * Assigns open cases, or takes their assignment back where the assignee is null.
     *
     * @return how many were assigned; those that are not the user's or not open are left as they are
     */
    @Transactional
    public int assign(SignedIn user, List<Long> ids, @Nullable Long assignee) {
        Right.RUN_CASES.require(user);
        List<Long> assigned = cases.assign(user.id(), ids, assignee);
        String action = assignee == null ? "case-unassigned" : "case-assigned-to-user-" + assignee;
        assigned.forEach(id -> audit.record(user.id(), action, "survey_case/" + id));
        return assigned.size();
    }

    /** Ends a case with a final disposition, or opens it again where that is null; false where that cannot be. */
    @Transactional
    public boolean end(SignedIn user, long caseId, @Nullable Outcome disposition) {
        Right.RUN_CASES.require(user);
        boolean ended = cases.find(user.id(), caseId).isPresent() && cases.end(caseId, disposition);
        if (ended) {
            String action = disposition == null ? "case-reopened" : "case-ended-as-" + disposition.code();
            audit.record(user.id(), action, "survey_case/" + caseId);
        }
        return ended;
    }

    /** Adds the cases of a file without problems to a wave and assigns them, all or nothing. */
    @Transactional
    public void add(SignedIn user, long waveId, CaseFile file, Map<String, Long> surveyorIds) {
        Right.RUN_CASES.require(user);
        cases.add(waveId, file.cases());
        Map<String, List<Long>> byAssignee = new HashMap<>();
        file.surveyors()
                .forEach((code, surveyor) -> cases.claim(waveId, code, null)
                        .ifPresent(claim -> byAssignee
                                .computeIfAbsent(surveyor, name -> new ArrayList<>())
                                .add(claim.id())));
        byAssignee.forEach((surveyor, ids) -> assign(user, ids, surveyorIds.get(surveyor)));
        audit.record(user.id(), "cases-imported-" + file.cases().size(), "wave/" + waveId);
    }

    /** Records the visits of a file without problems, and ends the cases that end with them, all or nothing. */
    @Transactional
    public void add(SignedIn user, long waveId, OutcomeFile file) {
        if (!Right.RUN_WAVES.of(user)) {
            Right.RUN_CASES.require(user);
        }
        for (OutcomeFile.Visit visit : file.visits()) {
            cases.add(visit.caseId(), visit.attempt(), user.id());
            if (visit.ends()) {
                cases.end(visit.caseId(), visit.outcome());
            }
        }
        audit.record(user.id(), "outcomes-imported-" + file.visits().size(), "wave/" + waveId);
    }
}
