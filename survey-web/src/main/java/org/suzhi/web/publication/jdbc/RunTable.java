package org.suzhi.web.publication.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The analysis runs as stored. */
@Repository
public class RunTable {
    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run: what was asked, of which rows, and what came out.
     *
     * @param received responses of the wave at that time, used or not
     * @param unweighted rate among the rows without weights, for comparison
     */
    public record Run(
            String specification,
            String result,
            int extractRows,
            String extractSha256,
            int received,
            double unweighted,
            Instant createdAt) {}

    public void add(long waveId, Run run, String engineVersion) {
        jdbc.sql("""
                        insert into analysis_run
                          (wave_id, specification, result, extract_rows, extract_sha256, received, unweighted, created_at,
                           engine_version)
                        values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)""")
                .params(
                        waveId,
                        run.specification(),
                        run.result(),
                        run.extractRows(),
                        run.extractSha256(),
                        run.received(),
                        run.unweighted(),
                        run.createdAt().atOffset(ZoneOffset.UTC),
                        engineVersion)
                .update();
    }

    public Optional<Run> newest(long waveId) {
        return jdbc.sql("""
                        select specification, result::text, extract_rows, extract_sha256, received, unweighted, created_at
                        from analysis_run where wave_id = ? order by id desc limit 1""")
                .param(waveId)
                .query((row, i) -> new Run(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getDouble(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()))
                .optional();
    }
}
