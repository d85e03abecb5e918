package org.suzhi.bench.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads pages as somebody who signed in. */
final class PageReader {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI server;

    private PageReader(URI server) {
        this.server = server;
    }

    static PageReader signedIn(URI server, String login, String password) throws IOException, InterruptedException {
        PageReader reader = new PageReader(server);
        Matcher csrf = CSRF.matcher(reader.get("/login"));
        String form = "username=" + login + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)
                + "&_csrf=" + (csrf.find() ? csrf.group(1) : "");
        HttpResponse<String> answer = reader.http.send(
                HttpRequest.newBuilder(server.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.uri().getPath().startsWith("/login")) {
            throw new IllegalArgumentException(
                    login + ": cannot sign in; expected its password in SUZHI_DEMO_PASSWORD");
        }
        return reader;
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.resolve(path)).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": got status " + answer.statusCode() + ", expected 200");
        }
        return answer.body();
    }

    /** Reads a page; whether it shows progress in place of its result. */
    boolean isWaiting(String path) throws IOException, InterruptedException {
        String page = get(path);
        boolean waiting = page.contains("hx-trigger=\"load delay:1s\"");
        if (!waiting && !page.contains("result.json")) {
            throw new IllegalStateException(path + ": got a page without a result");
        }
        return waiting;
    }
}
