package org.suzhi.web.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suzhi.response.Control;
import org.suzhi.response.Item;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.StratumNames;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.HeadlineSettings;
import org.suzhi.web.questionnaire.AnswerCodes;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;

/** Makes the codebook of a wave's rows: what the questionnaire asked, in the reader's language. */
@Component
public class Codebooks {
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final Extracts extracts;
    private final HeadlineSettings settings;
    private final FoundLevels found;
    private final AnswerCodes codes;
    private final StratumNames strata;
    private final MessageSource messages;

    Codebooks(
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            Extracts extracts,
            HeadlineSettings settings,
            FoundLevels found,
            AnswerCodes codes,
            StratumNames strata,
            MessageSource messages) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.extracts = extracts;
        this.settings = settings;
        this.found = found;
        this.codes = codes;
        this.strata = strata;
        this.messages = messages;
    }

    /** The codebook of rows that are there. */
    public Codebook of(Wave wave, WaveExtract rows, Locale locale) {
        PublishedQuestionnaire form = questionnaires.get(wave.questionnaireVersionId());
        return codebook(
                found.of(wave.id(), rows, form, flags(wave)),
                labels(wave, form, locale),
                new Scored(form.scoring(), codes, Optional.of(rows.table())));
    }

    /**
     * The codebook that a wave's rows will have: that of its rows before they changed, else what its questionnaire offers.
     *
     * @param sections how the wave is weighted; their factors tell the categories of what the form calculates
     */
    public Codebook expected(Wave wave, Map<String, Object> sections, Locale locale) {
        PublishedQuestionnaire form = questionnaires.get(wave.questionnaireVersionId());
        return codebook(
                found.earlier(wave.id()).orElseGet(() -> offered(wave, sections)),
                labels(wave, form, locale),
                new Scored(form.scoring(), codes, Optional.empty()));
    }

    /** The categories that questionnaire and weighting tell of. */
    Map<String, List<String>> offered(Wave wave, Map<String, Object> sections) {
        PublishedQuestionnaire form = questionnaires.get(wave.questionnaireVersionId());
        return new ExpectedLevels(form, sections, flags(wave), codes(fieldwork.towns(wave.surveyId())))
                .of(found.analysed(extracts.columns(wave.id())));
    }

    private static Codebook codebook(Map<String, List<String>> levels, QuestionnaireLabels labels, Scored scored) {
        List<Variable> variables = new ArrayList<>();
        levels.forEach((name, codes) -> variables.add(labels.variable(name, codes)));
        return new Codebook(variables, labels, scored);
    }

    /** The columns of 0 and 1: priority groups, and the choices of several. */
    private Set<String> flags(Wave wave) {
        Set<String> flags = new HashSet<>(codes(fieldwork.groups(wave.surveyId())));
        for (Item item :
                questionnaires.get(wave.questionnaireVersionId()).form().items()) {
            if (item.control() == Control.SELECT_MULTIPLE) {
                item.choices().keySet().forEach(choice -> flags.add(item.name() + "_" + choice));
            }
        }
        return flags;
    }

    private static List<String> codes(List<NamedCode> named) {
        return named.stream().map(NamedCode::code).toList();
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
