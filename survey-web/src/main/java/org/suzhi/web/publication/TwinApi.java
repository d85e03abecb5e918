package org.suzhi.web.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.suzhi.analysis.rtwin.TwinArchive;
import org.suzhi.microdata.CsvReader;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run as a ZIP that repeats it without us: its rows (no names, no contacts, no free text), its specification, its result,
 * and an R script that computes the figures again and prints the differences. Each download is in the audit log.
 */
@RestController
class TwinApi {
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private final WaveRuns waveRuns;
    private final Runs runs;
    private final Extracts extracts;
    private final JsonMapper json;
    private final AuditLog audit;

    TwinApi(WaveRuns waveRuns, Runs runs, Extracts extracts, JsonMapper json, AuditLog audit) {
        this.waveRuns = waveRuns;
        this.runs = runs;
        this.extracts = extracts;
        this.json = json;
        this.audit = audit;
    }

    /** The twin of a saved run. */
    @GetMapping("/workbench/runs/{id}/twin.zip")
    void ofRun(@PathVariable long id, @AuthenticationPrincipal SignedIn user, HttpServletResponse response)
            throws IOException {
        AnalysisRun run = runs.find(id).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, Long.toString(id)));
        send(run, "suzhi-run-" + id, user, response);
    }

    /** The twin of the newest headline run of a year's wave. */
    @GetMapping("/api/v1/waves/{year}/twin.zip")
    void ofWave(@PathVariable int year, @AuthenticationPrincipal SignedIn user, HttpServletResponse response)
            throws IOException {
        send(waveRuns.headline(year), "literacy-" + year + "-twin", user, response);
    }

    private void send(AnalysisRun run, String name, SignedIn user, HttpServletResponse response) throws IOException {
        byte[] rows = rows(run);
        TwinArchive archive = TwinArchive.ofRun(
                run.specification(),
                CsvReader.read(name, rows.clone()),
                rows,
                json.readValue(run.result(), TREE),
                run.result());
        audit.record(user.id(), "twin-downloaded", "analysis_run/" + run.id());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".zip").build().toString());
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        archive.writeZip(response.getOutputStream());
    }

    private byte[] rows(AnalysisRun run) throws IOException {
        try (InputStream csv = extracts.csv(run.extractSha256())
                .orElseThrow(() -> Problem.of(ProblemCode.ROWS_GONE, Long.toString(run.id())))) {
            return csv.readAllBytes();
        }
    }
}
