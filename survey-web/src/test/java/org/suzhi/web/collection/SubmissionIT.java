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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.Submission;
import org.suzhi.web.ServerFixture;

class SubmissionIT extends ServerFixture {
    private static final String BOUNDARY = "----suzhi";
    private final HttpClient http = HttpClient.newHttpClient();

    private static String farmer() {
        return SampleCounty.of(SampleCounty.DEMONSTRATION_SEED)
                .wave(2025)
                .submissions("literacy", "2025")
                .filter(s -> s.xml().contains("<farmers>1</farmers>"))
                .findFirst()
                .map(Submission::xml)
                .orElseThrow()
                .replaceAll("uuid:[0-9a-f-]{36}", "uuid:" + UUID.randomUUID());
    }

    private static String withAge(String age) {
        return farmer().replaceAll("<age>[^<]*</age>", "<age>" + age + "</age>");
    }

    private HttpResponse<String> post(byte[] body, String type, boolean protocol, String password) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address("/openrosa/submission")))
                .header("Content-Type", type)
                .header("Accept", "application/json")
                .header("Accept-Language", "en")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((SURVEYOR + ":" + password).getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofByteArray(body));
        if (protocol) {
            request.header("X-OpenRosa-Version", "1.0");
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> submit(String xml) throws Exception {
        return post(multipart("xml_submission_file", xml), "multipart/form-data; boundary=" + BOUNDARY, true, PASSWORD);
    }

    private static byte[] multipart(String name, String content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"; filename=\"submission.xml\"\r\nContent-Type: text/xml\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content.getBytes(StandardCharsets.UTF_8));
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    @Test
    void aGoodResponseIsCreatedAndItsRepeatIsHarmless() throws Exception {
        String xml = farmer();
        assertThat(submit(xml).statusCode()).isEqualTo(201);
        HttpResponse<String> repeat = submit(xml);
        assertThat(repeat.statusCode()).isEqualTo(201);
        assertThat(repeat.body()).contains("stored once");
    }

    @Test
    void theSameIdWithOtherContentIsAConflict() throws Exception {
        String xml = farmer();
        assertThat(submit(xml).statusCode()).isEqualTo(201);
        HttpResponse<String> other = submit(xml.replaceAll("<T01>[^<]*</T01>", "<T01>5</T01><!-- other -->"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("\"code\":\"instance-changed\"");
    }

    @ParameterizedTest
    @CsvSource({"17, constraint", "70, constraint", "abc, type", "'', required"})
    void anAgeOutsideTheRuleIsFound(String age, String rule) throws Exception {
        HttpResponse<String> answer = submit(withAge(age));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "\"code\":\"invalid-response\"", "\"item\":\"/data/person/age\"", "\"rule\":\"" + rule + "\"");
    }

    @Test
    void everyFindingIsToldAtOnce() throws Exception {
        String xml = withAge("17").replaceAll("<sex>[^<]*</sex>", "<sex>other</sex>");
        assertThat(submit(xml).body()).contains("/data/person/age", "/data/person/sex", "\"rule\":\"choice\"");
    }

    @Test
    void anAnswerToAnIrrelevantItemIsFound() throws Exception {
        String xml = farmer().replaceAll("<module_cadres>.*?</module_cadres>|<module_cadres/>", "")
                .replace("<meta>", "<module_cadres><C01>true</C01></module_cadres><meta>");
        HttpResponse<String> answer = submit(xml);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"rule\":\"relevant\"");
    }

    @Test
    void anUnknownVersionIsNotFound() throws Exception {
        HttpResponse<String> answer = submit(farmer().replace("version=\"2025\"", "version=\"1999\""));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"unknown-form\"", "1999");
    }

    @Test
    void aClosedWaveTakesNothing() throws Exception {
        HttpResponse<String> answer = submit(farmer().replace("version=\"2025\"", "version=\"2024\""));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"wave-closed\"");
    }

    @Test
    void anXmlBombIsRefused() throws Exception {
        String bomb = "<!DOCTYPE data [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        HttpResponse<String> answer = submit(bomb + farmer().replace("<sex>", "<sex>&c;"));
        assertThat(answer.statusCode()).isBetween(400, 499);
    }

    @Test
    void anExternalEntityIsNeverRead() throws Exception {
        String xml =
                "<!DOCTYPE data [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + farmer().replace("<sex>", "<sex>&x;");
        HttpResponse<String> answer = submit(xml);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("root:");
    }

    @Test
    void aBodyOfAHundredMegabytesIsTooLarge() throws Exception {
        HttpResponse<String> answer = submit("<data>" + "x".repeat(100 * 1024 * 1024) + "</data>");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"too-large\"");
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        HttpResponse<String> answer = post(farmer().getBytes(StandardCharsets.UTF_8), "text/xml", true, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("\"code\":\"wrong-content-type\"");
    }

    @Test
    void theXmlPartAndTheProtocolHeaderAreAskedFor() throws Exception {
        String type = "multipart/form-data; boundary=" + BOUNDARY;
        assertThat(post(multipart("other", "x"), type, true, PASSWORD).statusCode())
                .isEqualTo(400);
        HttpResponse<String> answer = post(multipart("xml_submission_file", farmer()), type, false, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("openrosa-header-missing");
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        byte[] body = multipart("xml_submission_file", farmer());
        assertThat(post(body, "multipart/form-data; boundary=" + BOUNDARY, true, "wrong")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void textThatIsNoXmlIsMalformed() throws Exception {
        HttpResponse<String> answer = submit("{\"age\": 30}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"malformed-submission\"");
    }
}
