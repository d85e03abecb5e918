package org.suzhi.web.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.StratumNames;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.HeadlineSettings;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;

/** Makes the codebook of a wave's rows: what the questionnaire asked, in the reader's language. */
@Component
public class Codebooks {
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final HeadlineSettings settings;
    private final FoundLevels found;
    private final StratumNames strata;
    private final MessageSource messages;

    Codebooks(
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            HeadlineSettings settings,
            FoundLevels found,
            StratumNames strata,
            MessageSource messages) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.settings = settings;
        this.found = found;
        this.strata = strata;
        this.messages = messages;
    }

    public Codebook of(Wave wave, WaveExtract rows, Locale locale) {
        PublishedQuestionnaire form = questionnaires.get(wave.questionnaireVersionId());
        QuestionnaireLabels labels = labels(wave, form, locale);
        Set<String> flags =
                fieldwork.groups(wave.surveyId()).stream().map(NamedCode::code).collect(Collectors.toSet());
        List<Variable> variables = new ArrayList<>();
        found.of(rows, form, flags).forEach((name, codes) -> variables.add(labels.variable(name, codes)));
        return new Codebook(variables, labels);
    }

    /** What the columns of a wave are called, for which its rows need not be there. */
    public Labels labels(Wave wave, Locale locale) {
        return labels(wave, questionnaires.get(wave.questionnaireVersionId()), locale);
    }

    private QuestionnaireLabels labels(Wave wave, PublishedQuestionnaire form, Locale locale) {
        return new QuestionnaireLabels(
                form,
                new Words(messages, locale),
                names(fieldwork.groups(wave.surveyId()), locale),
                names(fieldwork.towns(wave.surveyId()), locale),
                strata.of(wave.surveyId(), locale),
                settings.dimensions().stream()
                        .collect(Collectors.toMap(
                                HeadlineSettings.Dimension::column, HeadlineSettings.Dimension::name)));
    }

    private static Map<String, String> names(List<NamedCode> codes, Locale locale) {
        return codes.stream().collect(Collectors.toMap(NamedCode::code, c -> c.name(locale)));
    }
}
