package org.suzhi.web.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suzhi.web.fieldwork.CaseWork;
import org.suzhi.web.fieldwork.RespondentLink;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** Finds the case that a new response answers, and whether its sender may answer it. */
@Component
final class AnsweredCases {
    /** The item by which a form itself can name the case. */
    private static final String ITEM = "case_code";

    private final CaseWork cases;
    private final Intake intake;
    private final Clock clock;

    AnsweredCases(CaseWork cases, Intake intake, Clock clock) {
        this.cases = cases;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * The case's id; null where the response names none, or is a repeat, which is harmless whatever became of its case.
     *
     * @param answers by item name
     */
    @Nullable
    Long of(String instanceId, Map<String, String> answers, Wave wave, Sender sender, CaseClaim claim) {
        String answered = answers.getOrDefault(ITEM, "").strip();
        String claimed = claim.code();
        if (claimed == null && answered.isEmpty()) {
            return null;
        }
        try {
            return of(claimed == null ? answered : claimed, answered, wave, sender, claim.link());
        } catch (Problem problem) {
            if (intake.knows(instanceId)) {
                return null;
            }
            throw problem;
        }
    }

    private long of(String code, String answered, Wave wave, Sender sender, @Nullable RespondentLink link) {
        if (!answered.isEmpty() && !answered.equals(code)) {
            throw Problem.of(ProblemCode.CASE_MISMATCH, code, answered);
        }
        if (link != null) {
            refuse(link, wave);
        }
        return cases.toAnswer(wave.id(), code, sender.user());
    }

    private void refuse(RespondentLink link, Wave wave) {
        if (link.waveId() != wave.id()) {
            throw Problem.of(ProblemCode.UNKNOWN_CASE, link.caseCode());
        }
        RespondentLink.State state = link.state(LocalDate.now(clock));
        if (state != RespondentLink.State.OPEN) {
            throw state.problem();
        }
    }
}
