package org.suzhi.web.publication;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;
import org.suzhi.microdata.Problem;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.fieldwork.Counts;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.SurveySetup;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.jdbc.PublicationTable;
import org.suzhi.web.publication.jdbc.ReleaseOutcomes;
import org.suzhi.web.questionnaire.Questionnaires;
import tools.jackson.databind.json.JsonMapper;

/** Runs the headline analysis of waves and holds the published series in memory. */
@Service
public class WavePublisher implements Publications {
    private static final Logger LOG = LoggerFactory.getLogger(WavePublisher.class);
    private final Fieldwork fieldwork;
    private final WaveSections sections;
    private final WaveAnalyses analyses;
    private final Runs runs;
    private final PublicationTable published;
    private final Disclosure disclosure;
    private final HeadlineSettings settings;
    private final Questionnaires questionnaires;
    private final Counts counts;
    private final ReleaseOutcomes outcomes;
    private final ItemReferences references;
    private final ContextLines context;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Map<Long, PublishedWave> newest = new ConcurrentHashMap<>();
    private final Map<Long, PublishedWave> shown = new ConcurrentHashMap<>();
    private final Map<Integer, Long> runsShown = new ConcurrentHashMap<>();
    private volatile Optional<PublishedSeries> live = Optional.empty();
    private volatile Optional<PublishedSeries> series = Optional.empty();
    private volatile Map<String, Map<String, NamedCode>> names = Map.of();

