package org.suzhi.web.publication;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;
import org.suzhi.microdata.Problem;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.questionnaire.Questionnaires;

/** Runs the headline analysis of waves. */
@Service
public class WavePublisher {
    private static final Logger LOG = LoggerFactory.getLogger(WavePublisher.class);
    private final Fieldwork fieldwork;
    private final WaveSections sections;
    private final WaveAnalyses analyses;
    private final Runs runs;
    private final HeadlineSettings settings;
    private final Questionnaires questionnaires;
    private final ShownWaves shown;
    private final Clock clock;

    WavePublisher(
            Fieldwork fieldwork,
            WaveSections sections,
            WaveAnalyses analyses,
            Runs runs,
            HeadlineSettings settings,
            Questionnaires questionnaires,
            ShownWaves shown,
            Clock clock) {
        this.fieldwork = fieldwork;
        this.sections = sections;
        this.analyses = analyses;
        this.runs = runs;
        this.settings = settings;
        this.questionnaires = questionnaires;
        this.shown = shown;
        this.clock = clock;
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
        List<String> groups =
                fieldwork.groups(survey.id()).stream().map(NamedCode::code).toList();
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
        shown.refresh(wave.id());
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
}
