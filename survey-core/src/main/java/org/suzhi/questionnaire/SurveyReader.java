package org.suzhi.questionnaire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the survey sheet: which questions stand in which groups and repeats. */
final class SurveyReader {
    static final String SHEET = "survey";
    private static final Map<String, String> CONTROLS =
            Map.of("group", "group", "repeat", "repeat", "lgroup", "repeat", "looped group", "repeat", "loop", "loop");
    private static final Pattern BEGIN =
            Pattern.compile("begin[\\s_](group|repeat|lgroup|looped group|loop)( (over )?(\\S+))?");
    private static final Pattern END = Pattern.compile("end[\\s_](group|repeat|lgroup|looped group|loop)");
    private static final Map<String, String> SETTING_ROWS = Map.of(
            "set form title", "title", "form_title", "title", "set form id", "id_string", "form_id", "id_string");

    /** A group being read. */
    private record Open(SurveyElement element, String control, String loopList, Set<String> names) {}

    private final Settings settings;
    private final Columns columns;
    private final Sheet sheet;
    private final Problems problems;
    private final Map<String, ChoiceList> lists;
    private final QuestionReader questions;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<SurveyElement> meta = new ArrayList<>();
    private final Set<String> repeatNames = new HashSet<>();

    SurveyReader(
            Sheet sheet,
            Settings settings,
            Map<String, ChoiceList> lists,
            Map<String, ChoiceList> externalLists,
            Map<String, ChoiceList> osmTags,
            Problems problems) {
        this.sheet = sheet;
        this.settings = settings;
        this.lists = lists;
        this.problems = problems;
        this.columns = Columns.ofSurvey(sheet);
        this.questions = new QuestionReader(columns, lists, externalLists, osmTags, problems);
    }

    /** The root of the form with everything in it, and the entity its submissions stand for, if any. */
    SurveyElement read(@Nullable SurveyElement entity) {
        var root = new SurveyElement(SurveyElement.Kind.GROUP, "survey", settings.rootName(), 0);
        open.push(new Open(root, "", "", new HashSet<>()));
        if (!columns.has("type")) {
            problems.add(SHEET, 1, "type", String.join(", ", sheet.columns()), "column.missing", "type");
            return root;
        }
        columns.doubled().forEach(heading -> problems.add(SHEET, 1, heading, heading, "column.doubled"));
        for (Sheet.SheetRow row : sheet.rows()) {
            boolean clean = settings.cleansText();
            readRow(row.number(), columns.read(row, settings.defaultLanguage(), clean, clean));
        }
        while (open.size() > 1) {
            Open unclosed = open.pop();
            problems.add(
                    SHEET,
                    unclosed.element().row,
                    columns.heading("type"),
                    unclosed.element().name,
                    "group.unclosed",
                    unclosed.control());
        }
        if (entity == null) {
            root.walk(this::checkNotSaved);
        }
        if (settings.isOn("flat")) {
            root.children.forEach(child -> flatten(child, ""));
        }
        addMeta(root, entity);
        return root;
    }

    private void checkNotSaved(SurveyElement element) {
        Phrase property = element.bind.get("entities:saveto");
        if (property != null) {
            problems.add(SHEET, element.row, columns.heading("bind entities:saveto"), property.plain(), "entity.none");
        }
    }

    private void readRow(int number, Map<String, Phrase> row) {
        Phrase disabled = row.get("disabled");
        if (disabled != null && Settings.isYes(disabled.plain())) {
            return;
        }
        Phrase typed = row.get("type");
        if (typed == null) {
            if (row.containsKey("name") || row.containsKey("label")) {
                String name = row.containsKey("name") ? row.get("name").plain() : "";
                problems.add(SHEET, number, columns.heading("type"), name, "question.noType");
            }
            return;
        }
        String type = QuestionReader.canonicalType(typed.plain());
        String setting = SETTING_ROWS.get(type);
        if (setting != null && row.containsKey("name")) {
            settings.set(setting, row.get("name").plain());
            return;
        }
        Matcher end = END.matcher(type);
        if (end.matches()) {
            close(number, CONTROLS.get(end.group(1)), row);
            return;
        }
        String name = name(number, type, row);
        if (name == null) {
            return;
        }
        Matcher begin = BEGIN.matcher(type);
        if (begin.matches()) {
            String list = begin.group(4) == null ? "" : begin.group(4);
            begin(number, CONTROLS.getOrDefault(begin.group(1), ""), name, list, row);
        } else if (type.equals("audit")) {
            if (!name.equals("audit")) {
                problems.add(SHEET, number, columns.heading("name"), name, "audit.name");
            }
            meta.add(questions.audit(number, row));
        } else {
            questions.read(number, type, name, row).forEach(current()::add);
        }
    }

