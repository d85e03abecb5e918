package org.suzhi.web.fieldwork;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    private static final int LONGEST_NOTE = 1000;
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
}
