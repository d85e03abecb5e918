package org.suzhi.web.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.CsvReader;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Caller;

class TwinIT extends ServerFixture {
    private static final String STATISTICIAN = "twin-statistician";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Runs runs;

    @BeforeEach
    void oneStatistician() {
        if (accounts.id(STATISTICIAN).isEmpty()) {
            accounts.save(new NewUser(STATISTICIAN, "统计员", PASSWORD, Role.STATISTICIAN));
        }
    }

    private byte[] get(String path, String user) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(path)))
                                .header("Authorization", "Basic " + login)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, byte[]> entries(byte[] zip) throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void theZipHoldsTheRowsAsHashedAndRepeatsTheStoredResultFromThem() throws Exception {
        AnalysisRun run = runs.newestHeadline(wave(2025)).orElseThrow();
        Map<String, byte[]> files = entries(get("/api/v1/waves/2025/twin.zip", STATISTICIAN));
        assertThat(files)
                .containsOnlyKeys("README.txt", "twin.R", "spec.yaml", "suzhi_result.csv", "result.json", "data.csv");
        byte[] data = files.get("data.csv");
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        assertThat(hash).isEqualTo(run.extractSha256());
        assertThat(text(files.get("README.txt"))).contains(hash);
        assertThat(text(files.get("result.json"))).isEqualTo(run.result());
        assertThat(Analysis.run(Specification.parse(text(files.get("spec.yaml"))), CsvReader.read("data.csv", data))
                        .toJson())
                .isEqualTo(run.result());
        assertThat(text(files.get("suzhi_result.csv")))
                .contains("\"estimate\",\"rate\",1,\"1\",estimate,")
                .contains("\"estimate\",\"town\",13,");
        assertThat(text(files.get("twin.R"))).contains("estimate(\"group_farmers\"");
    }

    @Test
    void aSavedRunHasItsOwnAddress() throws Exception {
        AnalysisRun run = runs.newestHeadline(wave(2024)).orElseThrow();
        Caller statistician = Caller.signedIn(address(""), STATISTICIAN, PASSWORD);
        assertThat(statistician.get("/workbench/runs/" + run.id() + "/twin.zip").statusCode())
                .isEqualTo(200);
        HttpResponse<String> unknown = statistician.get("/workbench/runs/999999/twin.zip");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("999999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/workbench/runs/1/twin.zip", "/api/v1/waves/2025/twin.zip"})
    void rowsOfPersonsAreForTheOffice(String path) throws Exception {
        assertThat(Caller.signedIn(address(""), SURVEYOR, PASSWORD).get(path).statusCode())
                .isEqualTo(403);
        assertThat(Caller.nobody(address("")).get(path).statusCode()).isIn(302, 401);
    }
}