    private SurveyElement current() {
        return open.element().element();
    }

    private @Nullable String name(int number, String type, Map<String, Phrase> row) {
        String name;
        if (row.containsKey("name")) {
            name = row.get("name").plain();
        } else if (type.equals("note")) {
            name = "generated_note_name_" + number;
        } else if (type.equals("audit")) {
            return "audit";
        } else {
            problems.add(SHEET, number, columns.heading("name"), type, "question.noName");
            return null;
        }
        if (!Names.isXmlName(name)) {
            problems.add(SHEET, number, columns.heading("name"), name, "question.badName");
            return null;
        }
        if (!open.element().names().add(name)) {
            problems.add(SHEET, number, columns.heading("name"), name, "question.doubledName");
        }
        return name;
    }

    private void close(int number, @Nullable String control, Map<String, Phrase> row) {
        if (open.size() == 1 || !open.element().control().equals(control)) {
            String name = row.containsKey("name") ? row.get("name").plain() : "";
            problems.add(
                    SHEET,
                    number,
                    columns.heading("type"),
                    name,
                    "group.unmatchedEnd",
                    String.valueOf(control),
                    open.size() == 1 ? "" : open.element().element().name);
            return;
        }
        Open closed = open.pop();
        if (closed.control().equals("loop")) {
            new Loop(lists.get(closed.loopList())).unroll(closed.element());
        }
        questions.endTable();
    }

    private void begin(int number, String control, String name, String list, Map<String, Phrase> row) {
        boolean repeats = control.equals("repeat");
        var element = new SurveyElement(
                repeats ? SurveyElement.Kind.REPEAT : SurveyElement.Kind.GROUP, control, name, number);
        questions.fill(element, row);
        if (repeats && (!repeatNames.add(name) || name.equals(settings.rootName()))) {
            problems.add(SHEET, number, columns.heading("name"), name, "repeat.doubledName");
        }
        Phrase required = element.bind.get("required");
        if (required != null && !Settings.isNo(required.plain())) {
            problems.add(SHEET, number, columns.heading("bind required"), required.plain(), "group.required");
        }
        if (control.equals("loop") && !lists.containsKey(list)) {
            problems.add(
                    SHEET, number, columns.heading("type"), list, "list.unknown", String.join(", ", lists.keySet()));
        }
        String count = element.control.getOrDefault("jr:count", "");
        if (!count.isEmpty() && !Reference.isAll(count)) {
            current().add(questions.countOf(element, count));
            element.control.put("jr:count", "${" + name + "_count}");
        }
        if (row.containsKey("intent")) {
            element.control.put("intent", row.get("intent").plain());
        }
        current().add(element);
        open.push(new Open(element, control, list, new HashSet<>()));
        questions.beginTable(element);
    }

    /** Takes a group out of the instance: what is inside becomes relevant only if the group is. */
    private static void flatten(SurveyElement element, String groupRelevant) {
        String own = element.bind.containsKey("relevant")
                ? element.bind.get("relevant").plain()
                : "";
        String both =
                groupRelevant.isEmpty() || own.isEmpty() ? groupRelevant + own : groupRelevant + " and (" + own + ")";
        if (element.kind == SurveyElement.Kind.GROUP) {
            element.flat = true;
            element.children.forEach(child -> flatten(child, both));
        } else if (!both.isEmpty()) {
            element.bind.put("relevant", Phrase.of(both));
        }
    }

    private void addMeta(SurveyElement root, @Nullable SurveyElement entity) {
        boolean omitted = settings.isOn("omit_instanceid") || settings.isOn("omit_instanceID");
        if (omitted && !settings.get("public_key").isEmpty()) {
            problems.add("settings", 2, "omit_instanceID", "yes", "settings.omitInstanceId");
        }
        if (!omitted) {
            var id = new SurveyElement(SurveyElement.Kind.QUESTION, "calculate", "instanceID", 0);
            id.bind.put("type", Phrase.of("string"));
            id.bind.put("readonly", Phrase.of("true()"));
            String preload = settings.get("instance_id");
            id.bind.put("jr:preload", Phrase.of(preload.isEmpty() ? "uid" : preload));
            meta.add(id);
        }
        if (!settings.get("instance_name").isEmpty()) {
            var name = new SurveyElement(SurveyElement.Kind.QUESTION, "calculate", "instanceName", 0);
            name.bind.put("type", Phrase.of("string"));
            name.bind.put("calculate", Phrase.of(settings.get("instance_name")));
            meta.add(name);
        }
        if (entity != null) {
            meta.add(entity);
        }
        if (!meta.isEmpty()) {
            var group = new SurveyElement(SurveyElement.Kind.GROUP, "group", "meta", 0);
            group.bodyless = true;
            meta.forEach(group::add);
            root.add(group);
        }
    }
}
