package org.suzhi.web.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suzhi.response.DataType;
import org.suzhi.response.Item;
import org.suzhi.response.Wording;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;

/** Puts the answers of a response into the reader's language. */
final class ResponseReading {
    private final List<Item> items;
    private final Locale locale;

    ResponseReading(PublishedQuestionnaire questionnaire, Locale locale) {
        this.items = questionnaire.form().items().stream()
                .filter(item -> !item.path().contains("/meta/"))
                .toList();
        this.locale = locale;
    }

    /**
     * A question with its answer.
     *
     * @param value the answer's code
     * @param editable whether it can be corrected here: asked, and no file
     * @param choices codes with their labels, for a list to choose from
     * @param seconds how long the question was on the screen, "" where the client does not tell
     */
    record Answer(
            String path,
            String question,
            String answer,
            String value,
            boolean editable,
            Map<String, String> choices,
            String seconds) {}

    /** A revision with what it changed: question, before, after. */
    record Change(int revision, String at, String by, String reason, List<List<String>> differences) {}

    List<Answer> answers(Interview interview, Map<String, Double> seconds) {
        return items.stream()
                .filter(item -> !interview.answer(item.name()).isEmpty())
                .map(item -> answer(item, interview.answer(item.name()), seconds.get(item.path())))
                .toList();
    }

    private Answer answer(Item item, String value, @Nullable Double seconds) {
        Map<String, String> choices = item.choices().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> label(e.getValue(), e.getKey()),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new));
        boolean editable = !item.calculated()
                && item.type() != DataType.BINARY
                && !question(item).isEmpty();
        return new Answer(
                item.path(),
                label(item.label(), item.name()),
                shown(item, value),
                value,
                editable,
                choices,
                seconds == null ? "" : String.format(Locale.ROOT, "%.1f", seconds));
    }

    private static String question(Item item) {
        return item.label().byLanguage().values().stream().findFirst().orElse("");
    }

    private String label(Wording wording, String otherwise) {
        String text = wording.in(locale);
        return text.isEmpty() ? otherwise : text;
    }

    /** The labels of the choices, or the text as it is. */
    private String shown(Item item, String value) {
        return item.choices().isEmpty()
                ? value
                : Arrays.stream(value.split(" ", -1))
                        .map(code -> label(item.choices().getOrDefault(code, Wording.NONE), code))
                        .collect(Collectors.joining("、"));
    }

    /** The revisions, the newest first, each with its differences from the one before. */
    List<Change> history(List<Revision> revisions) {
        List<Change> history = new ArrayList<>();
        for (int i = revisions.size() - 1; i >= 0; i--) {
            Revision revision = revisions.get(i);
            history.add(new Change(
                    revision.number(),
                    ReviewWords.minute(revision.at()),
                    revision.by().orElse(""),
                    revision.reason().orElse(""),
                    i == 0 ? List.of() : differences(revisions.get(i - 1), revision)));
        }
        return history;
    }

    private List<List<String>> differences(Revision before, Revision after) {
        List<List<String>> differences = new ArrayList<>();
        for (Item item : items) {
            String old = before.answers().getOrDefault(item.name(), "");
            String now = after.answers().getOrDefault(item.name(), "");
            if (!old.equals(now)) {
                differences.add(List.of(label(item.label(), item.name()), shown(item, old), shown(item, now)));
            }
        }
        return differences;
    }
}
