package org.suzhi.web.weighting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suzhi.response.Control;
import org.suzhi.response.Item;
import org.suzhi.response.Wording;
import org.suzhi.web.extract.Variables;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.questionnaire.Questionnaires;

/** Which variables a wave has to weight by: where a respondent lives, and what the questionnaire asks or calculates. */
@Component
public class WeightingVariables {
    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final Locale EN = Locale.ENGLISH;
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final Variables headline;
    private final MessageSource messages;

    WeightingVariables(Fieldwork fieldwork, Questionnaires questionnaires, Variables headline, MessageSource messages) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.headline = headline;
        this.messages = messages;
    }

    /** By name: first the breakdowns of the published rate, then the others in the order of the form. */
    public Map<String, WeightingVariable> of(Wave wave) {
        Map<String, WeightingVariable> found = new LinkedHashMap<>();
        List<NamedCode> towns = fieldwork.towns(wave.surveyId());
        found.put(
                "town",
                new WeightingVariable(
                        "town",
                        text("weighting.town", "town", ZH),
                        text("weighting.town", "town", EN),
                        towns,
                        List.of()));
        List<Item> items =
                questionnaires.get(wave.questionnaireVersionId()).form().items();
        for (Variables.Breakdown breakdown : headline.dimensions()) {
            items.stream()
                    .filter(item -> item.name().equals(breakdown.column()))
                    .filter(WeightingVariables::hasLevels)
                    .forEach(item -> found.putIfAbsent(item.name(), variable(item)));
        }
        items.stream()
                .filter(WeightingVariables::hasLevels)
                .forEach(item -> found.putIfAbsent(item.name(), variable(item)));
        return found;
    }

    /** The name of a level that the questionnaire calculates, such as an age band, else its code. */
    public String calculated(WeightingVariable variable, String code, Locale locale) {
        return text("level." + dimension(variable.name()) + "." + code, code, locale);
    }

    private String dimension(String column) {
        return headline.dimensions().stream()
                .filter(d -> d.column().equals(column))
                .map(Variables.Breakdown::name)
                .findFirst()
                .orElse(column);
    }

    private static boolean hasLevels(Item item) {
        return item.control() == Control.SELECT_ONE || item.calculated();
    }

    private WeightingVariable variable(Item item) {
        String dimension = dimension(item.name());
        List<NamedCode> levels = new ArrayList<>();
        List<NamedCode> aliases = new ArrayList<>();
        item.choices().forEach((code, wording) -> {
            levels.add(new NamedCode(code, wording.in(ZH), wording.in(EN)));
            String key = "level." + dimension + "." + code;
            aliases.add(new NamedCode(code, text(key, wording, ZH), text(key, wording, EN)));
        });
        String key = "dimension." + dimension;
        return new WeightingVariable(
                item.name(), text(key, item.name(), ZH), text(key, item.name(), EN), levels, aliases);
    }

    private String text(String key, Wording otherwise, Locale locale) {
        return text(key, otherwise.in(locale), locale);
    }

    private String text(String key, String otherwise, Locale locale) {
        String text = messages.getMessage(key, null, otherwise, locale);
        return text == null ? otherwise : text;
    }
}
