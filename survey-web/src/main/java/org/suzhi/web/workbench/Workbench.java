package org.suzhi.web.workbench;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.Problem;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.AnalysisRun;
import org.suzhi.web.publication.HeadlineSettings;
import org.suzhi.web.publication.Runs;
import org.suzhi.web.publication.WaveAnalyses;
import org.suzhi.web.publication.WaveSections;

/** Answers questions about waves; what takes longer goes on while its page already stands. */
@Service
public class Workbench {
    /** After so long a page stands with its progress in place of the result. */
    private static final long PATIENCE_MILLIS = 1500;

    private final WaveSections sections;
    private final Extracts extracts;
    private final WaveAnalyses analyses;
    private final Codebooks codebooks;
    private final Calculations calculations;
    private final HeadlineSettings settings;
    private final Runs runs;
    private final AuditLog audit;
    private final Clock clock;

    Workbench(
            WaveSections sections,
            Extracts extracts,
            WaveAnalyses analyses,
            Codebooks codebooks,
            Calculations calculations,
            HeadlineSettings settings,
            Runs runs,
            AuditLog audit,
            Clock clock) {
        this.sections = sections;
        this.extracts = extracts;
        this.analyses = analyses;
        this.codebooks = codebooks;
        this.calculations = calculations;
        this.settings = settings;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A wave as far as it is ready to be asked.
     *
     * @param sections how it is weighted; empty where it has no margins yet
     * @param rows empty while they are put together
     */
    public record Opened(Wave wave, Map<String, Object> sections, Optional<WaveExtract> rows) {
        public boolean isWeighted() {
            return !sections.isEmpty();
        }
    }

    /** Opens a wave; begins to put its rows together where they are not there. */
    public Opened open(Wave wave) {
        Map<String, Object> weighted = sections.of(wave.id());
        return new Opened(wave, weighted, extracts.ifReady(wave.id(), !WaveSections.needsNonrespondents(weighted)));
    }

    /** How far the rows have been put together. */
    public Answer.Waiting progress(Wave wave) {
        return new Answer.Waiting(Optional.of(extracts.progress(wave.id()).orElse(0.0)));
    }

    public Codebook codebook(Opened opened, Locale locale) {
        return codebooks.of(opened.wave(), opened.rows().orElseThrow(), locale);
    }

    /** Answers a question, or tells that it is still at work. */
    public Answer ask(Opened opened, Question question, Codebook codebook) {
        if (opened.rows().isEmpty()) {
            return progress(opened.wave());
        }
        WaveExtract rows = opened.rows().get();
        try {
            String name = question.kind().name().toLowerCase(Locale.ROOT) + "-"
                    + opened.wave().year();
            Specification specification =
                    question.specification(name, opened.sections(), codebook, settings.literateFrom());
            CompletableFuture<AnalysisResult> result = calculations.of(
                    rows.sha256(), specification.toYaml(), () -> analyses.run(specification, opened.sections(), rows));
            return new Answer.Ready(rows, specification, result.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (Problem problem) {
            return new Answer.Refused(problem);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                return new Answer.Refused(problem);
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            return new Answer.Waiting(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Waiting(Optional.empty());
        }
    }

    /** Saves a run under a title, with the rows that it was made of. */
    @Transactional
    public AnalysisRun save(SignedIn user, List<Wave> waves, AnalysisRun.Kind kind, String title, Answer.Ready answer) {
        extracts.keep(answer.rows().sha256());
        AnalysisRun run = runs.add(new AnalysisRun(
                0,
                kind,
                waves.stream().map(Wave::id).toList(),
                title,
                answer.specification().toYaml(),
                answer.result().toJson(),
                answer.rows().table().rows(),
                answer.rows().sha256(),
                answer.rows().received(),
                0,
                WaveAnalyses.engineVersion(),
                clock.instant(),
                new AnalysisRun.Author(user.id(), user.displayName())));
        audit.record(user.id(), "run-saved", "run/" + run.id());
        return run;
    }
}
