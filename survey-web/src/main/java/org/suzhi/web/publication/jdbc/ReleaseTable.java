package org.suzhi.web.publication.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.publication.Release;

/** What the public was shown. */
@Repository
public class ReleaseTable {
    private static final String SELECT =
            "select l.id, l.run_id, l.publication_id, l.withheld, l.whole_only, l.released_at from release l ";

    private final JdbcClient jdbc;

    ReleaseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Release add(
            long run, @Nullable Long publication, Set<String> withheld, boolean wholeOnly, Instant releasedAt) {
        long id = jdbc.sql("""
            insert into release (run_id, publication_id, withheld, whole_only, released_at)
            values (:run, :publication, :withheld, :whole, :at) returning id\
            """)
                .param("run", run)
                .param("publication", publication)
                .param("withheld", withheld.stream().sorted().toArray(String[]::new))
                .param("whole", wholeOnly)
                .param("at", releasedAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return new Release(id, run, publication, withheld, wholeOnly, releasedAt);
    }

    public Optional<Release> ofPublication(long publication) {
        return jdbc.sql(SELECT + "where l.publication_id = ?")
                .param(publication)
                .query(ReleaseTable::release)
                .optional();
    }

    /** The releases of runs about just these waves, the oldest first. */
    public List<Release> ofWaves(List<Long> waves) {
        return jdbc.sql(SELECT + "join analysis_run r on r.id = l.run_id where r.waves = ? order by l.id")
                .param(waves.toArray(Long[]::new))
                .query(ReleaseTable::release)
                .list();
    }

    private static Release release(ResultSet row, int i) throws SQLException {
        long publication = row.getLong(3);
        boolean provisional = row.wasNull();
        return new Release(
                row.getLong(1),
                row.getLong(2),
                provisional ? null : publication,
                Set.of((String[]) row.getArray(4).getArray()),
                row.getBoolean(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
