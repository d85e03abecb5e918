package org.suzhi.bench.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The yardstick: the rows that the server stored last, written again by prepared INSERTs and one COMMIT each, into tables
 * of the same shape and indexes in a schema of their own.
 */
final class PlainInserts implements AutoCloseable {
    private static final String SCHEMA = "load_yardstick";

    private record Row(
            long wave, long version, String xml, String sha256, String answers, String score, String dimensions) {}

    private final String url;
    private final List<Row> rows = new ArrayList<>();

    PlainInserts(String url) throws SQLException {
        this.url = url;
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            sql.execute("drop schema if exists " + SCHEMA + " cascade");
            sql.execute("create schema " + SCHEMA);
            for (String table : List.of("response", "response_revision", "audit_log")) {
                sql.execute("create table " + SCHEMA + "." + table + " (like public." + table + " including all)");
            }
            try (ResultSet stored = sql.executeQuery("""
                    select r.wave_id, r.questionnaire_version_id, v.xml, v.sha256, v.answers, v.score, v.dimensions
                    from response r join response_revision v on v.response_id = r.id
                    order by r.id desc limit 2000""")) {
                while (stored.next()) {
                    rows.add(new Row(
                            stored.getLong(1),
                            stored.getLong(2),
                            stored.getString(3),
                            stored.getString(4),
                            stored.getString(5),
                            stored.getString(6),
                            stored.getString(7)));
                }
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("the database holds no responses to copy; load the demo first");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    Phase.Worker open(int first) throws SQLException {
        return new Inserter(connect(), first);
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            sql.execute("drop schema " + SCHEMA + " cascade");
        }
    }

    private final class Inserter implements Phase.Worker {
        private final Connection connection;
        private final PreparedStatement response;
        private final PreparedStatement revision;
        private final PreparedStatement audit;
        private int next;

        Inserter(Connection connection, int first) throws SQLException {
            this.connection = connection;
            this.next = first;
            connection.setAutoCommit(false);
            response = connection.prepareStatement("insert into " + SCHEMA
                    + ".response (instance_id, wave_id, questionnaire_version_id, mode, submitted_by) "
                    + "values (?, ?, ?, 'FACE_TO_FACE', 1) returning id");
            revision = connection.prepareStatement("insert into " + SCHEMA
                    + ".response_revision (response_id, revision, xml, sha256, answers, groups, score, dimensions,"
                    + " created_by) values (?, 1, ?, ?, ?::jsonb, '{}', ?::numeric, ?::jsonb, 1)");
            audit = connection.prepareStatement(
                    "insert into " + SCHEMA + ".audit_log (actor, action, subject) values (1, 'response-received', ?)");
        }

        @Override
        public void work() throws SQLException {
            Row row = rows.get(next++ % rows.size());
            response.setString(1, "uuid:" + UUID.randomUUID());
            response.setLong(2, row.wave());
            response.setLong(3, row.version());
            long id;
            try (ResultSet added = response.executeQuery()) {
                added.next();
                id = added.getLong(1);
            }
            revision.setLong(1, id);
            revision.setString(2, row.xml());
            revision.setString(3, row.sha256());
            revision.setString(4, row.answers());
            revision.setString(5, row.score());
            revision.setString(6, row.dimensions());
            revision.executeUpdate();
            audit.setString(1, "response/" + id);
            audit.executeUpdate();
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
