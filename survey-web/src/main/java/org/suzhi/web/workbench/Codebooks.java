package org.suzhi.web.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suzhi.questionnaire.ScoringKey.ScoredItem;
import org.suzhi.response.Item;
import org.suzhi.response.Wording;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.HeadlineSettings;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;
import org.suzhi.web.workbench.Variable.Level;
import org.suzhi.web.workbench.Variable.Topic;

/** Makes the codebook of a wave's rows: what the questionnaire asked, in the reader's language. */
@Component
public class Codebooks {
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final HeadlineSettings settings;
    private final FoundLevels found;
    private final MessageSource messages;

    Codebooks(
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            HeadlineSettings settings,
            FoundLevels found,
            MessageSource messages) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.settings = settings;
        this.found = found;
        this.messages = messages;
    }

    public Codebook of(Wave wave, WaveExtract rows, Locale locale) {
        PublishedQuestionnaire form = questionnaires.get(wave.questionnaireVersionId());
        List<NamedCode> groups = fieldwork.groups(wave.surveyId());
        Set<String> flags = groups.stream().map(NamedCode::code).collect(Collectors.toSet());
        Making making = new Making(
                form,
                new Words(messages, locale),
                names(groups, locale),
                names(fieldwork.towns(wave.surveyId()), locale),
                settings.dimensions().stream()
                        .collect(
                                Collectors.toMap(HeadlineSettings.Dimension::column, HeadlineSettings.Dimension::name)),
                items(form),
                beforeTheFirstPoints(form));
        List<Variable> variables = new ArrayList<>();
        found.of(rows, form, flags).forEach((name, codes) -> variables.add(making.variable(name, codes)));
        return new Codebook(variables);
    }

    private static Map<String, String> names(List<NamedCode> codes, Locale locale) {
        return codes.stream().collect(Collectors.toMap(NamedCode::code, c -> c.name(locale)));
    }

    private static Map<String, Item> items(PublishedQuestionnaire form) {
        Map<String, Item> items = new LinkedHashMap<>();
        form.form().items().forEach(item -> items.putIfAbsent(item.name(), item));
        return items;
    }

    /** What comes before the first item with points tells about the person. */
    private static Set<String> beforeTheFirstPoints(PublishedQuestionnaire form) {
        Set<String> scored =
                form.scoring().items().stream().map(ScoredItem::item).collect(Collectors.toSet());
        Set<String> before = new HashSet<>();
        for (Item item : form.form().items()) {
            if (scored.contains(item.name())) {
                break;
            }
            before.add(item.name());
        }
        return before;
    }

    /** @param dimensions names of breakdowns by their columns */
    private record Making(
            PublishedQuestionnaire form,
            Words words,
            Map<String, String> groups,
            Map<String, String> towns,
            Map<String, String> dimensions,
            Map<String, Item> items,
            Set<String> background) {
        Variable variable(String name, List<String> codes) {
            if (groups.containsKey(name)) {
                return of(name, groups.get(name), Topic.GROUP, codes, c -> words.or("workbench.flag." + c, c));
            }
            String own = words.or("workbench.variable." + name, "");
            if (name.equals("town")) {
                return of(name, own, Topic.BACKGROUND, codes, c -> towns.getOrDefault(c, c));
            }
            if (name.equals("score") || form.scoring().dimensions().contains(name)) {
                return of(name, own.isEmpty() ? name : own, Topic.SCORE, List.of(), c -> c);
            }
            Item item = items.get(name);
            String dimension = dimensions.getOrDefault(name, name);
            String asked = item == null ? "" : item.label().in(words.locale());
            String label = words.or("dimension." + dimension, own.isEmpty() ? asked : own);
            Map<String, Wording> choices = item == null ? Map.of() : item.choices();
            boolean answer = item != null && !background.contains(name);
            return of(
                    name,
                    label.isBlank() ? name : label,
                    answer ? Topic.ANSWER : Topic.BACKGROUND,
                    codes,
                    code -> choices.containsKey(code)
                            ? choices.get(code).in(words.locale())
                            : words.or("level." + dimension + "." + code, code));
        }

        private static Variable of(
                String name, String label, Topic topic, List<String> codes, UnaryOperator<String> labelOf) {
            List<Level> levels = codes.stream()
                    .map(code -> new Level(code, labelOf.apply(code)))
                    .toList();
            return new Variable(name, label, topic, levels);
        }
    }
}
