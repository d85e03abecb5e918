package org.suzhi.web.collection;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.HtmlUtils;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;

/** Form discovery by the OpenRosa 1.0 protocol: <a href="https://docs.getodk.org/openrosa-form-list/">…</a>. */
@RestController
class OpenRosaForms {
    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final Clock clock;

    OpenRosaForms(Fieldwork fieldwork, Questionnaires questionnaires, Clock clock) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    /** The forms of the waves that are open today. */
    @GetMapping("/openrosa/formList")
    ResponseEntity<String> list(HttpServletRequest request) {
        StringBuilder xml = new StringBuilder("<xforms xmlns=\"http://openrosa.org/xforms/xformsList\">");
        for (PublishedQuestionnaire form : open()) {
            String url = ServletUriComponentsBuilder.fromContextPath(request)
                    .path(path(form))
                    .toUriString();
            xml.append("<xform>");
            element(xml, "formID", form.formId());
            element(xml, "name", form.title());
            element(xml, "version", form.version());
            element(xml, "hash", "md5:" + md5(form.xform()));
            element(xml, "downloadUrl", url);
            xml.append("</xform>");
        }
        return answer(xml.append("</xforms>").toString());
    }

    @GetMapping("/openrosa/forms/{formId}/{version}")
    ResponseEntity<String> download(@PathVariable String formId, @PathVariable String version) {
        return questionnaires
                .find(formId, version)
                .map(form -> answer(form.xform()))
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_FORM, formId, version));
    }

    static String path(PublishedQuestionnaire form) {
        return "/openrosa/forms/" + form.formId() + "/" + form.version();
    }

    private List<PublishedQuestionnaire> open() {
        LocalDate today = LocalDate.now(clock);
        return fieldwork.survey().map(Survey::id).map(fieldwork::waves).orElse(List.of()).stream()
                .filter(wave -> wave.isOpen(today))
                .map(wave -> questionnaires.get(wave.questionnaireVersionId()))
                .toList();
    }

    private static ResponseEntity<String> answer(String xml) {
        return ResponseEntity.ok()
                .header(OpenRosaSubmission.VERSION_HEADER, "1.0")
                .contentType(XML)
                .body(xml);
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<').append(name).append('>');
        xml.append(HtmlUtils.htmlEscapeDecimal(text, "UTF-8"));
        xml.append("</").append(name).append('>');
    }

    /** The protocol's own fingerprint of a form; nothing rests on its strength. */
    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
