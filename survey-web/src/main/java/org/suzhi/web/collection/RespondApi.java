package org.suzhi.web.collection;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartRequest;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Links;
import org.suzhi.web.fieldwork.RespondentLink;
import org.suzhi.web.fieldwork.StatutoryLabels;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;

/** A respondent's own way in: one link, one form, one response, no account. */
@RestController
@RequestMapping("/api/v1/respond/{token}")
class RespondApi {
    private final Links links;
    private final UnknownLinks unknown;
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final OpenRosaSubmission submission;
    private final Clock clock;

    RespondApi(
            Links links,
            UnknownLinks unknown,
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            OpenRosaSubmission submission,
            Clock clock) {
        this.links = links;
        this.unknown = unknown;
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.submission = submission;
        this.clock = clock;
    }

    /**
     * What the link opens.
     *
     * @param title of the survey, in both languages; like all else absent where the link is unknown
     * @param state open, used, expired or unknown
     */
    record LinkJson(
            @Nullable Map<String, String> title,
            @Nullable String formId,
            @Nullable String version,
            @Nullable String formUrl,
            String state,
            String language,
            @Nullable StatutoryLabels labels,
            boolean synthetic) {}

    @GetMapping
    ResponseEntity<LinkJson> link(@PathVariable String token, HttpServletRequest request, Locale locale) {
        String language = locale.getLanguage().equals("zh") ? "zh-CN" : "en";
        LinkJson json = find(token, request)
                .map(link -> json(link, token, language))
                .orElseGet(() -> new LinkJson(null, null, null, null, "unknown", language, null, false));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json);
    }

    private LinkJson json(RespondentLink link, String token, String language) {
        Wave wave = wave(link);
        Optional<Survey> survey = fieldwork.survey().filter(s -> s.id() == wave.surveyId());
        PublishedQuestionnaire form = questionnaires.get(wave.questionnaireVersionId());
        return new LinkJson(
                survey.map(s -> Map.of("zh-CN", s.nameZh(), "en", s.nameEn()))
                        .orElseGet(() -> Map.of("zh-CN", form.title(), "en", form.title())),
                form.formId(),
                form.version(),
                path(token),
                state(link).code(),
                language,
                wave.labels(),
                survey.map(Survey::synthetic).orElse(false));
    }

    @GetMapping("/form")
    ResponseEntity<String> form(@PathVariable String token, HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(OpenRosaXml.TYPE)
                .body(openForm(token, request).xform());
    }

    /** The files that the form needs besides. */
    @GetMapping("/form/manifest")
    ResponseEntity<String> manifest(@PathVariable String token, HttpServletRequest request) {
        return OpenRosaForms.manifest(openForm(token, request), path(token), request);
    }

    @GetMapping("/form/media/{name}")
    ResponseEntity<byte[]> media(@PathVariable String token, @PathVariable String name, HttpServletRequest request) {
        return OpenRosaForms.media(questionnaires, openForm(token, request), name);
    }

    private static String path(String token) {
        return "/api/v1/respond/" + token + "/form";
    }

    private PublishedQuestionnaire openForm(String token, HttpServletRequest request) {
        RespondentLink link = known(token, request);
        RespondentLink.State state = state(link);
        if (state != RespondentLink.State.OPEN) {
            throw state.problem();
        }
        return questionnaires.get(wave(link).questionnaireVersionId());
    }

    /** As the OpenRosa submission; the first response that is accepted uses the link up, its repeats are harmless. */
    @PostMapping(path = "/submission", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<String> submit(
            @PathVariable String token,
            @RequestHeader(name = OpenRosaHeaders.VERSION, required = false) @Nullable String protocol,
            MultipartRequest body,
            HttpServletRequest request,
            Locale locale) {
        RespondentLink link = known(token, request);
        return submission.take(protocol, body, new Sender(null, false, Mode.WEB), CaseClaim.of(link), locale);
    }

    private RespondentLink.State state(RespondentLink link) {
        LocalDate today = LocalDate.now(clock);
        RespondentLink.State state = link.state(today);
        return state == RespondentLink.State.OPEN && !wave(link).collects(today) ? RespondentLink.State.EXPIRED : state;
    }

    private Wave wave(RespondentLink link) {
        return fieldwork.wave(link.waveId()).orElseThrow();
    }

    private RespondentLink known(String token, HttpServletRequest request) {
        return find(token, request).orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_LINK));
    }

    private Optional<RespondentLink> find(String token, HttpServletRequest request) {
        unknown.refuseBarred(request.getRemoteAddr());
        Optional<RespondentLink> link = links.find(token);
        if (link.isEmpty()) {
            unknown.unknown(request.getRemoteAddr());
        }
        return link;
    }
}
