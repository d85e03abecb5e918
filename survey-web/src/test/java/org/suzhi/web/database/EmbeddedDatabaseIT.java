package org.suzhi.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    @TempDir
    private Path folder;

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection c = DriverManager.getConnection(database.url(), "postgres", "postgres");
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection c = DriverManager.getConnection(database.url(), "postgres", "postgres");
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    @Test
    void writesReachTheDiskBeforeACommitReturns() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void aSecondStartOnTheSameFolderSaysSo() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("another Suzhi is running on it");
        }
    }

    @Test
    void aKilledServerStartsAgainWithAllThatWasCommitted() throws Exception {
        EmbeddedDatabase killed = EmbeddedDatabase.start(folder);
        run(killed, "create table kept as select 42 as answer");
        ProcessHandle postmaster = postmaster();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        killed.close();
        Files.writeString(folder.resolve("postgres/postmaster.pid"), postmaster.pid() + "\n");
        try (EmbeddedDatabase again = EmbeddedDatabase.start(folder)) {
            assertThat(ask(again, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramIsStale() throws Exception {
        EmbeddedDatabase.start(folder).close();
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        try (EmbeddedDatabase again = EmbeddedDatabase.start(folder)) {
            assertThat(ask(again, "select 1")).isEqualTo("1");
        }
    }

    private ProcessHandle postmaster() throws IOException {
        String pid =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
    }
}
