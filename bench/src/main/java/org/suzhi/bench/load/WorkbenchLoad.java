package org.suzhi.bench.load;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures the tables of a large wave at a running demo over loopback: {@code WorkbenchLoad SERVER DATA RESPONSES}, with the
 * password of the login {@code statistician} in {@code SUZHI_DEMO_PASSWORD}. Fills the newest wave up to so many responses,
 * waits for its rows, then asks for tables that nobody has asked for, and for the same again.
 */
final class WorkbenchLoad {
    private static final List<String> VARIABLES = List.of(
            "town", "sex", "age_band", "education", "residence", "occupation", "farmers", "stratum", "T01", "K01");
    private static final int LONGEST_WAIT_SECONDS = 600;

    private WorkbenchLoad() {}

    public static void main(String[] args) throws Exception {
        URI server = URI.create(args.length > 0 ? args[0] : "http://localhost:8080");
        Path data = Path.of(args.length > 1 ? args[1] : "data");
        int responses = args.length > 2 ? Integer.parseInt(args[2]) : 300_000;
        ServerDatabase.requireLoopback(server);
        long start = System.nanoTime();
        int year = ManyResponses.fill(ServerDatabase.url(data), responses);
        System.out.printf(Locale.ROOT, "wave %d filled up to %,d responses in %.1f s%n", year, responses, since(start));
        PageReader reader =
                PageReader.signedIn(server, "statistician", System.getenv().getOrDefault("SUZHI_DEMO_PASSWORD", ""));
        String page = "/workbench/" + year + "/table";
        build(reader, page + "?rows=town");
        List<String> tables = tables(page);
        ask("first call", reader, tables);
        ask("second call", reader, tables);
        ask("third call", reader, tables);
        System.out.println(
                "load average " + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    /** Polls as the page does, until its table stands. */
    private static void build(PageReader reader, String page) throws Exception {
        long start = System.nanoTime();
        double longest = 0;
        double last = 0;
        int polls = 0;
        boolean waiting = true;
        while (waiting) {
            if (since(start) > LONGEST_WAIT_SECONDS) {
                throw new IllegalStateException(page + ": no table after " + LONGEST_WAIT_SECONDS + " s");
            }
            long asked = System.nanoTime();
            waiting = reader.isWaiting(page);
            last = since(asked);
            if (waiting) {
                longest = Math.max(longest, last);
                polls++;
                Thread.sleep(500);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "rows put together in %.1f s; meanwhile %d pages with progress, the slowest %.0f ms; the first table after them"
                        + " %.0f ms%n",
                since(start),
                polls,
                1000 * longest,
                1000 * last);
    }

    /** Every crossing of two variables, of the rate; then means and shares. */
    private static List<String> tables(String page) {
        List<String> tables = new ArrayList<>();
        for (int i = 0; i < VARIABLES.size(); i++) {
            for (int j = i + 1; j < VARIABLES.size(); j++) {
                tables.add(page + "?rows=" + VARIABLES.get(i) + "&columns=" + VARIABLES.get(j));
            }
            tables.add(page + "?measure=score&rows=" + VARIABLES.get(i));
            tables.add(page + "?measure=T02&rows=" + VARIABLES.get(i));
        }
        return tables;
    }

    private static void ask(String what, PageReader reader, List<String> tables) throws Exception {
        List<Double> seconds = new ArrayList<>();
        String slowest = "";
        int unfinished = 0;
        for (String table : tables) {
            long start = System.nanoTime();
            unfinished += reader.isWaiting(table) ? 1 : 0;
            double took = since(start);
            slowest = seconds.stream().allMatch(s -> s < took) ? table : slowest;
            seconds.add(took);
        }
        Collections.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%s of %d tables: median %.0f ms, 95th percentile %.0f ms, slowest %.0f ms (%s), not finished in time %d%n",
                what,
                tables.size(),
                1000 * seconds.get(seconds.size() / 2),
                1000 * seconds.get(seconds.size() * 95 / 100),
                1000 * seconds.get(seconds.size() - 1),
                slowest,
                unfinished);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
