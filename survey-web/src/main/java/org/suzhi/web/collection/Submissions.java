package org.suzhi.web.collection;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.suzhi.questionnaire.AnswerSource;
import org.suzhi.questionnaire.ScoringKey.Score;
import org.suzhi.questionnaire.logic.MalformedXml;
import org.suzhi.response.Answer;
import org.suzhi.response.SubmissionCheck;
import org.suzhi.response.SubmittedXml;
import org.suzhi.response.ValidatedResponse;
import org.suzhi.web.collection.RememberedWaves.GroupedWave;
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
        REPEATED,
        /** Further files of a response that was there. */
        FILES_ADDED,
        /** A correction, stored as a new revision of the response. */
        CORRECTED;

        /** As written in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean changesAnswers() {
            return this == STORED || this == CORRECTED;
        }
    }

    private final Questionnaires questionnaires;
    private final RememberedWaves waves;
    private final AnsweredCases answered;
    private final Intake intake;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    Submissions(
            Questionnaires questionnaires,
            RememberedWaves waves,
            AnsweredCases answered,
            Intake intake,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.waves = waves;
        this.answered = answered;
        this.intake = intake;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** Receives one submission that says nothing of its case besides its answers. */
    public Receipt receive(byte[] xml, List<SentFile> files, Sender sender, Instant at, Locale locale) {
        return receive(xml, files, sender, CaseClaim.NONE, at, locale);
    }

    /**
     * Receives one submission.
     *
     * @param xml XForm instance XML
     * @param files that came with it; those that no answer names are left out
     * @param at when it was given: decides whether its wave is open
     * @param locale language of the findings
     * @throws Problem when it is refused; nothing is stored then
     */
    public Receipt receive(
            byte[] xml, List<SentFile> files, Sender sender, CaseClaim claim, Instant at, Locale locale) {
        SubmittedXml submitted = read(xml);
        PublishedQuestionnaire questionnaire = questionnaires
                .find(submitted.formId(), submitted.version())
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_FORM, submitted.formId(), submitted.version()));
        GroupedWave wave = open(questionnaire, LocalDate.ofInstant(at, clock.getZone()));
        SubmissionCheck check = questionnaire.form().check(submitted, Clock.fixed(at, clock.getZone()));
        if (check instanceof SubmissionCheck.Refused refused) {
            throw Problem.of(
                    ProblemCode.INVALID_RESPONSE,
                    refused.findings().stream()
                            .map(f -> FindingJson.of(f, locale))
                            .toList());
        }
        ValidatedResponse response = ((SubmissionCheck.Accepted) check).response();
        Map<String, String> answers = byName(response);
        @Nullable
        Long caseId = response.deprecatedId().isPresent()
                ? null
                : answered.of(response.instanceId(), answers, wave.wave(), sender, claim);
        Receipt receipt = intake.take(
                scored(response, answers, questionnaire, wave, xml, sender, caseId, claim),
                response.deprecatedId(),
                files,
                sender);
        if (receipt.changesAnswers()) {
            events.publishEvent(new ResponseStored(wave.wave().id()));
        }
        return receipt;
    }

    /** Receives one submission without files from a sender who corrects nothing. */
    public Receipt receive(byte[] xml, Mode mode, @Nullable Long user, Instant at, Locale locale) {
        return receive(xml, List.of(), new Sender(user, false, mode), at, locale);
    }

    private GroupedWave open(PublishedQuestionnaire questionnaire, LocalDate day) {
        GroupedWave wave = waves.of(questionnaire.id())
                .filter(w -> w.wave().isOpen(day))
                .orElseThrow(() -> Problem.of(ProblemCode.WAVE_CLOSED, questionnaire.version()));
        if (!wave.wave().labels().isValid(day)) {
            throw Problem.of(
                    ProblemCode.LABEL_EXPIRED,
                    questionnaire.version(),
                    String.valueOf(wave.wave().labels().validUntil()));
        }
        return wave;
    }

    private static SubmittedXml read(byte[] xml) {
        try {
            return SubmittedXml.read(xml);
        } catch (MalformedXml e) {
            throw Problem.malformed(e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private NewResponse scored(
            ValidatedResponse response,
            Map<String, String> byName,
            PublishedQuestionnaire questionnaire,
            GroupedWave wave,
            byte[] xml,
            Sender sender,
            @Nullable Long caseId,
            CaseClaim claim) {
        AnswerSource answers = name -> byName.getOrDefault(name, "");
        Score score = questionnaire.scoring().score(answers);
        boolean asked = questionnaire.scoring().items().stream()
                .anyMatch(i -> !answers.valueOf(i.item()).isEmpty());
        return new NewResponse(
                response.instanceId(),
                wave.wave().id(),
                questionnaire.id(),
                sender.mode(),
                sender.user(),
                response.xml(),
                Sha256.hex(xml),
                json.writeValueAsString(AnswerJson.of(response.answers())),
                groups(answers, wave),
                asked ? BigDecimal.valueOf(score.total()) : null,
                json.writeValueAsString(asked ? score.byDimension() : Map.of()),
                caseId,
                claim.linkId(),
                files(response));
    }

    /** The answers by the names of their items, the first where a name is used twice: read once, asked for many times. */
    private static Map<String, String> byName(ValidatedResponse response) {
        Map<String, String> byName = new HashMap<>();
        response.answers()
                .forEach(
                        (path, answer) -> byName.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), answer.text()));
        return byName;
    }

    /** The names of the files that answers name. */
    private static Set<String> files(ValidatedResponse response) {
        return response.answers().values().stream()
                .filter(Answer.Attachment.class::isInstance)
                .map(Answer::text)
                .collect(Collectors.toSet());
    }

    /** The groups whose flag, an item that is named as the group's code, was calculated as 1. */
    private static List<String> groups(AnswerSource answers, GroupedWave wave) {
        return wave.groups().stream()
                .filter(code -> answers.valueOf(code).equals("1"))
                .toList();
    }
}
