package org.suzhi.web.questionnaire.jdbc;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The published versions as stored. */
@Repository
public class QuestionnaireTable {
    private record Name(String formId, String version) {}

    public record Row(String formId, String version, String title, String xform, String scoring, String sha256) {}

    private final JdbcClient jdbc;
    /** A name once given to a version stays its own, so it is looked up once. */
    private final Map<Name, Long> ids = new ConcurrentHashMap<>();

    QuestionnaireTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(
            long surveyId, String formId, String version, String title, String xform, String scoring, String sha256) {
        return jdbc.sql("""
                        insert into questionnaire_version (survey_id, form_id, version, title, xform, scoring, sha256)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?) returning id""")
                .params(surveyId, formId, version, title, xform, scoring, sha256)
                .query(Long.class)
                .single();
    }

    public Optional<Long> id(String formId, String version) {
        Name name = new Name(formId, version);
        Long known = ids.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Long> found = jdbc.sql("select id from questionnaire_version where form_id = ? and version = ?")
                .params(formId, version)
                .query(Long.class)
                .optional();
        found.ifPresent(id -> ids.put(name, id));
        return found;
    }

    public Row get(long id) {
        return jdbc.sql(
                        "select form_id, version, title, xform, scoring::text, sha256 from questionnaire_version where id = ?")
                .param(id)
                .query(Row.class)
                .single();
    }
}
