package org.suzhi.web.sampling.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.sampling.Unit;
import org.suzhi.web.sampling.Frames;
import org.suzhi.web.sampling.StoredFrame;

@Repository
class FrameTables implements Frames {
    private static final String SELECT = """
            select f.id, f.wave_id, f.file_name, f.file_sha256, f.source, f.as_of, f.synthetic, u.display_name, f.imported_at
            from frame f join app_user u on u.id = f.imported_by
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    FrameTables(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Override
    @Transactional
    public long add(long waveId, Origin origin, List<Unit> units, long importedBy) {
        long frame = jdbc.sql("""
                        insert into frame (wave_id, file_name, file_sha256, source, as_of, synthetic, imported_by)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        waveId,
                        origin.fileName(),
                        origin.fileSha256(),
                        origin.source(),
                        origin.asOf(),
                        origin.synthetic(),
                        importedBy)
                .query(Long.class)
                .single();
        int[] position = {0};
        template.batchUpdate("""
                insert into frame_unit (frame_id, position, code, name_zh, name_en, town_code, stratum, residence, size,
                  latitude, longitude, households)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", units, 500, (statement, u) -> {
            statement.setLong(1, frame);
            statement.setInt(2, position[0]++);
            statement.setString(3, u.code());
            statement.setString(4, u.name());
            statement.setString(5, u.nameEn());
            statement.setString(6, u.town());
            statement.setString(7, u.stratum());
            statement.setString(8, u.residence());
            statement.setInt(9, u.size());
            Unit.Place centre = u.centre();
            statement.setObject(10, centre == null ? null : centre.latitude());
            statement.setObject(11, centre == null ? null : centre.longitude());
            statement.setInt(12, u.households());
        });
        return frame;
    }

    @Override
    public Optional<StoredFrame> newest(long waveId) {
        return jdbc.sql(SELECT + "where f.wave_id = ? order by f.id desc limit 1")
                .param(waveId)
                .query(FrameTables::frame)
                .optional();
    }

    @Override
    public Optional<StoredFrame> find(long frameId) {
        return jdbc.sql(SELECT + "where f.id = ?")
                .param(frameId)
                .query(FrameTables::frame)
                .optional();
    }

    static StoredFrame frame(ResultSet row, int index) throws SQLException {
        return new StoredFrame(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getBoolean(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }

    @Override
    public List<Unit> units(long frameId) {
        return jdbc.sql("""
                        select code, name_zh, name_en, town_code, stratum, residence, size, households, latitude, longitude
                        from frame_unit where frame_id = ? order by position""")
                .param(frameId)
                .query((row, i) -> new Unit(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getObject(9) == null ? null : new Unit.Place(row.getDouble(9), row.getDouble(10))))
                .list();
    }
}
