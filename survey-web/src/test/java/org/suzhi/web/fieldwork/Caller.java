package org.suzhi.web.fieldwork;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the server: one that sends a password with each request, one that signed in on the page, or nobody. */
public final class Caller {
    private static final String BOUNDARY = "----suzhi";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private final HttpClient http;
    private final String server;
    private final String authorization;
    private final String networkAddress;

    private Caller(HttpClient http, String server, String authorization, String networkAddress) {
        this.http = http;
        this.server = server;
        this.authorization = authorization;
        this.networkAddress = networkAddress;
    }

    public static Caller nobody(String server) {
        return new Caller(HttpClient.newHttpClient(), server, "", "");
    }

    /** Nobody, whose requests a proxy in front brings from that network address. */
    public static Caller nobodyAt(String server, String networkAddress) {
        return new Caller(HttpClient.newHttpClient(), server, "", networkAddress);
    }

    /** Sends name and password with each request. */
    public static Caller basic(String server, String username, String password) {
        String pair = username + ":" + password;
        return new Caller(
                HttpClient.newHttpClient(),
                server,
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
                "");
    }

    /** Signs in on the page. */
    public static Caller signedIn(String server, String username, String password) throws Exception {
        HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Caller caller = new Caller(http, server, "", "");
        caller.form("/login", "/login", "username", username, "password", password);
        return caller;
    }

    public HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> postJson(String path, String json) throws Exception {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Posts the fields of a form, with the token of the page that it stands on. */
    public HttpResponse<String> form(String page, String path, String... namesAndValues) throws Exception {
        Matcher csrf = CSRF.matcher(get(page).body());
        StringBuilder body = new StringBuilder("_csrf=").append(csrf.find() ? csrf.group(1) : "none");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append('&')
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Posts a file with the fields of its form. */
    public HttpResponse<String> upload(
            String page, String path, String field, String fileName, byte[] content, String... namesAndValues)
            throws Exception {
        Matcher csrf = CSRF.matcher(get(page).body());
        var body = new java.io.ByteArrayOutputStream();
        body.write(part("_csrf", csrf.find() ? csrf.group(1) : "none"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.write(part(namesAndValues[i], namesAndValues[i + 1]));
        }
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return http.send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static byte[] part(String name, String value) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a response to that address. */
    public HttpResponse<String> submit(String path, String xml) throws Exception {
        String body = "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"submission.xml\""
                + "\r\nContent-Type: text/xml\r\n\r\n" + xml + "\r\n--" + BOUNDARY + "--\r\n";
        return http.send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("Accept", "application/json")
                        .header("X-OpenRosa-Version", "1.0")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).header("Accept-Language", "en");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!networkAddress.isEmpty()) {
            request.header("X-Forwarded-For", networkAddress);
        }
        return request;
    }
}
