package org.suzhi.web.collection.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.collection.ResponseLoad;
import org.suzhi.web.collection.ResponseLoads;

@Repository
class LoadTables implements ResponseLoads {
    private static final String SELECT = """
            select l.id, l.file_name, l.total, l.accepted, l.repeated, l.refused, u.display_name, l.started_at, l.finished_at
            from response_load l join app_user u on u.id = l.loaded_by
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    LoadTables(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Override
    public long start(String fileName, String fileSha256, int total, long user) {
        return jdbc.sql("""
                        insert into response_load (file_name, file_sha256, total, loaded_by)
                        values (?, ?, ?, ?) returning id""")
                .params(fileName, fileSha256, total, user)
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional
    public void progress(long load, int accepted, int repeated, int refused, List<ResponseLoad.Refusal> more) {
        jdbc.sql("update response_load set accepted = ?, repeated = ?, refused = ? where id = ?")
                .params(accepted, repeated, refused, load)
                .update();
        int[] position = {refused - more.size()};
        template.batchUpdate(
                "insert into response_load_refusal (load_id, position, entry, code, reason) values (?, ?, ?, ?, ?)",
                more,
                500,
                (statement, refusal) -> {
                    statement.setLong(1, load);
                    statement.setInt(2, ++position[0]);
                    statement.setString(3, refusal.entry());
                    statement.setString(4, refusal.code());
                    statement.setString(5, refusal.reason());
                });
    }

    @Override
    public void finish(long load) {
        jdbc.sql("update response_load set finished_at = now() where id = ?")
                .param(load)
                .update();
    }

    @Override
    public Optional<ResponseLoad> find(long load) {
        return jdbc.sql(SELECT + "where l.id = ?")
                .param(load)
                .query(LoadTables::load)
                .optional();
    }

    @Override
    public List<ResponseLoad> newest(int most) {
        return jdbc.sql(SELECT + "order by l.id desc limit ?")
                .param(most)
                .query(LoadTables::load)
                .list();
    }

    private static ResponseLoad load(ResultSet row, int index) throws SQLException {
        OffsetDateTime finished = row.getObject(9, OffsetDateTime.class);
        return new ResponseLoad(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    @Override
    public List<ResponseLoad.Refusal> refusals(long load, int most) {
        return jdbc.sql("""
                        select entry, code, reason from response_load_refusal
                        where load_id = ? order by position limit ?""")
                .params(load, most)
                .query(ResponseLoad.Refusal.class)
                .list();
    }
}
