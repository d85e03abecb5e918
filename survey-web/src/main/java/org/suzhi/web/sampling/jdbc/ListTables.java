package org.suzhi.web.sampling.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.sampling.ListMember;
import org.suzhi.web.sampling.Frames;
import org.suzhi.web.sampling.ListFrames;
import org.suzhi.web.sampling.StoredList;

@Repository
class ListTables implements ListFrames {
    private static final String SELECT = """
            select l.id, l.wave_id, l.file_name, l.file_sha256, l.source, l.as_of, l.synthetic, u.display_name,
                   l.imported_at, l.group_code
            from list_frame l join app_user u on u.id = l.imported_by
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ListTables(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Override
    @Transactional
    public long add(long waveId, String group, Frames.Origin origin, List<ListMember> members, long importedBy) {
        long list = jdbc.sql("""
                        insert into list_frame (wave_id, group_code, file_name, file_sha256, source, as_of, synthetic,
                          imported_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        waveId,
                        group,
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
                insert into list_member (list_id, position, member, stratum, unit_code, town_code, in_areas)
                values (?, ?, ?, ?, ?, ?, ?)""", members, 500, (statement, m) -> {
            statement.setLong(1, list);
            statement.setInt(2, position[0]++);
            statement.setString(3, m.member());
            statement.setString(4, m.stratum());
            statement.setString(5, m.unit());
            statement.setString(6, m.town());
            statement.setBoolean(7, m.inAreas());
        });
        return list;
    }

    @Override
    public List<StoredList> newest(long waveId) {
        return jdbc.sql(SELECT + """
                        where l.id in (select max(id) from list_frame where wave_id = ? group by group_code)
                        order by l.group_code""").param(waveId).query(ListTables::list).list();
    }

    @Override
    public List<StoredList> ofDraw(long drawId) {
        return jdbc.sql(SELECT
                        + "join sample_draw_list d on d.list_id = l.id where d.draw_id = ? order by l.group_code")
                .param(drawId)
                .query(ListTables::list)
                .list();
    }

    @Override
    public void used(long drawId, List<StoredList> lists) {
        lists.forEach(list -> jdbc.sql("insert into sample_draw_list (draw_id, list_id) values (?, ?)")
                .params(drawId, list.file().id())
                .update());
    }

    private static StoredList list(ResultSet row, int index) throws SQLException {
        return new StoredList(row.getString(10), FrameTables.frame(row, index));
    }

    @Override
    public List<ListMember> members(StoredList list) {
        return jdbc.sql("""
                        select member, stratum, unit_code, town_code, in_areas
                        from list_member where list_id = ? order by position""")
                .param(list.file().id())
                .query((row, i) -> new ListMember(
                        list.group(),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5)))
                .list();
    }
}
