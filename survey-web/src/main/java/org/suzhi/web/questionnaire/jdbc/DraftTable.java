package org.suzhi.web.questionnaire.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.questionnaire.Draft;

/** Workbooks that are not published yet, as stored; each is gone a day after it came. */
@Repository
public class DraftTable {
    private final JdbcClient jdbc;

    DraftTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(long user, String fileName, byte[] workbook) {
        jdbc.sql("delete from questionnaire_draft where created_at < now() - interval '1 day'")
                .update();
        return jdbc.sql("""
                        insert into questionnaire_draft (created_by, file_name, workbook) values (?, ?, ?)
                        returning id""").params(user, fileName, workbook).query(Long.class).single();
    }

    /** Adds a file, in the place of one of the same name. */
    public void putMedia(long id, String name, byte[] content) {
        jdbc.sql("""
                        insert into draft_media (questionnaire_draft_id, name, content) values (?, ?, ?)
                        on conflict (questionnaire_draft_id, name) do update set content = excluded.content""").params(id, name, content).update();
    }

    public Optional<Draft> find(long id, long user) {
        Map<String, byte[]> media = new LinkedHashMap<>();
        jdbc.sql("select name, content from draft_media where questionnaire_draft_id = ? order by name")
                .param(id)
                .query((row, i) -> Map.entry(row.getString(1), row.getBytes(2)))
                .list()
                .forEach(file -> media.put(file.getKey(), file.getValue()));
        return jdbc.sql("select file_name, workbook from questionnaire_draft where id = ? and created_by = ?")
                .params(id, user)
                .query((row, i) -> new Draft(id, row.getString(1), row.getBytes(2), media))
                .optional();
    }

    public void delete(long id) {
        jdbc.sql("delete from questionnaire_draft where id = ?").param(id).update();
    }
}
