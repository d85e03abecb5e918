package org.suzhi.web.workbench.page;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.AnalysisRun;
import org.suzhi.web.workbench.Codebooks;
import org.suzhi.web.workbench.Words;

/** Makes saved runs readable. */
@Component
class RunReadings {
    private final Fieldwork fieldwork;
    private final Codebooks codebooks;
    private final Readings readings;
    private final Clock clock;

    RunReadings(Fieldwork fieldwork, Codebooks codebooks, Readings readings, Clock clock) {
        this.fieldwork = fieldwork;
        this.codebooks = codebooks;
        this.readings = readings;
        this.clock = clock;
    }

    Words words(Locale locale) {
        return readings.words(locale);
    }

    RunFacts facts(AnalysisRun run, Locale locale) {
        String years = run.waves().stream()
                .map(id -> fieldwork.wave(id).map(Wave::year).orElse(0))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        AnalysisRun.Author author = run.author();
        return new RunFacts(
                run,
                run.title().isEmpty() ? words(locale).of("workbench.headline", years) : run.title(),
                years,
                minute(run.createdAt()),
                author == null ? "" : author.name());
    }

    public String minute(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(clock.getZone())
                .format(at);
    }

    /**
     * A run in a reader's words.
     *
     * @param withheld names of figures that this reader must not see
     */
    ResultView view(AnalysisRun run, Set<String> withheld, Locale locale) {
        Wave newest = fieldwork.wave(run.wave()).orElseThrow();
        List<Integer> years = run.waves().stream()
                .map(id -> fieldwork.wave(id).orElseThrow().year())
                .toList();
        return readings.view(
                new Readings.Made(
                        run.kind(),
                        Specification.parse(run.specification()),
                        run.result(),
                        fieldwork.survey().orElseThrow(),
                        years,
                        readings.responses(run.result(), run.rows()),
                        run.incomplete(),
                        withheld),
                codebooks.labels(newest, locale),
                locale);
    }
}
