package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of the choices sheet. */
final class ChoiceList {
    /**
     * One choice.
     *
     * @param extra the further columns, for filters
     */
    record Choice(String name, @Nullable Phrase label, Map<String, Phrase> media, Map<String, String> extra) {}

    private static final String OTHER = "other";

    final String name;
    final List<Choice> choices = new ArrayList<>();

    /** Whether a select with search() in its appearance uses it, so that its choices stand in the body. */
    boolean usedBySearch;

    ChoiceList(String name) {
        this.name = name;
    }

    /** Whether its labels stand in the itext: there are translations, media or references among them. */
    boolean needsItext() {
        return choices.stream()
                .anyMatch(choice -> !choice.media().isEmpty()
                        || (choice.label() != null
                                && (choice.label().isTranslated()
                                        || choice.label().any(Reference::isIn))));
    }

    /** Adds "Other", in all languages that the list has, unless it is there. */
    void addOther() {
        if (choices.stream().anyMatch(choice -> choice.name().equals(OTHER))) {
            return;
        }
        @Nullable Phrase label = null;
        for (Choice choice : choices) {
            if (choice.label() != null && choice.label().isTranslated()) {
                Phrase other = choice.label().map((language, text) -> "Other");
                label = label == null ? other : label.and(other, "");
            }
        }
        choices.add(new Choice(OTHER, label == null ? Phrase.of("Other") : label, Map.of(), Map.of()));
    }

    /** Reads the choices sheet; lists by name. */
    static Map<String, ChoiceList> read(@Nullable Sheet sheet, Settings settings, Problems problems) {
        var lists = new LinkedHashMap<String, ChoiceList>();
        if (sheet == null) {
            return lists;
        }
        Columns columns = Columns.ofChoices(sheet);
        if (!sheet.rows().isEmpty() && !(columns.has("name") && columns.has("list_name"))) {
            String missing = columns.has("name") ? "list_name" : "name";
            problems.add(sheet.name(), 1, missing, String.join(", ", sheet.columns()), "column.missing", missing);
            return lists;
        }
        columns.doubled().forEach(heading -> problems.add(sheet.name(), 1, heading, heading, "column.doubled"));
        for (Sheet.SheetRow row : sheet.rows()) {
            Map<String, Phrase> values = columns.read(row, settings.defaultLanguage(), false, settings.cleansText());
            Phrase list = values.get("list_name");
            if (list == null) {
                continue;
            }
            Phrase name = values.get("name");
            if (name == null) {
                problems.add(sheet.name(), row.number(), columns.heading("name"), "", "choice.noName", list.plain());
                continue;
            }
            ChoiceList target = lists.computeIfAbsent(list.plain(), ChoiceList::new);
            boolean doubled = target.choices.stream().anyMatch(c -> c.name().equals(name.plain()));
            if (doubled && !settings.isOn("allow_choice_duplicates")) {
                problems.add(
                        sheet.name(),
                        row.number(),
                        columns.heading("name"),
                        name.plain(),
                        "choice.doubled",
                        list.plain());
            }
            target.choices.add(choice(name.plain(), values));
        }
        return lists;
    }

    private static Choice choice(String name, Map<String, Phrase> values) {
        var media = new LinkedHashMap<String, Phrase>();
        var extra = new LinkedHashMap<String, String>();
        values.forEach((key, phrase) -> {
            if (key.startsWith("media ")) {
                media.put(key.substring(6), phrase);
            } else if (!List.of("list_name", "name", "label", "sms_option").contains(key) && Names.isXmlName(key)) {
                extra.put(key, phrase.plain());
            }
        });
        if (values.containsKey("sms_option")) {
            extra.put("sms_option", values.get("sms_option").plain());
        }
        return new Choice(name, values.get("label"), media, extra);
    }
}
