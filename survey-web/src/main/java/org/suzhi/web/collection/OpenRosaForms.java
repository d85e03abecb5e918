package org.suzhi.web.collection;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.suzhi.web.account.KeyedAddress;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.questionnaire.FormMedia;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;

/** Form discovery by the OpenRosa 1.0 protocol: <a href="https://docs.getodk.org/openrosa-form-list/">…</a>. */
@RestController
class OpenRosaForms {
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final Clock clock;

    OpenRosaForms(Fieldwork fieldwork, Questionnaires questionnaires, Clock clock) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    /**
     * The forms of the waves that are open today.
     *
     * @param formId only this form
     * @param verbose with a description of each
     */
    @GetMapping("/openrosa/formList")
    ResponseEntity<String> list(
            @RequestParam(name = "formID", required = false) @Nullable String formId,
            @RequestParam(defaultValue = "false") boolean verbose,
            HttpServletRequest request) {
        OpenRosaXml xml = new OpenRosaXml().openRoot("xforms", "http://openrosa.org/xforms/xformsList");
        for (PublishedQuestionnaire form : open()) {
            if (formId == null || formId.equals(form.formId())) {
                add(xml, form, verbose, request);
            }
        }
        return answer(xml.close("xforms").toString());
    }

    private static void add(OpenRosaXml xml, PublishedQuestionnaire form, boolean verbose, HttpServletRequest request) {
        xml.open("xform")
                .element("formID", form.formId())
                .element("name", form.title())
                .element("version", form.version())
                .element("hash", "md5:" + form.md5());
        if (verbose) {
            xml.element("descriptionText", form.title() + " " + form.version());
        }
        xml.element("downloadUrl", url(request, path(form)));
        if (!form.media().isEmpty()) {
            xml.element("manifestUrl", url(request, path(form) + "/manifest"));
        }
        xml.close("xform");
    }

    @GetMapping("/openrosa/forms/{formId}/{version}")
    ResponseEntity<String> download(@PathVariable String formId, @PathVariable String version) {
        return answer(form(formId, version).xform());
    }

    /** The files that the form needs besides; none is an empty list. */
    @GetMapping("/openrosa/forms/{formId}/{version}/manifest")
    ResponseEntity<String> manifest(
            @PathVariable String formId, @PathVariable String version, HttpServletRequest request) {
        PublishedQuestionnaire form = form(formId, version);
        return manifest(form, path(form), request);
    }

    /** The manifest of a form whose files lie below the path. */
    static ResponseEntity<String> manifest(PublishedQuestionnaire form, String path, HttpServletRequest request) {
        OpenRosaXml xml = new OpenRosaXml().openRoot("manifest", "http://openrosa.org/xforms/xformsManifest");
        for (FormMedia file : form.media()) {
            xml.open("mediaFile")
                    .element("filename", file.name())
                    .element("hash", "md5:" + file.md5())
                    .element("downloadUrl", url(request, path + "/media/" + file.name()))
                    .close("mediaFile");
        }
        return answer(xml.close("manifest").toString());
    }

    @GetMapping("/openrosa/forms/{formId}/{version}/media/{name}")
    ResponseEntity<byte[]> media(@PathVariable String formId, @PathVariable String version, @PathVariable String name) {
        return media(questionnaires, form(formId, version), name);
    }

    static ResponseEntity<byte[]> media(Questionnaires questionnaires, PublishedQuestionnaire form, String name) {
        FormMedia file = form.media().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, name));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .eTag(file.md5())
                .body(questionnaires.content(form.id(), name));
    }

    static String path(PublishedQuestionnaire form) {
        return "/openrosa/forms/" + form.formId() + "/" + form.version();
    }

    private PublishedQuestionnaire form(String formId, String version) {
        return questionnaires
                .find(formId, version)
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_FORM, formId, version));
    }

    private List<PublishedQuestionnaire> open() {
        return fieldwork.openOn(LocalDate.now(clock)).stream()
                .map(wave -> questionnaires.get(wave.questionnaireVersionId()))
                .toList();
    }

    /** A link that brings the phone back the way it came, by its key where it has one. */
    private static String url(HttpServletRequest request, String path) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path(KeyedAddress.front(request) + path)
                .build()
                .encode()
                .toUriString();
    }

    private static ResponseEntity<String> answer(String xml) {
        return ResponseEntity.ok().contentType(OpenRosaXml.TYPE).body(xml);
    }
}
