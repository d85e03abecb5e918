package org.suzhi.web.collection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Speaks OpenRosa as ODK Collect does, word for word, over one server address. */
final class OpenRosaClient {
    private static final String BOUNDARY = "----suzhi";
    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;
    private final String authorization;

    private OpenRosaClient(String server, String authorization) {
        this.server = server;
        this.authorization = authorization;
    }

    static OpenRosaClient withPassword(String server, String username, String password) {
        String pair = username + ":" + password;
        return new OpenRosaClient(
                server, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    static OpenRosaClient withoutPassword(String server) {
        return new OpenRosaClient(server, "");
    }

    /** One part of a post. */
    record Part(String name, String fileName, String type, List<Byte> content) {
        static Part of(String name, String fileName, String type, byte[] content) {
            List<Byte> bytes = new ArrayList<>();
            for (byte b : content) {
                bytes.add(b);
            }
            return new Part(name, fileName, type, bytes);
        }

        static Part xml(String xml) {
            return of("xml_submission_file", "submission.xml", "text/xml", xml.getBytes(StandardCharsets.UTF_8));
        }

        static Part file(String name, String type, String content) {
            return of(name, name, type, content.getBytes(StandardCharsets.UTF_8));
        }

        void writeTo(ByteArrayOutputStream body) throws IOException {
            String disposition =
                    "form-data; name=\"" + name + "\"" + (fileName.isEmpty() ? "" : "; filename=\"" + fileName + "\"");
            body.write(("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\nContent-Type: " + type
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            content.forEach(body::write);
            body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    HttpResponse<String> get(String address) throws Exception {
        return http.send(request(address).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> head(String address) throws Exception {
        return http.send(
                request(address).method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> delete(String address) throws Exception {
        return http.send(request(address).DELETE().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> postJson(String address, String json) throws Exception {
        return http.send(
                request(address)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> submit(Part... parts) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part part : parts) {
            part.writeTo(body);
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return http.send(
                request("/submission?deviceID=collect%3Aabc")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address.startsWith("http") ? address : server + address))
                .header("X-OpenRosa-Version", "1.0")
                .header("User-Agent", "org.odk.collect.android/v2025.2 Dalvik/2.1.0")
                .header("Accept-Language", "en");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return request;
    }
}
