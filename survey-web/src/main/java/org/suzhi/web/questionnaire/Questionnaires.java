package org.suzhi.web.questionnaire;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    /**
     * Publishes a workbook under a version.
     *
     * @param workbook an XLSForm with a {@code scoring} sheet, as .xlsx bytes
     * @return the id of the new version
     * @throws org.suzhi.questionnaire.FormProblems with everything that is wrong in the workbook
     */
    @Transactional
    public long publish(long surveyId, byte[] workbook, String fileName, String version) {
        XlsForm source = XlsForm.read(new ByteArrayInputStream(workbook), fileName);
        String xform = source.convert(version);
        PublishedForm form = PublishedForm.compile(xform);
        long id = table.insert(
                surveyId,
                form.formId(),
                version,
                form.title(),
                xform,
                json.writeValueAsString(source.scoring()),
                Sha256.hex(xform.getBytes(StandardCharsets.UTF_8)));
        audit.record(null, "questionnaire-published", "questionnaire_version/" + id);
        return id;
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
                PublishedForm.compile(row.xform()),
                json.readValue(row.scoring(), ScoringKey.class));
    }
}
