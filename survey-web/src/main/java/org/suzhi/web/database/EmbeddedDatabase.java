package org.suzhi.web.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL of our own, durable, its files kept in a data folder. */
final class EmbeddedDatabase implements AutoCloseable {
    private final DataFolder folder;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    static EmbeddedDatabase start(Path directory) throws IOException {
        DataFolder folder = DataFolder.lock(directory);
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.databaseFiles())
                    .setOverrideWorkingDirectory(folder.programFiles().toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // The library's defaults trade durability for speed; an accepted response must outlive a power cut.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "60")
                    .start();
            return new EmbeddedDatabase(folder, postgres);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        folder.close();
    }
}
