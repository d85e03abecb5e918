package org.suzhi.web.publication;

import org.springframework.stereotype.Component;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** Finds the run behind a wave's published figures by the wave's year, as addresses name it. */
@Component
class WaveRuns {
    private final Fieldwork fieldwork;
    private final Runs runs;

    WaveRuns(Fieldwork fieldwork, Runs runs) {
        this.fieldwork = fieldwork;
        this.runs = runs;
    }

    /** The newest headline run; {@code not-found} where there is none. */
    AnalysisRun headline(int year) {
        return runs.newestHeadline(wave(year).id()).orElseThrow(() -> notFound(year));
    }

    private Wave wave(int year) {
        return fieldwork.survey().stream()
                .flatMap(s -> fieldwork.waves(s.id()).stream())
                .filter(w -> w.year() == year)
                .findFirst()
                .orElseThrow(() -> notFound(year));
    }

    static Problem notFound(int year) {
        return Problem.of(ProblemCode.NOT_FOUND, Integer.toString(year));
    }
}
