package org.suzhi.web.sampling.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.sampling.DrawnPsu;
import org.suzhi.sampling.Unit;
import org.suzhi.web.sampling.Draws;
import org.suzhi.web.sampling.StoredDraw;

@Repository
class DrawTables implements Draws {
    private static final int BATCH = 500;
    private static final String SELECT = """
            select d.id, d.wave_id, d.frame_id, d.frame_sha256, d.plan, d.seed, d.engine_version, d.sample_sha256,
                   u.display_name, d.drawn_at
            from sample_draw d join app_user u on u.id = d.drawn_by
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DrawTables(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Override
    public long add(NewDraw draw) {
        return jdbc.sql("""
                        insert into sample_draw (wave_id, frame_id, frame_sha256, plan, seed, engine_version,
                          sample_sha256, drawn_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        draw.waveId(),
                        draw.frame().id(),
                        draw.frame().fileSha256(),
                        draw.plan(),
                        draw.seed(),
                        draw.engineVersion(),
                        draw.sampleSha256(),
                        draw.drawnBy())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<StoredDraw> find(long drawId) {
        return jdbc.sql(SELECT + "where d.id = ?")
                .param(drawId)
                .query(DrawTables::draw)
                .optional();
    }

    @Override
    public List<StoredDraw> ofWave(long waveId) {
        return jdbc.sql(SELECT + "where d.wave_id = ? order by d.id desc")
                .param(waveId)
                .query(DrawTables::draw)
                .list();
    }

    private static StoredDraw draw(ResultSet row, int index) throws SQLException {
        return new StoredDraw(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }

    @Override
    public Optional<Accepted> accepted(long waveId) {
        return jdbc.sql("""
                        select a.draw_id, u.display_name, a.accepted_at
                        from accepted_draw a join app_user u on u.id = a.accepted_by where a.wave_id = ?""")
                .param(waveId)
                .query((row, i) -> new Accepted(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public boolean accept(long waveId, long drawId, long userId) {
        return jdbc.sql("""
                        insert into accepted_draw (wave_id, draw_id, accepted_by) values (?, ?, ?)
                        on conflict do nothing""").params(waveId, drawId, userId).update() > 0;
    }

    @Override
    public void describe(long waveId, String secondStage, List<DrawnPsu> sample) {
        template.batchUpdate("""
                update sampled_psu set certainty = ?, name_zh = ?, name_en = ?, latitude = ?, longitude = ?,
                  second_stage = ?
                where wave_id = ? and code = ?""", sample, BATCH, (statement, psu) -> {
            Unit unit = psu.unit();
            Unit.Place centre = unit.centre();
            statement.setBoolean(1, psu.certain());
            statement.setString(2, unit.name());
            statement.setString(3, unit.nameEn());
            statement.setObject(4, centre == null ? null : centre.latitude());
            statement.setObject(5, centre == null ? null : centre.longitude());
            statement.setString(6, secondStage);
            statement.setLong(7, waveId);
            statement.setString(8, unit.code());
        });
    }

    @Override
    public void describeCases(long waveId, List<DrawnCase> cases) {
        template.batchUpdate(
                "update survey_case set list_line = ?, kish_table = nullif(?, '') where wave_id = ? and code = ?",
                cases,
                BATCH,
                (statement, c) -> {
                    statement.setInt(1, c.line());
                    statement.setString(2, c.kishTable());
                    statement.setLong(3, waveId);
                    statement.setString(4, c.code());
                });
    }

    @Override
    public void addMembers(long waveId, List<ListCase> members) {
        template.batchUpdate("""
                insert into sampled_psu (wave_id, code, town_code, stratum, residence, inclusion_probability, population,
                  invited, second_stage, list, frames)
                values (?, ?, ?, ?, '', ?, 1, 1, 'list', ?, ?)""", members, BATCH, (statement, c) -> {
            statement.setLong(1, waveId);
            statement.setString(2, c.code());
            statement.setString(3, c.drawn().member().town());
            statement.setString(4, c.stratum());
            statement.setDouble(5, c.drawn().inclusionProbability());
            statement.setString(6, c.drawn().member().list());
            statement.setInt(7, c.drawn().frames());
        });
    }

    @Override
    public void addReserves(long waveId, List<Reserve> reserves) {
        template.batchUpdate("""
                insert into reserve_case (wave_id, code, psu_code, town_code, position, list_line, kish_table)
                values (?, ?, ?, ?, ?, ?, nullif(?, ''))""", reserves, BATCH, (statement, c) -> {
            statement.setLong(1, waveId);
            statement.setString(2, c.code());
            statement.setString(3, c.unit());
            statement.setString(4, c.town());
            statement.setInt(5, c.position());
            statement.setObject(6, c.line());
            statement.setString(7, c.kishTable());
        });
    }

    @Override
    public List<Reserve> reserves(long waveId) {
        return jdbc.sql("""
                        select code, psu_code, town_code, position, list_line, coalesce(kish_table, ''), released_at is not null
                        from reserve_case where wave_id = ? order by psu_code, position for update""")
                .param(waveId)
                .query((row, i) -> new Reserve(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getObject(5, Integer.class),
                        row.getString(6),
                        row.getBoolean(7)))
                .list();
    }

    @Override
    public void release(long waveId, List<String> codes, long userId, String reason) {
        jdbc.sql("""
                        update reserve_case set released_at = now(), released_by = :user, reason = :reason
                        where wave_id = :wave and code in (:codes)""")
                .param("user", userId)
                .param("reason", reason)
                .param("wave", waveId)
                .param("codes", codes)
                .update();
    }

    @Override
    public void invite(long waveId, String unit, int more) {
        jdbc.sql("update sampled_psu set invited = invited + ? where wave_id = ? and code = ?")
                .params(more, waveId, unit)
                .update();
    }

    @Override
    public void setProbability(long waveId, String stratum, double probability) {
        jdbc.sql(
                        "update sampled_psu set inclusion_probability = ? where wave_id = ? and stratum = ? and list is not null")
                .params(probability, waveId, stratum)
                .update();
    }
}
