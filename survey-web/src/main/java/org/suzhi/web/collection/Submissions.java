package org.suzhi.web.collection;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.suzhi.questionnaire.ScoringKey.Score;
import org.suzhi.questionnaire.logic.MalformedXml;
import org.suzhi.response.SubmissionCheck;
import org.suzhi.response.SubmissionHead;
import org.suzhi.response.ValidatedResponse;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;
import org.suzhi.web.questionnaire.Sha256;
import tools.jackson.databind.json.JsonMapper;

/** Takes submissions in: checked against their form, scored, stored for good before the answer goes out. */
@Service
public class Submissions {
    /** What became of a submission that was accepted. */
    public enum Receipt {
        STORED,
        REPEATED
    }

    private final Questionnaires questionnaires;
    private final Fieldwork fieldwork;
    private final Responses responses;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    Submissions(
            Questionnaires questionnaires,
            Fieldwork fieldwork,
            Responses responses,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.fieldwork = fieldwork;
        this.responses = responses;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Receives one submission.
     *
     * @param xml XForm instance XML
     * @param user id of the user who sent it
     * @param at when it was given: decides whether its wave is open
     * @param locale language of the findings
     * @throws Problem when it is refused; nothing is stored then
     */
    public Receipt receive(byte[] xml, Mode mode, @Nullable Long user, Instant at, Locale locale) {
        SubmissionHead head = head(xml);
        PublishedQuestionnaire questionnaire = questionnaires
                .find(head.formId(), head.version())
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_FORM, head.formId(), head.version()));
        Wave wave = fieldwork
                .waveOf(questionnaire.id())
                .filter(w -> w.isOpen(LocalDate.ofInstant(at, clock.getZone())))
                .orElseThrow(() -> Problem.of(ProblemCode.WAVE_CLOSED, questionnaire.version()));
        SubmissionCheck check = questionnaire.form().check(xml, Clock.fixed(at, clock.getZone()));
        if (check instanceof SubmissionCheck.Refused refused) {
            throw Problem.of(
                    ProblemCode.INVALID_RESPONSE,
                    refused.findings().stream()
                            .map(f -> FindingJson.of(f, locale))
                            .toList());
        }
        ValidatedResponse response = ((SubmissionCheck.Accepted) check).response();
        return store(response, questionnaire, wave, xml, mode, user);
    }

    private static SubmissionHead head(byte[] xml) {
        try {
            return SubmissionHead.read(xml);
        } catch (MalformedXml e) {
            throw Problem.malformed(e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private Receipt store(
            ValidatedResponse response,
            PublishedQuestionnaire questionnaire,
            Wave wave,
            byte[] xml,
            Mode mode,
            @Nullable Long user) {
        Score score = questionnaire.scoring().score(response);
        boolean asked = questionnaire.scoring().items().stream()
                .anyMatch(i -> !response.valueOf(i.item()).isEmpty());
        String sha256 = Sha256.hex(xml);
        boolean added = responses.add(new NewResponse(
                response.instanceId(),
                wave.id(),
                questionnaire.id(),
                mode,
                user,
                response.xml(),
                sha256,
                json.writeValueAsString(AnswerJson.of(response.answers())),
                groups(response, wave),
                asked ? BigDecimal.valueOf(score.total()) : null,
                json.writeValueAsString(asked ? score.byDimension() : Map.of())));
        if (added) {
            events.publishEvent(new ResponseStored(wave.id()));
            return Receipt.STORED;
        }
        if (responses.contentHash(response.instanceId()).filter(sha256::equals).isEmpty()) {
            throw Problem.of(ProblemCode.INSTANCE_CHANGED, response.instanceId());
        }
        return Receipt.REPEATED;
    }

    /** The groups whose flag, an item that is named as the group's code, was calculated as 1. */
    private List<String> groups(ValidatedResponse response, Wave wave) {
        return fieldwork.groups(wave.surveyId()).stream()
                .map(NamedCode::code)
                .filter(code -> response.valueOf(code).equals("1"))
                .toList();
    }
}
