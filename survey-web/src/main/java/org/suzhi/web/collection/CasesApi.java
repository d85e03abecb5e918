package org.suzhi.web.collection;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suzhi.response.Wording;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.CaseStatus;
import org.suzhi.web.fieldwork.CaseWork;
import org.suzhi.web.fieldwork.ContactAttempt;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.SurveyCase;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;

/** The signed-in surveyor's own cases, and what became of the visits to them. */
@RestController
@RequestMapping("/api/v1/collect")
class CasesApi {
    private final CaseWork cases;
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final MessageSource messages;
    private final Clock clock;
    private final String psuItem;

    CasesApi(
            CaseWork cases,
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            MessageSource messages,
            Clock clock,
            @Value("${suzhi.headline.psu}") String psuItem) {
        this.cases = cases;
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.messages = messages;
        this.clock = clock;
        this.psuItem = psuItem;
    }

    /** A case as the phone shows it. */
    record CaseJson(
            String code,
            int year,
            String formId,
            String version,
            String town,
            String townName,
            String psu,
            String psuName,
            String address,
            String contactName,
            String contactPhone,
            CaseStatus status,
            int attempts,
            @Nullable String lastOutcome) {}

    /** An outcome of a visit by its AAPOR code. */
    record OutcomeJson(String code, String name) {}

    record AttemptJson(
            @Nullable String id,
            @Nullable String at,
            @Nullable String outcome,
            @Nullable String note) {
        ContactAttempt attempt() {
            try {
                return new ContactAttempt(
                        UUID.fromString(Objects.requireNonNull(id)),
                        instant(),
                        Objects.requireNonNull(outcome),
                        text(),
                        null);
            } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
                throw Problem.of(ProblemCode.BAD_REQUEST);
            }
        }

        private Instant instant() {
            return OffsetDateTime.parse(Objects.requireNonNull(at)).toInstant();
        }

        private String text() {
            return note == null ? "" : note.strip();
        }
    }

    @GetMapping("/cases")
    List<CaseJson> cases(@AuthenticationPrincipal SignedIn user, Locale locale) {
        Map<Long, Wave> waves = fieldwork.openOn(LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(Wave::id, Function.identity()));
        Map<Long, Map<String, String>> towns = waves.values().stream()
                .map(Wave::surveyId)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), survey -> townNames(survey, locale)));
        return cases.assignedTo(user, List.copyOf(waves.keySet())).stream()
                .map(c -> {
                    Wave wave = Objects.requireNonNull(waves.get(c.waveId()));
                    return json(c, wave, Objects.requireNonNull(towns.get(wave.surveyId())), locale);
                })
                .toList();
    }

    private Map<String, String> townNames(long survey, Locale locale) {
        return fieldwork.towns(survey).stream().collect(Collectors.toMap(NamedCode::code, town -> town.name(locale)));
    }

    private CaseJson json(SurveyCase c, Wave wave, Map<String, String> towns, Locale locale) {
        PublishedQuestionnaire form = questionnaires.get(wave.questionnaireVersionId());
        Wording psu = form.choices(psuItem).getOrDefault(c.psuCode(), Wording.NONE);
        SurveyCase.Contact contact = Objects.requireNonNull(c.contact());
        return new CaseJson(
                c.code(),
                wave.year(),
                form.formId(),
                form.version(),
                c.townCode(),
                towns.getOrDefault(c.townCode(), c.townCode()),
                c.psuCode(),
                psu.isEmpty() ? c.psuCode() : psu.in(locale),
                contact.address(),
                contact.name(),
                contact.phone(),
                c.status(),
                c.attempts(),
                c.lastOutcome());
    }

    /** What a visit can end with, in the request's language. */
    @GetMapping("/outcomes")
    List<OutcomeJson> outcomes(Locale locale) {
        return Outcome.ofVisits().stream()
                .map(o -> new OutcomeJson(o.code(), messages.getMessage(o.key(), null, locale)))
                .toList();
    }

    /** Records a visit or call; the same again is answered 200 in place of 201 and changes nothing. */
    @PostMapping(path = "/cases/{code}/attempts", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> attempt(
            @PathVariable String code, @RequestBody AttemptJson attempt, @AuthenticationPrincipal SignedIn user) {
        boolean added = cases.attempt(user, code, attempt.attempt());
        return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK).build();
    }
}
