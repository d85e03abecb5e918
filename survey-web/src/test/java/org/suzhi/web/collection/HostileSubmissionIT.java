package org.suzhi.web.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.Submission;
import org.suzhi.web.ServerFixture;

/** What is made to harm is answered with one problem in words: never a 500, never a trace of the program. */
class HostileSubmissionIT extends ServerFixture {
    private static final String BOUNDARY = "----hostile";
    private final HttpClient http = HttpClient.newHttpClient();

    private static String farmer() {
        return SampleCounty.of(SampleCounty.DEMONSTRATION_SEED)
                .wave(2025)
                .submissions("literacy", "2025")
                .findFirst()
                .map(Submission::xml)
                .orElseThrow()
                .replaceFirst("<\\?xml[^>]*\\?>", "")
                .replaceAll("uuid:[0-9a-f-]{36}", "uuid:" + UUID.randomUUID());
    }

    private static void part(ByteArrayOutputStream body, String name, String fileName, byte[] content)
            throws IOException {
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: text/xml\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> submit(byte[] xml, String... files) throws Exception {
        var body = new ByteArrayOutputStream();
        part(body, "xml_submission_file", "submission.xml", xml);
        for (String file : files) {
            part(body, "file", file, new byte[] {1});
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        String login = SURVEYOR + ":" + PASSWORD;
        return http.send(
                HttpRequest.newBuilder(URI.create(address("/openrosa/submission")))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("X-OpenRosa-Version", "1.0")
                        .header("Accept", "application/json")
                        .header("Accept-Language", "en")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void assertRefused(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"code\":\"" + code + "\"", "\"detail\":")
                .doesNotContain("Exception", "\tat ", "java.");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, UTF-8", "UTF-16BE, UTF-8", "GBK, UTF-8", "UTF-8, x-klingon", "UTF-8, UTF-32"})
    void wrongCharsetIsRefused(String written, String declared) throws Exception {
        byte[] xml = ("<?xml version=\"1.0\" encoding=\"" + declared + "\"?>" + farmer().replace("<sex>", "<sex>中文"))
                .getBytes(Charset.forName(written));
        assertRefused(submit(xml), "malformed-submission");
    }

    @Test
    void byteOrderMarkDoesNoHarm() throws Exception {
        byte[] xml = ("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + farmer()).getBytes(StandardCharsets.UTF_8);
        assertThat(submit(xml).statusCode()).isEqualTo(201);
    }

    @Test
    void byteOrderMarkTellsMoreThanTheDeclaration() throws Exception {
        byte[] xml = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + farmer()).getBytes(StandardCharsets.UTF_16);
        assertThat(submit(xml).statusCode()).isEqualTo(201);
    }

    @Test
    void millionNodesAreRefused() throws Exception {
        String xml = "<data id=\"literacy\" version=\"2025\">" + "<a/>".repeat(1_000_000) + "</data>";
        assertRefused(submit(xml.getBytes(StandardCharsets.UTF_8)), "malformed-submission");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x",
                "/etc/passwd",
                "..\\..\\x",
                "C:\\x.jpg",
                ".htaccess",
                "a\u0007b.jpg",
                "a\u202Egpj.exe",
                "a/../b.jpg"
            })
    void fileNameThatIsAPlaceIsRefused(String name) throws Exception {
        assertRefused(submit(farmer().getBytes(StandardCharsets.UTF_8), name), "unsafe-file-name");
    }

    @Test
    void endlessFileNameIsRefused() throws Exception {
        assertRefused(submit(farmer().getBytes(StandardCharsets.UTF_8), "x".repeat(400)), "unsafe-file-name");
    }
}
