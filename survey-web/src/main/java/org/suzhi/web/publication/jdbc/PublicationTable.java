package org.suzhi.web.publication.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.publication.AnalysisRun;
import org.suzhi.web.publication.Publication;
import org.suzhi.web.publication.Publication.Deed;

/** The publications as stored. */
@Repository
public class PublicationTable {
    private static final String SELECT = """
            select p.id, p.run_id, r.kind, r.wave_id, p.state, p.replaces, p.reason,
                   (select c.id from publication c where c.replaces = p.id and c.state = 'PUBLISHED') as replaced_by,
                   p.proposed_by, a.display_name, p.proposed_at, p.reviewed_by, b.display_name, p.reviewed_at,
                   p.published_by, c.display_name, p.published_at
            from publication p join analysis_run r on r.id = p.run_id
            left join app_user a on a.id = p.proposed_by
            left join app_user b on b.id = p.reviewed_by
            left join app_user c on c.id = p.published_by
            """;

    private final JdbcClient jdbc;

    PublicationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long propose(long runId, @Nullable Long replaces, String reason, @Nullable Long user, Instant at) {
        return jdbc.sql("""
                        insert into publication (run_id, state, replaces, reason, proposed_by, proposed_at)
                        values (:run, 'DRAFT', :replaces, :reason, :user, :at) returning id""")
                .param("run", runId)
                .param("replaces", replaces)
                .param("reason", reason)
                .param("user", user)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** False when it is no draft any more. */
    public boolean review(long id, @Nullable Long user, Instant at) {
        return step(
                "update publication set state = 'REVIEWED', reviewed_by = :user, reviewed_at = :at"
                        + " where id = :id and state = 'DRAFT'",
                id,
                user,
                at);
    }

    /** False when it is not a reviewed one. */
    public boolean publish(long id, @Nullable Long user, Instant at) {
        return step(
                "update publication set state = 'PUBLISHED', published_by = :user, published_at = :at"
                        + " where id = :id and state = 'REVIEWED'",
                id,
                user,
                at);
    }

    private boolean step(String sql, long id, @Nullable Long user, Instant at) {
        return jdbc.sql(sql)
                        .param("id", id)
                        .param("user", user)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Takes a publication back that is not published yet; false where it is. */
    public boolean discard(long id) {
        return jdbc.sql("delete from publication where id = ? and state <> 'PUBLISHED'")
                        .param(id)
                        .update()
                == 1;
    }

    public Optional<Publication> find(long id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id)
                .query(PublicationTable::publication)
                .optional();
    }

    public Optional<Publication> ofRun(long runId) {
        return jdbc.sql(SELECT + "where p.run_id = ?")
                .param(runId)
                .query(PublicationTable::publication)
                .optional();
    }

    /** What holds today of a wave's headline figures: published, and not replaced by a correction. */
    public Optional<Publication> currentHeadline(long waveId) {
        return jdbc
                .sql(SELECT
                        + "where r.wave_id = ? and r.kind = 'HEADLINE' and p.state = 'PUBLISHED' order by p.id desc")
                .param(waveId)
                .query(PublicationTable::publication)
                .list()
                .stream()
                .filter(Publication::isCurrent)
                .findFirst();
    }

    /** All, the newest first. */
    public List<Publication> all() {
        return jdbc.sql(SELECT + "order by p.id desc")
                .query(PublicationTable::publication)
                .list();
    }

    private static Publication publication(ResultSet row, int i) throws SQLException {
        return new Publication(
                row.getLong(1),
                row.getLong(2),
                AnalysisRun.Kind.valueOf(row.getString(3)),
                row.getLong(4),
                Publication.State.valueOf(row.getString(5)),
                id(row, 6),
                row.getString(7),
                id(row, 8),
                deed(row, 9),
                deed(row, 12),
                deed(row, 15));
    }

    private static @Nullable Long id(ResultSet row, int column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }

    private static @Nullable Deed deed(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column + 2, OffsetDateTime.class);
        Long user = id(row, column);
        return at == null
                ? null
                : new Deed(
                        user == null ? null : new AnalysisRun.Author(user, row.getString(column + 1)), at.toInstant());
    }
}
