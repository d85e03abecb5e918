package org.suzhi.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server that is measured and the database behind it; both on this machine. */
final class ServerDatabase {
    private ServerDatabase() {}

    static void requireLoopback(URI server) throws IOException {
        if (!InetAddress.getByName(server.getHost()).isLoopbackAddress()) {
            throw new IllegalArgumentException("server: got " + server + ", expected a loopback address");
        }
    }

    /** The embedded database writes its port on the fourth line of its process file. */
    static String url(Path data) throws IOException {
        String given = System.getenv().getOrDefault("SUZHI_DATABASE_URL", "");
        if (!given.isEmpty()) {
            return given.startsWith("jdbc:") ? given : "jdbc:" + given;
        }
        try (var files = Files.walk(data, 3)) {
            Path process = files.filter(f -> f.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(data
                            + ": no running embedded database; expected the folder that the demo was started with"));
            return "jdbc:postgresql://localhost:"
                    + Files.readAllLines(process).get(3).strip() + "/postgres";
        }
    }
}
