package org.suzhi.web.fieldwork;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/**
 * A respondent's own way to the form of one case, without its token, which is told once when the link is made.
 *
 * @param validUntil its last day
 * @param usedAt when the response came in by it
 */
public record RespondentLink(
        long id,
        long caseId,
        long waveId,
        String caseCode,
        CaseStatus caseStatus,
        LocalDate validUntil,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable Instant usedAt) {
    /** Whether the link lets a respondent in. */
    public enum State {
        OPEN,
        USED,
        EXPIRED;

        /** As written in JSON and in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a respondent is told whose link does not let in any more. */
        public Problem problem() {
            return Problem.of(ProblemCode.LINK_NOT_OPEN, new DefaultMessageSourceResolvable("link-not-open." + code()));
        }
    }

    /** The state on a day, as far as the case and the link tell; its wave may be closed besides. */
    public State state(LocalDate today) {
        if (usedAt != null || caseStatus == CaseStatus.DONE) {
            return State.USED;
        }
        boolean over = revokedAt != null || caseStatus == CaseStatus.CLOSED || today.isAfter(validUntil);
        return over ? State.EXPIRED : State.OPEN;
    }
}
