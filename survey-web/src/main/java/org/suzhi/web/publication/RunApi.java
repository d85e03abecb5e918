package org.suzhi.web.publication;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.suzhi.web.extract.Extracts;

/**
 * What a statistician needs to repeat a published run: its specification, the extract it ran on, its whole result.
 * {@code ./suzhi analyse} of the first on the second gives the third.
 */
@RestController
class RunApi {
    private static final String WAVE = "/api/v1/waves/{year}";
    private final WaveRuns runs;
    private final Extracts extracts;

    RunApi(WaveRuns runs, Extracts extracts) {
        this.runs = runs;
        this.extracts = extracts;
    }

    @GetMapping(WAVE + "/specification.yaml")
    ResponseEntity<String> specification(@PathVariable int year) {
        return file(runs.headline(year).specification(), "literacy-" + year + ".yaml", "application/yaml");
    }

    @GetMapping(WAVE + "/result.json")
    ResponseEntity<String> result(@PathVariable int year) {
        return file(runs.headline(year).result(), "literacy-" + year + ".json", MediaType.APPLICATION_JSON_VALUE);
    }

    /** The rows that the run was made of: no names, no contacts, no free text. */
    @GetMapping(WAVE + "/extract.csv")
    ResponseEntity<InputStreamResource> extract(@PathVariable int year) {
        InputStream csv = extracts.csv(runs.headline(year).extractSha256()).orElseThrow(() -> WaveRuns.notFound(year));
        return file(new InputStreamResource(csv), "literacy-" + year + ".csv", "text/csv");
    }

    private static <T> ResponseEntity<T> file(T content, String name, String type) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .body(content);
    }
}