    WavePublisher(
            Fieldwork fieldwork,
            WaveSections sections,
            WaveAnalyses analyses,
            Runs runs,
            PublicationTable published,
            Disclosure disclosure,
            HeadlineSettings settings,
            Questionnaires questionnaires,
            Counts counts,
            ReleaseOutcomes outcomes,
            ItemReferences references,
            ContextLines context,
            JsonMapper json,
            Clock clock,
            ApplicationEventPublisher events) {
        this.fieldwork = fieldwork;
        this.sections = sections;
        this.analyses = analyses;
        this.published = published;
        this.runs = runs;
        this.disclosure = disclosure;
        this.settings = settings;
        this.questionnaires = questionnaires;
        this.counts = counts;
        this.outcomes = outcomes;
        this.references = references;
        this.context = context;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Runs the analysis of a wave, unless its newest run already asked the same of the same rows. A wave that cannot be
     * analysed yet, such as one without margins or with a town still without responses, keeps what was published before. The dashboard
     * shows one survey, the first; waves of others are passed over.
     */
    public synchronized void publishIfStale(long waveId) {
        fieldwork
                .survey()
                .ifPresent(survey -> fieldwork.waves(survey.id()).stream()
                        .filter(wave -> wave.id() == waveId)
                        .forEach(wave -> publishIfStale(survey, wave)));
    }

    /** Brings every wave up; those whose rows are unchanged are read, not computed. */
    public void publishAll() {
        fieldwork.survey().ifPresent(survey -> fieldwork.waves(survey.id()).forEach(wave -> publishIfStale(wave.id())));
    }

    private void publishIfStale(Survey survey, Wave wave) {
        Map<String, Object> sections = this.sections.of(wave.id());
        if (sections.isEmpty()) {
            return;
        }
        List<String> groups = groups(survey);
        WaveExtract rows = analyses.rows(wave.id(), sections);
        if (rows.table().rows() == 0) {
            return;
        }
        Specification specification = HeadlineSpecification.of(
                wave.year(),
                settings,
                sections,
                groups,
                fieldwork.target(survey.id()).value(),
                Measures.of(settings.levels(), questionnaires.get(wave.questionnaireVersionId()), rows.table()));
        String yaml = specification.toYaml();
        boolean stale = runs.newestHeadline(wave.id())
                .filter(r -> r.extractSha256().equals(rows.sha256()))
                .filter(r -> r.specification().equals(yaml))
                .isEmpty();
        if (stale) {
            try {
                AnalysisResult result = analyses.run(specification, sections, rows);
                runs.add(new AnalysisRun(
                        0,
                        AnalysisRun.Kind.HEADLINE,
                        List.of(wave.id()),
                        "",
                        yaml,
                        result.toJson(),
                        rows.table().rows(),
                        rows.sha256(),
                        rows.received(),
                        unweighted(rows.table()),
                        rows.incomplete(),
                        WaveAnalyses.engineVersion(),
                        clock.instant(),
                        null));
            } catch (Problem problem) {
                LOG.debug("wave {} keeps what was published before: {}", wave.year(), problem.code());
            }
        }
        show(wave, groups);
    }

    /** Shows what is published of a wave, else what may be shown of its newest automatic run, as provisional. */
    private void show(Wave wave, List<String> groups) {
        Optional<Publication> publication = published.currentHeadline(wave.id());
        if (publication.isPresent()) {
            Release release = disclosure.of(publication.get());
            Long id = publication.get().id();
            runsShown.put(wave.year(), release.runId());
            Map<Outcome.Kind, Integer> cases = outcomes(release, wave.id());
            newest.put(
                    wave.id(),
                    reading(release.runId(), Set.of())
                            .wave(wave.year(), groups, id)
                            .with(cases));
            shown.put(
                    wave.id(),
                    reading(release.runId(), release.withheld())
                            .wave(wave.year(), groups, id)
                            .with(cases));
        } else {
            runs.newestHeadline(wave.id()).ifPresent(run -> showProvisional(wave, groups, run));
        }
        putTogether();
    }

    /** Shows the waves anew beside what was published elsewhere, or after something of the survey itself has changed. */
    synchronized void putTogether() {
        live = fieldwork.survey().flatMap(survey -> series(survey, newest));
        series = fieldwork.survey().flatMap(survey -> series(survey, shown));
        names = live.map(PublishedSeries::survey).map(this::names).orElse(Map.of());
        events.publishEvent(new SeriesShown());
    }

    /** Names of levels by dimension: the survey's own, and those of its newest questionnaire. */
    private Map<String, Map<String, NamedCode>> names(Survey survey) {
        Map<String, Map<String, NamedCode>> all = new HashMap<>();
        fieldwork.waves(survey.id()).stream()
                .reduce((a, b) -> b)
                .map(wave -> questionnaires.get(wave.questionnaireVersionId()))
                .ifPresent(form -> all.putAll(MeasureNames.of(form.form().items())));
        all.put("town", byCode(fieldwork.towns(survey.id())));
        all.put("group", byCode(fieldwork.groups(survey.id())));
        return Map.copyOf(all);
    }

    /** How the cases had ended when the figures were published, or now where that was not kept. */
    private Map<Outcome.Kind, Integer> outcomes(Release release, long wave) {
        Map<Outcome.Kind, Integer> kept = outcomes.of(release.id());
        if (!kept.isEmpty()) {
            return kept;
        }
        Map<Outcome.Kind, Integer> now = Counts.byKind(counts.cases(wave));
        outcomes.keep(release.id(), now);
        return now;
    }

    private void showProvisional(Wave wave, List<String> groups, AnalysisRun run) {
        Map<Outcome.Kind, Integer> cases = Counts.byKind(counts.cases(wave.id()));
        PublishedWave now =
                reading(run.id(), Set.of()).wave(wave.year(), groups, null).with(cases);
        newest.put(wave.id(), now);
        List<Release> releases = disclosure.provisional(run);
        if (releases.stream().map(Release::runId).distinct().count() == 1) {
            runsShown.put(wave.year(), releases.get(0).runId());
        } else {
            runsShown.remove(wave.year());
        }
        List<PublishedWave> released = releases.stream()
                .map(r -> reading(r.runId(), r.withheld()).wave(wave.year(), groups, null))
                .toList();
        if (!released.isEmpty()) {
            shown.put(
                    wave.id(),
                    released.get(1)
                            .with(released.get(0), now.responses(), now.usedResponses())
                            .with(cases));
        }
    }

    private RunReading reading(long runId, Set<String> withheld) {
        AnalysisRun run = runs.find(runId).orElseThrow();
        return new RunReading(run, json.readTree(run.result()), settings, withheld);
    }

    /** Shows a wave anew after something was published of it. */
    synchronized void refresh(long waveId) {
        fieldwork
                .survey()
                .ifPresent(survey -> fieldwork
                        .wave(waveId)
                        .filter(wave -> wave.surveyId() == survey.id())
                        .ifPresent(wave -> show(wave, groups(survey))));
    }

    private List<String> groups(Survey survey) {
        return fieldwork.groups(survey.id()).stream().map(NamedCode::code).toList();
    }

    private double unweighted(Extract table) {
        NumericColumn score = (NumericColumn) table.column("score");
        int literate = 0;
        int answered = 0;
        for (int i = 0; i < score.size(); i++) {
            answered += score.isMissing(i) ? 0 : 1;
            literate += score.value(i) >= settings.literateFrom() ? 1 : 0;
        }
        return (double) literate / answered;
    }

    /** The run that a wave's figures are shown from; empty where those of the whole and of its parts are from two. */
    Optional<Long> runShown(int year) {
        return Optional.ofNullable(runsShown.get(year));
    }

    @Override
    public Optional<PublishedSeries> current() {
        return series;
    }

    @Override
    public Missing missing() {
        return fieldwork
                .survey()
                .map(survey -> fieldwork.waves(survey.id()).isEmpty() ? Missing.WAVE : Missing.PUBLICATION)
                .orElse(Missing.SURVEY);
    }

    @Override
    public Optional<PublishedSeries> live() {
        return live;
    }

    @Override
    public Optional<PublishedSeries> published(long publication) {
        Optional<Survey> survey = fieldwork.survey();
        Optional<Publication> found =
                this.published.find(publication).filter(p -> p.isPublished() && p.kind() == AnalysisRun.Kind.HEADLINE);
        if (survey.isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        Release release = disclosure.of(found.get());
        Wave wave = fieldwork.wave(found.get().waveId()).orElseThrow();
        return series(
                survey.get(),
                Map.of(
                        wave.id(),
                        reading(release.runId(), release.withheld())
                                .wave(wave.year(), groups(survey.get()), publication)
                                .with(outcomes(release, wave.id()))));
    }

    private Optional<PublishedSeries> series(Survey survey, Map<Long, PublishedWave> from) {
        List<PublishedWave> waves = new ArrayList<>();
        for (Wave wave : fieldwork.waves(survey.id())) {
            PublishedWave one = from.get(wave.id());
            if (one != null) {
                waves.add(one);
            }
        }
        if (waves.isEmpty()) {
            return Optional.empty();
        }
        SurveySetup.Target goal = fieldwork.target(survey.id());
        Target target = new Target(goal.indicator(), goal.operator(), goal.value(), goal.deadline());
        PublishedWave last = waves.get(waves.size() - 1);
        return Optional.of(new PublishedSeries(
                survey,
                target,
                waves,
                Verdicts.of(last, target),
                context.of(survey.id()),
                survey.synthetic(),
                references.of(survey.id())));
    }

    @Override
    public Optional<String> levelName(String dimension, String code, Locale locale) {
        return Optional.ofNullable(names.get(dimension))
                .map(byCode -> byCode.get(code))
                .map(name -> name.name(locale));
    }

    private static Map<String, NamedCode> byCode(List<NamedCode> names) {
        return names.stream().collect(Collectors.toUnmodifiableMap(NamedCode::code, name -> name));
    }
}
