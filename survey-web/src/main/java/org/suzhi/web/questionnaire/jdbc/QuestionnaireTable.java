package org.suzhi.web.questionnaire.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.questionnaire.FormMedia;
import org.suzhi.web.questionnaire.PublishedVersion;
import org.suzhi.web.questionnaire.SurveyName;

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

    public void insertMedia(long id, FormMedia file, byte[] content) {
        jdbc.sql("""
                        insert into form_media (questionnaire_version_id, name, media_type, md5, content)
                        values (?, ?, ?, ?, ?)""")
                .params(id, file.name(), file.mediaType(), file.md5(), content)
                .update();
    }

    public List<FormMedia> media(long id) {
        return jdbc.sql("select name, media_type, md5 from form_media where questionnaire_version_id = ? order by name")
                .param(id)
                .query(FormMedia.class)
                .list();
    }

    public Optional<byte[]> media(long id, String name) {
        return jdbc.sql("select content from form_media where questionnaire_version_id = ? and name = ?")
                .params(id, name)
                .query((row, i) -> row.getBytes(1))
                .optional();
    }

    public Row get(long id) {
        return jdbc.sql(
                        "select form_id, version, title, xform, scoring::text, sha256 from questionnaire_version where id = ?")
                .param(id)
                .query(Row.class)
                .single();
    }

    public boolean exists(long id) {
        return jdbc.sql("select exists (select from questionnaire_version where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    public List<SurveyName> surveys() {
        return jdbc.sql("select id, name_zh, name_en, synthetic from survey order by id")
                .query(SurveyName.class)
                .list();
    }

    public List<PublishedVersion> list() {
        return jdbc.sql("""
                        select v.id, v.form_id, v.version, v.title, v.published_at,
                               array(select w.year from wave w where w.questionnaire_version_id = v.id order by 1) waves,
                               (select count(*) from form_media m where m.questionnaire_version_id = v.id) files
                        from questionnaire_version v order by v.published_at desc, v.id desc""")
                .query((row, i) -> new PublishedVersion(
                        row.getLong("id"),
                        row.getString("form_id"),
                        row.getString("version"),
                        row.getString("title"),
                        row.getTimestamp("published_at").toInstant(),
                        List.of((Integer[]) row.getArray("waves").getArray()),
                        row.getInt("files")))
                .list();
    }
}
