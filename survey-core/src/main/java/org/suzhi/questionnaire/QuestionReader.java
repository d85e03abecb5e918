package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one row of the survey sheet as a question, with the parameters of its type. */
final class QuestionReader {
    private static final Map<String, String> TYPE_ALIASES = Map.of(
            "imei", "deviceid",
            "image", "photo",
            "add image prompt", "photo",
            "add photo prompt", "photo",
            "add audio prompt", "audio",
            "add video prompt", "video",
            "add file prompt", "file");

    private final Columns columns;
    private final Problems problems;
    private final Map<String, ChoiceList> osmTags;
    private final SelectReader selects;
    private final ParametersReader parameters;

    QuestionReader(
            Columns columns,
            Map<String, ChoiceList> lists,
            Map<String, ChoiceList> externalLists,
            Map<String, ChoiceList> osmTags,
            Problems problems) {
        this.columns = columns;
        this.osmTags = osmTags;
        this.problems = problems;
        this.selects = new SelectReader(columns, lists, externalLists.keySet(), problems);
        this.parameters = new ParametersReader(columns, lists, problems);
    }

    static String canonicalType(String type) {
        return TYPE_ALIASES.getOrDefault(type, type);
    }

    void beginTable(SurveyElement group) {
        selects.beginTable(group);
    }

    void endTable() {
        selects.endTable();
    }

    /** The questions a row makes: most make one, some need another beside it. */
    List<SurveyElement> read(int row, String type, String name, Map<String, Phrase> values) {
        var question = new SurveyElement(SurveyElement.Kind.QUESTION, type, name, row);
        SelectReader.SelectType select = SelectReader.SelectType.of(type);
        String known = select == null
                ? type.startsWith("osm ") ? "osm" : type
                : select.command().type();
        if (type.equals("xml-external") || type.equals("csv-external")) {
            return List.of(question);
        }
        QuestionType definition = QuestionType.of(known);
        if (definition == null) {
            problems.add(SurveyReader.SHEET, row, columns.heading("type"), type, "question.unknownType");
            return List.of(question);
        }
        question.tag = definition.tag();
        definition.bind().forEach((key, value) -> question.bind.put(key, Phrase.of(value)));
        question.control.putAll(definition.control());
        fill(question, values);
        if (question.hint == null && !definition.hint().isEmpty()) {
            question.hint = Phrase.of(definition.hint());
        }
        readDefault(question, values);
        readTrigger(question, values);
        question.parameters.putAll(parameters.parse(question, values));
        var made = new ArrayList<SurveyElement>();
        if (select != null) {
            made.addAll(selects.read(question, select, values));
        } else {
            made.add(question);
            parameters.apply(question);
            if (known.equals("osm")) {
                readTags(question);
            }
        }
        check(question);
        return made;
    }

    private void readTags(SurveyElement question) {
        ChoiceList tags = osmTags.get(question.type.substring("osm".length()).strip());
        if (tags != null) {
            tags.choices.forEach(
                    tag -> question.tags.put(tag.name(), tag.label() == null ? Phrase.of(tag.name()) : tag.label()));
        }
    }

    private void readDefault(SurveyElement question, Map<String, Phrase> values) {
        Phrase given = values.get("default");
        if (given == null) {
            return;
        }
        question.defaultValue = given.plain();
        question.dynamicDefault = DynamicDefault.isDynamic(question.defaultValue, question.type);
        if (question.type.equals("photo")
                && !question.dynamicDefault
                && !question.defaultValue.contains("jr://images/")) {
            question.defaultValue = "jr://images/" + question.defaultValue;
        }
    }

    private void readTrigger(SurveyElement question, Map<String, Phrase> values) {
        Phrase trigger = values.get("trigger");
        if (trigger == null) {
            return;
        }
        question.triggers = Reference.names(trigger.plain());
        if (question.triggers.isEmpty()) {
            problems.add(
                    SurveyReader.SHEET,
                    question.row,
                    columns.heading("trigger"),
                    trigger.plain(),
                    "trigger.noReference");
        }
    }

    private void check(SurveyElement question) {
        boolean calculated = question.bind.containsKey("calculate");
        if (question.type.equals("calculate") && !calculated && !question.dynamicDefault) {
            problems.add(
                    SurveyReader.SHEET,
                    question.row,
                    columns.heading("bind calculate"),
                    question.name,
                    "calculate.missing");
        }
        if (question.type.equals("background-geopoint") && question.triggers.isEmpty()) {
            problems.add(
                    SurveyReader.SHEET, question.row, columns.heading("trigger"), question.name, "geopoint.noTrigger");
        }
        boolean shown = !question.tag.isEmpty()
                && !((calculated || !question.triggers.isEmpty()) && !question.hasLabelOrHint());
        if (shown && !question.hasLabelOrHint() && question.media.isEmpty()) {
            problems.add(SurveyReader.SHEET, question.row, columns.heading("label"), question.name, "question.noLabel");
        }
        if (question.media.containsKey("big-image") && !question.media.containsKey("image")) {
            problems.add(
                    SurveyReader.SHEET,
                    question.row,
                    columns.heading("media big-image"),
                    question.name,
                    "question.bigImage");
        }
    }

    /** Takes over the columns that all elements have. */
    void fill(SurveyElement element, Map<String, Phrase> values) {
        element.label = values.get("label");
        element.hint = values.get("hint");
        element.guidance = values.get("guidance_hint");
        element.choiceFilter = plain(values, "choice_filter");
        values.forEach((key, phrase) -> {
            int space = key.indexOf(' ');
            String group = space < 0 ? "" : key.substring(0, space);
            String column = key.substring(space + 1);
            switch (group) {
                case "bind" -> element.bind.put(column, phrase);
                case "control" -> element.control.put(column, phrase.plain());
                case "media" -> element.media.put(column, phrase);
                case "instance" -> element.instance.put(column, phrase.plain());
                default -> {
                    // a column of its own, read where it belongs, or one for the author's notes
                }
            }
        });
        if ("label".equals(element.control.get("appearance")) && element.label == null) {
            element.label = Phrase.of(" ");
        }
    }

    static String plain(Map<String, Phrase> values, String key) {
        Phrase phrase = values.get(key);
        return phrase == null ? "" : phrase.plain();
    }

    /** The hidden question that calculates how often a repeat repeats. */
    SurveyElement countOf(SurveyElement repeat, String expression) {
        var count = new SurveyElement(SurveyElement.Kind.QUESTION, "calculate", repeat.name + "_count", repeat.row);
        count.bind.put("type", Phrase.of("string"));
        count.bind.put("readonly", Phrase.of("true()"));
        count.bind.put("calculate", Phrase.of(expression));
        return count;
    }

    SurveyElement audit(int row, Map<String, Phrase> values) {
        var audit = new SurveyElement(SurveyElement.Kind.QUESTION, "audit", "audit", row);
        audit.bind.put("type", Phrase.of("binary"));
        parameters.parse(audit, values).forEach((key, value) -> audit.bind.put("odk:" + key, Phrase.of(value)));
        return audit;
    }
}
