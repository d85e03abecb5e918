package org.suzhi.web.report.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.questionnaire.Sha256;
import org.suzhi.web.report.ReportTemplate;

/** The uploaded templates: only added to; the newest of a language counts, one without content stands for none. */
@Repository
public class TemplateTable {
    private final JdbcClient jdbc;

    TemplateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a template; empty bytes bring the built-in one back. */
    public void add(String language, String name, byte[] content, long user, Instant at) {
        jdbc.sql("""
                        insert into report_template (language, name, content, sha256, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(language, name, content, Sha256.hex(content), user, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The template in use; empty where the built-in one is. */
    public Optional<ReportTemplate> newest(String language) {
        return jdbc.sql("""
                        select t.name, t.sha256, u.display_name, t.uploaded_at
                        from report_template t join app_user u on u.id = t.uploaded_by
                        where t.id = (select max(id) from report_template where language = ?) and t.content <> ''""")
                .param(language)
                .query((row, i) -> new ReportTemplate(
                        language,
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The bytes of the template in use; empty where the built-in one is. */
    public Optional<byte[]> content(String language) {
        return jdbc.sql("select content from report_template where language = ? order by id desc limit 1")
                .param(language)
                .query((row, i) -> row.getBytes(1))
                .optional()
                .filter(content -> content.length > 0);
    }
}
