package org.suzhi.bench.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills the newest wave up to many responses: its own, copied again and again under other ids. */
final class ManyResponses {
    private ManyResponses() {}

    /**
     * Adds what is missing.
     *
     * @return the year of the wave
     */
    static int fill(String databaseUrl, int wanted) throws SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl, "postgres", "postgres");
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            int year = number(sql, "select max(year) from wave");
            sql.execute(
                    "create temp table newest as select id, questionnaire_version_id from wave where year = " + year);
            sql.execute("""
                    create temp table source as
                    select row_number() over (order by r.id) - 1 as k, v.answers, v.groups, v.score, v.dimensions
                    from response r join newest w on r.wave_id = w.id
                    join response_revision v on v.response_id = r.id and v.revision = r.revision
                    where r.status = 'APPROVED' and v.score is not null""");
            int there = number(sql, "select count(*) from source");
            if (there == 0) {
                throw new IllegalStateException("wave " + year + ": got no scored response, expected the demo's");
            }
            int missing = Math.max(0, wanted - there);
            sql.execute("""
                    insert into response (instance_id, wave_id, questionnaire_version_id, mode)
                    select 'uuid:' || md5('load' || n), w.id, w.questionnaire_version_id, 'FACE_TO_FACE'
                    from newest w, generate_series(1, %d) n""".formatted(missing));
            sql.execute("""
                    insert into response_revision
                      (response_id, revision, xml, sha256, answers, groups, score, dimensions)
                    select r.id, 1, '', '', s.answers, s.groups, s.score, s.dimensions
                    from generate_series(1, %d) n
                    join response r on r.instance_id = 'uuid:' || md5('load' || n)
                    join source s on s.k = n %% %d""".formatted(missing, there));
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("vacuum analyze response");
            sql.execute("vacuum analyze response_revision");
            return year;
        }
    }

    private static int number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
