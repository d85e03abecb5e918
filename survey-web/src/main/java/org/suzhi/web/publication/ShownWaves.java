package org.suzhi.web.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.SurveySetup;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.jdbc.PublicationTable;
import org.suzhi.web.questionnaire.Questionnaires;

/** Holds the series as it is shown in memory. */
@Service
class ShownWaves implements Publications {
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final Runs runs;
    private final PublicationTable published;
    private final Disclosure disclosure;
    private final WaveReadings readings;
    private final ItemReferences references;
    private final ContextLines context;
    private final ApplicationEventPublisher events;
    private final Map<Long, PublishedWave> newest = new ConcurrentHashMap<>();
    private final Map<Long, PublishedWave> shown = new ConcurrentHashMap<>();
    private final Map<Integer, Long> runsShown = new ConcurrentHashMap<>();
    private volatile Optional<PublishedSeries> live = Optional.empty();
    private volatile Optional<PublishedSeries> series = Optional.empty();
    private volatile Map<String, Map<String, NamedCode>> names = Map.of();

    ShownWaves(
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            Runs runs,
            PublicationTable published,
            Disclosure disclosure,
            WaveReadings readings,
            ItemReferences references,
            ContextLines context,
            ApplicationEventPublisher events) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.runs = runs;
        this.published = published;
        this.disclosure = disclosure;
        this.readings = readings;
        this.references = references;
        this.context = context;
        this.events = events;
    }

    /** Shows a wave anew after something was computed or published of it; waves of other surveys are passed over. */
    synchronized void refresh(long waveId) {
        Optional<Wave> wave =
                fieldwork.survey().flatMap(survey -> fieldwork.wave(waveId).filter(w -> w.surveyId() == survey.id()));
        if (wave.isPresent()) {
            show(wave.get());
            putTogether();
        }
    }

    /** Shows what is published of a wave, else what may be shown of its newest automatic run, as provisional. */
    private void show(Wave wave) {
        Optional<Publication> publication = published.currentHeadline(wave.id());
        if (publication.isPresent()) {
            Release release = disclosure.of(publication.get());
            Long id = publication.get().id();
            runsShown.put(wave.year(), release.runId());
            Map<Outcome.Kind, Integer> cases = readings.outcomes(release, wave);
            newest.put(
                    wave.id(), readings.of(release.runId(), Set.of(), wave, id).with(cases));
            shown.put(
                    wave.id(),
                    readings.of(release.runId(), release.withheld(), wave, id).with(cases));
        } else {
            runs.newestHeadline(wave.id()).ifPresent(run -> showProvisional(wave, run));
        }
    }

    private void showProvisional(Wave wave, AnalysisRun run) {
        Map<Outcome.Kind, Integer> cases = readings.outcomes(wave);
        PublishedWave now = readings.of(run.id(), Set.of(), wave, null).with(cases);
        newest.put(wave.id(), now);
        List<Release> releases = disclosure.provisional(run);
        if (releases.stream().map(Release::runId).distinct().count() == 1) {
            runsShown.put(wave.year(), releases.get(0).runId());
        } else {
            runsShown.remove(wave.year());
        }
        List<PublishedWave> released = releases.stream()
                .map(r -> readings.of(r.runId(), r.withheld(), wave, null))
                .toList();
        if (!released.isEmpty()) {
            shown.put(
                    wave.id(),
                    released.get(1)
                            .with(released.get(0), now.responses(), now.usedResponses())
                            .with(cases));
        }
    }

    /** Published figures of others stand beside all waves. */
    @TransactionalEventListener
    void elsewhereChanged(PublishedElsewhere.Changed event) {
        putTogether();
    }

    private synchronized void putTogether() {
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
        PublishedWave alone = readings.of(release.runId(), release.withheld(), wave, publication)
                .with(readings.outcomes(release, wave));
        return series(survey.get(), Map.of(wave.id(), alone));
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
