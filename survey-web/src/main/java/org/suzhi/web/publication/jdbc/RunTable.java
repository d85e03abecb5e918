package org.suzhi.web.publication.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.publication.AnalysisRun;
import org.suzhi.web.publication.Runs;

@Repository
class RunTable implements Runs {
    private static final String SELECT = """
            select r.id, r.kind, r.waves, r.title, r.specification, r.result::text, r.extract_rows, r.extract_sha256,
                   r.received, r.unweighted, r.incomplete, r.engine_version, r.created_at, r.created_by, u.display_name
            from analysis_run r left join app_user u on u.id = r.created_by
            """;

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public AnalysisRun add(AnalysisRun run) {
        AnalysisRun.@Nullable Author author = run.author();
        long id = jdbc.sql("""
                        insert into analysis_run
                          (wave_id, kind, waves, title, specification, result, extract_rows, extract_sha256, received,
                           unweighted, incomplete, engine_version, created_at, created_by)
                        values (:wave, :kind, :waves, :title, :specification, :result::json, :rows, :sha256, :received,
                                :unweighted, :incomplete, :engine, :at, :author)
                        returning id""")
                .param("wave", run.wave())
                .param("kind", run.kind().name())
                .param("waves", run.waves().toArray(Long[]::new))
                .param("title", run.title())
                .param("specification", run.specification())
                .param("result", run.result())
                .param("rows", run.rows())
                .param("sha256", run.extractSha256())
                .param("received", run.received())
                .param("unweighted", run.unweighted())
                .param("incomplete", run.incomplete())
                .param("engine", run.engineVersion())
                .param("at", run.createdAt().atOffset(ZoneOffset.UTC))
                .param("author", author == null ? null : author.id())
                .query(Long.class)
                .single();
        return find(id).orElseThrow();
    }

    @Override
    public Optional<AnalysisRun> find(long id) {
        return jdbc.sql(SELECT + "where r.id = ?")
                .param(id)
                .query(RunTable::run)
                .optional();
    }

    @Override
    public Optional<AnalysisRun> newestHeadline(long waveId) {
        return jdbc.sql(SELECT + "where r.wave_id = ? and r.kind = 'HEADLINE' order by r.id desc limit 1")
                .param(waveId)
                .query(RunTable::run)
                .optional();
    }

    @Override
    public List<AnalysisRun> saved() {
        return jdbc.sql(SELECT
                        + "where r.kind <> 'HEADLINE' or exists (select from publication p where p.run_id = r.id)"
                        + " order by r.id desc")
                .query(RunTable::run)
                .list();
    }

    private static AnalysisRun run(ResultSet row, int i) throws SQLException {
        long author = row.getLong(14);
        boolean byUser = !row.wasNull();
        return new AnalysisRun(
                row.getLong(1),
                AnalysisRun.Kind.valueOf(row.getString(2)),
                List.of((Long[]) row.getArray(3).getArray()),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getString(8),
                row.getInt(9),
                row.getDouble(10),
                row.getInt(11),
                row.getString(12),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                byUser ? new AnalysisRun.Author(author, row.getString(15)) : null);
    }
}
