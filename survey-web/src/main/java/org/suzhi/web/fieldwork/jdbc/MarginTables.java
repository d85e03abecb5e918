package org.suzhi.web.fieldwork.jdbc;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.fieldwork.MarginVersion;
import org.suzhi.web.fieldwork.MarginVersions;

@Repository
class MarginTables implements MarginVersions {
    private static final String SELECT = """
            select v.id, v.wave_id, v.number, v.file_name, v.file_sha256, v.note, u.display_name, v.imported_at,
                   i.version_id is not null
            from margin_version v
            left join app_user u on u.id = v.imported_by
            left join margin_in_use i on i.version_id = v.id
            """;

    private static final RowMapper<MarginVersion> VERSION = (row, i) -> new MarginVersion(
            row.getLong(1),
            row.getLong(2),
            row.getInt(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getObject(8, OffsetDateTime.class).toInstant(),
            row.getBoolean(9));

    private final JdbcClient jdbc;

    MarginTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public long add(long waveId, Origin origin, List<MarginCell> cells, @Nullable Long importedBy) {
        // Two imports at once would take the same number.
        jdbc.sql("select id from wave where id = ? for update")
                .param(waveId)
                .query(Long.class)
                .single();
        long version = jdbc.sql("""
                        insert into margin_version (wave_id, number, file_name, file_sha256, note, imported_by)
                        values (:wave, 1 + (select count(*) from margin_version where wave_id = :wave),
                                :file, :sha256, :note, :by) returning id""")
                .param("wave", waveId)
                .param("file", origin.fileName())
                .param("sha256", origin.fileSha256())
                .param("note", origin.note())
                .param("by", importedBy)
                .query(Long.class)
                .single();
        for (MarginCell cell : cells) {
            jdbc.sql("""
                            insert into margin (version_id, variables, levels, total, source, as_of, synthetic)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            version,
                            cell.variables().toArray(String[]::new),
                            cell.levels().toArray(String[]::new),
                            cell.total(),
                            cell.source(),
                            cell.asOf(),
                            cell.synthetic())
                    .update();
        }
        jdbc.sql("""
                        insert into margin_in_use (wave_id, version_id, chosen_by) values (:wave, :version, :by)
                        on conflict (wave_id) do nothing""")
                .param("wave", waveId)
                .param("version", version)
                .param("by", importedBy)
                .update();
        return version;
    }

    @Override
    public List<MarginVersion> of(long waveId) {
        return jdbc.sql(SELECT + "where v.wave_id = ? order by v.number desc")
                .param(waveId)
                .query(VERSION)
                .list();
    }

    @Override
    public Optional<MarginVersion> find(long versionId) {
        return jdbc.sql(SELECT + "where v.id = ?")
                .param(versionId)
                .query(VERSION)
                .optional();
    }

    @Override
    public List<MarginCell> cells(long versionId) {
        return jdbc.sql("""
                        select variables, levels, total, source, as_of, synthetic
                        from margin where version_id = ? order by id""")
                .param(versionId)
                .query((row, i) -> new MarginCell(
                        List.of((String[]) row.getArray(1).getArray()),
                        List.of((String[]) row.getArray(2).getArray()),
                        row.getDouble(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getBoolean(6)))
                .list();
    }

    @Override
    public Set<String> variables(long waveId) {
        return new LinkedHashSet<>(
                jdbc.sql("""
                        select distinct unnest(m.variables)
                        from margin m join margin_version v on v.id = m.version_id where v.wave_id = ?""").param(waveId).query(String.class).list());
    }

    @Override
    public void use(long waveId, long versionId, @Nullable Long chosenBy) {
        jdbc.sql("""
                        insert into margin_in_use (wave_id, version_id, chosen_by) values (:wave, :version, :by)
                        on conflict (wave_id) do update
                        set version_id = excluded.version_id, chosen_by = excluded.chosen_by, chosen_at = now()""")
                .param("wave", waveId)
                .param("version", versionId)
                .param("by", chosenBy)
                .update();
    }
}
