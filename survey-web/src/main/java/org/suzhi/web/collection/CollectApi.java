package org.suzhi.web.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.StatutoryLabels;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;

/** What the web form needs to know before it can start. */
@RestController
class CollectApi {
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final Clock clock;

    CollectApi(Fieldwork fieldwork, Questionnaires questionnaires, Clock clock) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    /** A wave that can be picked; {@code open} tells whether it takes responses today; labels not given are null. */
    record CollectWave(
            int year,
            Map<String, String> title,
            String formId,
            String version,
            String formUrl,
            boolean open,
            boolean synthetic,
            StatutoryLabels labels) {}

    /** The waves, newest first; titles in both languages, since they are also shown without a network. */
    @GetMapping("/api/v1/collect/waves")
    List<CollectWave> waves() {
        return fieldwork.survey().stream()
                .flatMap(survey -> fieldwork.waves(survey.id()).stream()
                        .sorted(Comparator.comparing(Wave::year).reversed())
                        .map(wave -> collectWave(survey, wave)))
                .toList();
    }

    private CollectWave collectWave(Survey survey, Wave wave) {
        PublishedQuestionnaire form = questionnaires.get(wave.questionnaireVersionId());
        return new CollectWave(
                wave.year(),
                Map.of("zh-CN", survey.nameZh(), "en", survey.nameEn()),
                form.formId(),
                form.version(),
                OpenRosaForms.path(form),
                wave.collects(LocalDate.now(clock)),
                survey.synthetic(),
                wave.labels());
    }
}
