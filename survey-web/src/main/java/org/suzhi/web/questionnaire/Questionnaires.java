package org.suzhi.web.questionnaire;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.questionnaire.ScoringKey;
import org.suzhi.questionnaire.XlsForm;
import org.suzhi.response.PublishedForm;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.questionnaire.jdbc.QuestionnaireTable;
import org.suzhi.web.questionnaire.jdbc.QuestionnaireTable.Row;
import tools.jackson.databind.json.JsonMapper;

/** Publishes questionnaires and keeps the compiled form of each version in memory: versions never change. */
@Service
public class Questionnaires {
    private final QuestionnaireTable table;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Map<Long, PublishedQuestionnaire> compiled = new ConcurrentHashMap<>();

    Questionnaires(QuestionnaireTable table, AuditLog audit, JsonMapper json) {
        this.table = table;
        this.audit = audit;
        this.json = json;
    }

    /** Publishes a workbook that needs no files besides. */
    @Transactional
    public long publish(long surveyId, byte[] workbook, String fileName, String version) {
        return publish(surveyId, workbook, fileName, version, Map.of());
    }

    /** Publishes a workbook as the system itself. */
    @Transactional
    public long publish(long surveyId, byte[] workbook, String fileName, String version, Map<String, byte[]> media) {
        return publish(null, surveyId, workbook, fileName, version, media);
    }

    /**
     * Publishes a workbook under a version.
     *
     * @param user who publishes it, null for the system itself
     * @param workbook an XLSForm with a {@code scoring} sheet, as .xlsx bytes
     * @param media the files that the form shows or reads, by name
     * @return the id of the new version
     * @throws org.suzhi.questionnaire.FormProblems with everything that is wrong in the workbook
     */
    @Transactional
    public long publish(
            @Nullable Long user,
            long surveyId,
            byte[] workbook,
            String fileName,
            String version,
            Map<String, byte[]> media) {
        XlsForm source = XlsForm.read(new ByteArrayInputStream(workbook), fileName);
        String xform = source.convert(version);
        PublishedForm form = PublishedForm.compile(xform, name -> Optional.ofNullable(media.get(name)));
        long id = table.insert(
                surveyId,
                form.formId(),
                version,
                form.title(),
                xform,
                json.writeValueAsString(source.scoring()),
                Sha256.hex(xform.getBytes(StandardCharsets.UTF_8)));
        media.forEach((name, content) ->
                table.insertMedia(id, new FormMedia(name, mediaType(name), Md5.hex(content)), content));
        audit.record(user, "questionnaire-published", "questionnaire_version/" + id);
        return id;
    }

    private static String mediaType(String name) {
        return MediaTypeFactory.getMediaType(name)
                .orElse(MediaType.APPLICATION_OCTET_STREAM)
                .toString();
    }

    /** The surveys that a questionnaire can be published for. */
    public List<SurveyName> surveys() {
        return table.surveys();
    }

    public Optional<PublishedQuestionnaire> find(long id) {
        return table.exists(id) ? Optional.of(get(id)) : Optional.empty();
    }

    /** Every version, the newest first. */
    public List<PublishedVersion> list() {
        return table.list();
    }

    /** The content of one of a version's files. */
    public byte[] content(long id, String name) {
        return table.media(id, name).orElseThrow();
    }

    public Optional<PublishedQuestionnaire> find(String formId, String version) {
        return table.id(formId, version).map(this::get);
    }

    public PublishedQuestionnaire get(long id) {
        return compiled.computeIfAbsent(id, this::compile);
    }

    private PublishedQuestionnaire compile(long id) {
        Row row = table.get(id);
        return new PublishedQuestionnaire(
                id,
                row.formId(),
                row.version(),
                row.title(),
                row.xform(),
                row.sha256(),
                Md5.hex(row.xform().getBytes(StandardCharsets.UTF_8)),
                PublishedForm.compile(row.xform(), name -> table.media(id, name)),
                json.readValue(row.scoring(), ScoringKey.class),
                table.media(id));
    }
}
