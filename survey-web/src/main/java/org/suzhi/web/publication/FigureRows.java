package org.suzhi.web.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.PreparedDesign;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.CsvReader;
import org.suzhi.web.extract.Extracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the figures of a run are made of: the rows, and how many responses each figure has. */
@Component
class FigureRows {
    private final Extracts extracts;
    private final JsonMapper json;
    private final Map<Long, Map<String, Integer>> counts = new ConcurrentHashMap<>();

    FigureRows(Extracts extracts, JsonMapper json) {
        this.extracts = extracts;
        this.json = json;
    }

    /** The rows of a run with their weights; empty where they were not kept. */
    Optional<PreparedDesign> of(AnalysisRun run) {
        try (InputStream csv = extracts.csv(run.extractSha256()).orElse(InputStream.nullInputStream())) {
            byte[] bytes = csv.readAllBytes();
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(Analysis.prepare(
                            Specification.parse(run.specification()), CsvReader.read(run.extractSha256(), bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many responses each figure of a stored run's estimates is made of, by its {@link Release#figure} name. */
    Map<String, Integer> counts(AnalysisRun run) {
        return counts.computeIfAbsent(run.id(), id -> counts(json.readTree(run.result())));
    }

    private static Map<String, Integer> counts(JsonNode result) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        result.path("estimates").properties().forEach(request -> {
            for (JsonNode row : request.getValue().path("rows")) {
                counts.put(
                        Release.figure(request.getKey(), by(row)), row.path("n").asInt(0));
            }
        });
        return counts;
    }

    /** The level of every variable that a row of a result is by. */
    static Map<String, String> by(JsonNode row) {
        Map<String, String> by = new LinkedHashMap<>();
        row.path("by")
                .properties()
                .forEach(level -> by.put(level.getKey(), level.getValue().asString()));
        return by;
    }
}
