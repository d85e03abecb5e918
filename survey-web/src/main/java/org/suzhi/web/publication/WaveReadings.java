package org.suzhi.web.publication;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suzhi.web.fieldwork.Counts;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.jdbc.ReleaseOutcomes;
import tools.jackson.databind.json.JsonMapper;

/** Reads the figures of waves out of stored runs, and how the cases had ended. */
@Component
class WaveReadings {
    private final Fieldwork fieldwork;
    private final Runs runs;
    private final HeadlineSettings settings;
    private final Counts counts;
    private final ReleaseOutcomes outcomes;
    private final JsonMapper json;

    WaveReadings(
            Fieldwork fieldwork,
            Runs runs,
            HeadlineSettings settings,
            Counts counts,
            ReleaseOutcomes outcomes,
            JsonMapper json) {
        this.fieldwork = fieldwork;
        this.runs = runs;
        this.settings = settings;
        this.counts = counts;
        this.outcomes = outcomes;
        this.json = json;
    }

    /**
     * The figures of a run.
     *
     * @param withheld figures not to be shown, by their {@link Release#figure} names
     * @param publication null for a run that may still change
     */
    PublishedWave of(long runId, Set<String> withheld, Wave wave, @Nullable Long publication) {
        AnalysisRun run = runs.find(runId).orElseThrow();
        List<String> groups =
                fieldwork.groups(wave.surveyId()).stream().map(NamedCode::code).toList();
        return new RunReading(run, json.readTree(run.result()), settings, withheld)
                .wave(wave.year(), groups, publication);
    }

    /** How the cases have ended by now. */
    Map<Outcome.Kind, Integer> outcomes(Wave wave) {
        return Counts.byKind(counts.cases(wave.id()));
    }

    /** How the cases had ended when the figures were published, or now where that was not kept. */
    Map<Outcome.Kind, Integer> outcomes(Release release, Wave wave) {
        Map<Outcome.Kind, Integer> kept = outcomes.of(release.id());
        if (!kept.isEmpty()) {
            return kept;
        }
        Map<Outcome.Kind, Integer> now = outcomes(wave);
        outcomes.keep(release.id(), now);
        return now;
    }
}
