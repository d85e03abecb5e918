package org.suzhi.web.weighting.page;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.specification.PreparedDesign;
import org.suzhi.microdata.NumericColumn;
import org.suzhi.microdata.Problem;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.WaveAnalyses;
import org.suzhi.web.weighting.WeightingPlan;
import org.suzhi.web.weighting.WeightingRuns;

/** What a statistician needs to repeat a plan: specification, rows, result; and replicate weights. */
@Controller
class WeightsFiles {
    private static final int BOOTSTRAP = 200;
    private final WeightingDesk weighting;
    private final ShownPlans shown;
    private final WeightingRuns runs;
    private final WaveAnalyses analyses;
    private final Extracts extracts;

    WeightsFiles(
            WeightingDesk weighting, ShownPlans shown, WeightingRuns runs, WaveAnalyses analyses, Extracts extracts) {
        this.weighting = weighting;
        this.shown = shown;
        this.runs = runs;
        this.analyses = analyses;
        this.extracts = extracts;
    }

    private record Asked(Wave wave, String name, Map<String, Object> sections) {}

    @GetMapping("/weights/{year}/specification.yaml")
    ResponseEntity<String> specification(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Integer plan,
            @AuthenticationPrincipal SignedIn user,
            Locale locale) {
        Asked asked = asked(user, year, plan, locale);
        return file(
                runs.specification(asked.name(), asked.sections()).toYaml(),
                asked.name() + ".yaml",
                "application/yaml");
    }

    /** The rows that the plan weights: no names, no contacts, no free text. */
    @GetMapping("/weights/{year}/extract.csv")
    ResponseEntity<InputStreamResource> rows(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Integer plan,
            @AuthenticationPrincipal SignedIn user,
            Locale locale) {
        Asked asked = asked(user, year, plan, locale);
        WaveExtract rows = analyses.rows(asked.wave().id(), asked.sections());
        InputStream csv = extracts.csv(rows.sha256()).orElseThrow(WeightsFiles::notFound);
        return file(new InputStreamResource(csv), asked.name() + ".csv", "text/csv");
    }

    @GetMapping("/weights/{year}/result.json")
    ResponseEntity<String> result(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Integer plan,
            @AuthenticationPrincipal SignedIn user,
            Locale locale) {
        Asked asked = asked(user, year, plan, locale);
        WaveExtract rows = analyses.rows(asked.wave().id(), asked.sections());
        try {
            return file(
                    runs.run(asked.name(), asked.sections(), rows).result().toJson(),
                    asked.name() + ".json",
                    "application/json");
        } catch (Problem problem) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, problem.message(locale), problem);
        }
    }

    /** The weight of every row of the plan, in the order of its rows, with replicates where asked for. */
    @GetMapping("/weights/{year}/weights.csv")
    ResponseEntity<byte[]> weights(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Integer plan,
            @RequestParam(defaultValue = "") String replicates,
            @AuthenticationPrincipal SignedIn user,
            Locale locale) {
        Asked asked = asked(user, year, plan, locale);
        WaveExtract rows = analyses.rows(asked.wave().id(), asked.sections());
        Map<String, Object> replicate = new LinkedHashMap<>();
        replicate.put("create", replicates.equals("bootstrap") ? "bootstrap" : "JKn");
        if (replicates.equals("bootstrap")) {
            replicate.put("count", BOOTSTRAP);
            replicate.put("seed", year);
        }
        try {
            byte[] csv = csv(runs.replicates(asked.sections(), rows, replicate));
            String name = asked.name() + "-" + replicate.get("create") + ".csv";
            return file(csv, name, "text/csv");
        } catch (Problem problem) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, problem.message(locale), problem);
        }
    }

    private static byte[] csv(PreparedDesign prepared) {
        double[] weights = prepared.design().weights();
        Replicates replicates = prepared.design().replicates().orElseThrow();
        double[][] columns = new double[replicates.count()][weights.length];
        StringBuilder csv = new StringBuilder("row,weight");
        for (int r = 0; r < columns.length; r++) {
            replicates.weights(r, columns[r]);
            csv.append(",rep").append(r + 1);
        }
        for (int i = 0; i < weights.length; i++) {
            csv.append('\n').append(i + 1).append(',').append(NumericColumn.text(weights[i]));
            for (double[] column : columns) {
                csv.append(',').append(NumericColumn.text(column[i]));
            }
        }
        return csv.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private Asked asked(SignedIn user, int year, @Nullable Integer number, Locale locale) {
        Wave wave = weighting
                .open(user, year, "weights", new ExtendedModelMap(), locale)
                .wave();
        Optional<WeightingPlan> plan = shown.plan(wave.id(), number);
        if (number != null && number > 0 && plan.isEmpty()) {
            throw notFound();
        }
        return new Asked(wave, shown.name(wave, plan), shown.sections(wave, plan));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static <T> ResponseEntity<T> file(T content, String name, String type) {
        return ResponseEntity.ok().headers(h -> head(h, name, type)).body(content);
    }

    private static void head(HttpHeaders headers, String name, String type) {
        headers.set(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        headers.set(HttpHeaders.CONTENT_TYPE, type);
    }
}
