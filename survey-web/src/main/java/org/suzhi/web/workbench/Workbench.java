package org.suzhi.web.workbench;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** Why waves cannot be asked. */
    public enum Obstacle {
        NONE,
        /** A wave has no margins yet. */
        UNWEIGHTED,
        /** The waves are weighted by steps that cannot be taken together. */
        DIFFERENT,
        /** There is no earlier wave. */
        ALONE
    }

    /**
     * Waves as far as they are ready to be asked.
     *
     * @param waves the oldest first; of several the rows stand under each other
     * @param sections how they are weighted
     * @param rows empty while they are put together
     */
    public record Opened(
            List<Wave> waves, Map<String, Object> sections, Optional<WaveExtract> rows, Obstacle obstacle) {
        public Opened {
            waves = List.copyOf(waves);
        }

        public Wave newest() {
            return waves.get(waves.size() - 1);
        }

        /** Whether a question can be asked now. */
        public boolean isReady() {
            return obstacle == Obstacle.NONE && rows.isPresent();
        }
    }

    /** Opens waves, the oldest first; begins to put their rows together where they are not there. */
    public Opened open(List<Wave> waves) {
        SortedMap<Integer, Map<String, Object>> byYear = new TreeMap<>();
        SortedMap<Integer, Long> ids = new TreeMap<>();
        for (Wave wave : waves) {
            byYear.put(wave.year(), sections.of(wave.id()));
            ids.put(wave.year(), wave.id());
        }
        if (byYear.values().stream().anyMatch(Map::isEmpty)) {
            return new Opened(waves, Map.of(), Optional.empty(), Obstacle.UNWEIGHTED);
        }
        if (waves.size() == 1) {
            Map<String, Object> alone = byYear.values().iterator().next();
            return new Opened(waves, alone, extracts.ifReady(waves.get(0).id(), respondentsOnly(alone)), Obstacle.NONE);
        }
        Optional<Map<String, Object>> stacked = StackedSections.of(byYear);
        if (stacked.isEmpty()) {
            return new Opened(waves, Map.of(), Optional.empty(), Obstacle.DIFFERENT);
        }
        return new Opened(
                waves, stacked.get(), extracts.stackedIfReady(ids, respondentsOnly(stacked.get())), Obstacle.NONE);
    }

    private static boolean respondentsOnly(Map<String, Object> sections) {
        return !WaveSections.needsNonrespondents(sections);
    }

    /** How far the rows have been put together. */
    public Answer.Waiting progress(Opened opened) {
        return new Answer.Waiting(Optional.of(opened.waves().stream()
                .mapToDouble(wave -> extracts.progress(wave.id()).orElse(0.0))
                .average()
                .orElse(0)));
    }

    /** What can be asked: what is found in the rows; while they are put together, what is expected of them. */
    public Codebook codebook(Opened opened, Locale locale) {
        return opened.rows()
                .map(rows -> codebooks.of(opened.newest(), rows, locale))
                .orElseGet(() -> codebooks.expected(opened.newest(), opened.sections(), locale));
    }

    /** What the newest wave's margins say of a variable, category by category; empty where they do not hold it. */
    public List<Double> standard(Opened opened, Variable variable) {
        return StandardPopulation.of(sections.of(opened.newest().id()), variable);
    }

    /** Answers a question, or tells that it is still at work. */
    public Answer ask(Opened opened, Question question, Codebook codebook) {
        if (opened.rows().isEmpty()) {
            return progress(opened);
        }
        WaveExtract rows = opened.rows().get();
        try {
            String name = question.kind().name().toLowerCase(Locale.ROOT) + "-"
                    + opened.newest().year();
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
                answer.rows().incomplete(),
                WaveAnalyses.engineVersion(),
                clock.instant(),
                new AnalysisRun.Author(user.id(), user.displayName())));
        audit.record(user.id(), "run-saved", "run/" + run.id());
        return run;
    }
}
