package org.suzhi.bench.load;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.Submission;

/**
 * Measures a running demo over loopback: {@code SubmissionLoad SERVER DATA SECONDS CONNECTIONS...}, with the password of
 * the login {@code surveyor} in {@code SUZHI_DEMO_PASSWORD}. Every number of connections is followed in the same minute
 * by plain inserts of the same rows over as many connections to the same PostgreSQL.
 */
final class SubmissionLoad {
    private static final int MOST_SECONDS = 600;
    private static final int MOST_CONNECTIONS = 48;
    private static final int INTERVIEWS = 2000;

    private SubmissionLoad() {}

    public static void main(String[] args) throws Exception {
        URI server = URI.create(args.length > 0 ? args[0] : "http://localhost:8080");
        Path data = Path.of(args.length > 1 ? args[1] : "data");
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        List<Integer> connections = args.length > 3
                ? List.of(args).subList(3, args.length).stream()
                        .map(Integer::valueOf)
                        .toList()
                : List.of(1, 8, 32);
        ServerDatabase.requireLoopback(server);
        if (seconds > MOST_SECONDS || connections.stream().anyMatch(c -> c < 1 || c > MOST_CONNECTIONS)) {
            throw new IllegalArgumentException(
                    "expected at most " + MOST_SECONDS + " seconds and 1 to " + MOST_CONNECTIONS + " connections");
        }
        measure(server, ServerDatabase.url(data), seconds, connections);
    }

    private static void measure(URI server, String databaseUrl, int seconds, List<Integer> connections)
            throws Exception {
        String password = System.getenv().getOrDefault("SUZHI_DEMO_PASSWORD", "");
        List<String> interviews = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED)
                .wave(SampleCounty.LAST_YEAR)
                .submissions("literacy", Integer.toString(SampleCounty.LAST_YEAR))
                .limit(INTERVIEWS)
                .map(Submission::xml)
                .toList();
        System.out.println(
                "load average " + Files.readString(Path.of("/proc/loadavg")).strip());
        Phase.run(2, Math.min(5, seconds), c -> new Submitter(server, "surveyor", password, interviews, 97 * c));
        try (PlainInserts plain = new PlainInserts(databaseUrl)) {
            for (int count : connections) {
                Latencies accepted =
                        Phase.run(count, seconds, c -> new Submitter(server, "surveyor", password, interviews, 97 * c));
                Latencies inserted = Phase.run(count, seconds, c -> plain.open(97 * c));
                System.out.printf(
                        Locale.ROOT,
                        "%2d connections  %7.0f accepted/s  %s   plain %7.0f/s  %s   share %5.1f %%%n",
                        count,
                        accepted.perSecond(seconds),
                        accepted.describe(),
                        inserted.perSecond(seconds),
                        inserted.describe(),
                        100.0 * accepted.count() / inserted.count());
            }
        }
        System.out.println(
                "load average " + Files.readString(Path.of("/proc/loadavg")).strip());
    }
}
