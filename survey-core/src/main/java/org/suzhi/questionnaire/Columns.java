package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The headings of a sheet, understood: aliases resolved, "label::English (en)" split into column and language. A
 * column inside a group, such as the relevance in the bind, has a key like "bind relevant".
 */
final class Columns {
    /** Columns that hold further columns: "bind::jr:noAppErrorString", "body::accuracyThreshold". */
    private static final Set<String> GROUPS = Set.of("bind", "control", "media", "instance", "attribute");

    private static final Map<String, String> SURVEY = aliases(
            "caption=label, relevance=bind relevant, relevant=bind relevant, command=type, tag=name, value=name,"
                    + " read_only=bind readonly, readonly=bind readonly, required=bind required,"
                    + " constraint=bind constraint, constraining_message=bind jr:constraintMsg,"
                    + " constraint_message=bind jr:constraintMsg, calculation=bind calculate, calculate=bind calculate,"
                    + " requiredmsg=bind jr:requiredMsg, required_message=bind jr:requiredMsg,"
                    + " noapperrorstring=bind jr:noAppErrorString, no_app_error_string=bind jr:noAppErrorString,"
                    + " appearance=control appearance, count=control jr:count, repeat_count=control jr:count,"
                    + " jr:count=control jr:count, autoplay=control autoplay, rows=control rows, body=control,"
                    + " image=media image, big-image=media big-image, image-description=media image-description,"
                    + " audio=media audio, video=media video,"
                    + " compact_tag=instance odk:tag, save_to=bind entities:saveto");
    private static final Set<String> SURVEY_NAMES = Set.of(
            "type",
            "name",
            "label",
            "hint",
            "guidance_hint",
            "default",
            "choice_filter",
            "parameters",
            "trigger",
            "intent",
            "bind",
            "control",
            "media",
            "instance",
            "disabled",
            "query",
            "list_name");

    private static final Map<String, String> CHOICES = aliases("caption=label, value=name, image=media image,"
            + " big-image=media big-image, image-description=media image-description, audio=media audio,"
            + " video=media video");
    private static final Set<String> CHOICE_NAMES = Set.of("list_name", "name", "label", "media", "sms_option");

    private static final Map<String, String> SETTINGS = aliases("form_title=title, set_form_title=title,"
            + " form_id=id_string, set_form_id=id_string, prefix=prefix, delimiter=delimiter");
    private static final Set<String> SETTING_NAMES = Set.of(
            "title",
            "id_string",
            "name",
            "version",
            "default_language",
            "public_key",
            "submission_url",
            "auto_send",
            "auto_delete",
            "client_editable",
            "instance_name",
            "instance_id",
            "instance_xmlns",
            "namespaces",
            "style",
            "omit_instanceid",
            "clean_text_values",
            "allow_choice_duplicates",
            "add_none_option",
            "flat",
            "attribute",
            "prefix",
            "delimiter",
            "sms_keyword",
            "sms_separator");

    /** A column and the language its texts are in, "" for none. */
    record Column(String key, String language) {}

    private final Map<String, Column> byHeading = new LinkedHashMap<>();

    private Columns(Sheet sheet, Map<String, String> aliases, Set<String> names) {
        boolean doubleColon = sheet.columns().stream().anyMatch(heading -> heading.contains("::"));
        for (String heading : sheet.columns()) {
            byHeading.put(heading, column(heading, doubleColon, aliases, names));
        }
    }

    static Columns ofSurvey(Sheet sheet) {
        return new Columns(sheet, SURVEY, SURVEY_NAMES);
    }

    static Columns ofChoices(Sheet sheet) {
        return new Columns(sheet, CHOICES, CHOICE_NAMES);
    }

    static Columns ofSettings(Sheet sheet) {
        return new Columns(sheet, SETTINGS, SETTING_NAMES);
    }

    private static Map<String, String> aliases(String list) {
        return Stream.of(list.split(", *", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Column column(String heading, boolean doubleColon, Map<String, String> aliases, Set<String> names) {
        List<String> tokens = tokens(heading, doubleColon);
        String first = String.join("_", tokens.get(0).split("\\s+", -1)).toLowerCase(Locale.ROOT);
        String key = aliases.getOrDefault(first, names.contains(first) ? first : "");
        if (key.isEmpty()) {
            return new Column(heading, "");
        }
        int next = 1;
        if (GROUPS.contains(key) && tokens.size() > 1) {
            key = key + " " + tokens.get(next++);
        }
        return new Column(key, String.join("::", tokens.subList(next, tokens.size())));
    }

    /** The parts of a heading; where no heading of the sheet has "::", a single colon parts them too. */
    private static List<String> tokens(String heading, boolean doubleColon) {
        var tokens = new ArrayList<String>();
        for (String token : heading.split(doubleColon ? "::" : ":", -1)) {
            boolean afterPrefix = !doubleColon
                    && !tokens.isEmpty()
                    && tokens.get(tokens.size() - 1).equals("jr");
            if (afterPrefix) {
                tokens.set(tokens.size() - 1, "jr:" + token.strip());
            } else {
                tokens.add(token.strip());
            }
        }
        return tokens;
    }

    /** The headings that say the same as one before them, such as {@code value} after {@code name}. */
    List<String> doubled() {
        var seen = new HashSet<Column>();
        return byHeading.entrySet().stream()
                .filter(entry -> !entry.getValue().key().isEmpty() && !seen.add(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean has(String key) {
        return byHeading.values().stream().anyMatch(column -> column.key().equals(key));
    }

    /** The headings that give a column, in their order, for problems to name. */
    String heading(String key) {
        return byHeading.entrySet().stream()
                .filter(entry -> entry.getValue().key().equals(key))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** A row's texts by column. */
    Map<String, Phrase> read(Sheet.SheetRow row, String defaultLanguage, boolean foldSpace, boolean straightenQuotes) {
        var values = new LinkedHashMap<String, Phrase>();
        row.cells().forEach((heading, raw) -> {
            Column column = byHeading.get(heading);
            if (column != null) {
                String text = clean(raw, foldSpace, straightenQuotes);
                Phrase phrase = column.language().isEmpty() ? Phrase.of(text) : Phrase.of(column.language(), text);
                values.merge(column.key(), phrase, (a, b) -> a.and(b, defaultLanguage));
            }
        });
        return values;
    }

    private static String clean(String raw, boolean foldSpace, boolean straightenQuotes) {
        String text = foldSpace ? raw.strip().replaceAll(" {2,}", " ") : raw;
        return straightenQuotes
                ? text.replace('\u2018', '\'')
                        .replace('\u2019', '\'')
                        .replace('\u201C', '"')
                        .replace('\u201D', '"')
                : text;
    }
}
