package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads selects and ranks: their lists, files, "or other" and the tables they stand in. */
final class SelectReader {
    static final Set<String> FILE_TYPES = Set.of(".csv", ".xml", ".geojson");
    private static final Map<String, String> COMMANDS = new LinkedHashMap<>();
    private static final Pattern OR_OTHER = Pattern.compile("(.*\\S) (or specify other|or_other|or other)");
    private static final Pattern SEARCH = Pattern.compile("search\\(.*?\\)");

    static {
        for (String one : List.of(
                "add select one prompt using",
                "select one from file",
                "select one from",
                "select_one_from_file",
                "select_one",
                "select one",
                "select1")) {
            COMMANDS.put(one, "select one");
        }
        for (String many : List.of(
                "add select multiple prompt using",
                "select all that apply from",
                "select multiple from file",
                "select_multiple_from_file",
                "select all that apply",
                "select_multiple")) {
            COMMANDS.put(many, "select all that apply");
        }
        COMMANDS.put("select_one_external", "select one external");
        COMMANDS.put("rank", "rank");
    }

    record Command(String name, String type) {}

    /** A select's type, taken apart. */
    record SelectType(Command command, String list, boolean orOther) {
        static @Nullable SelectType of(String type) {
            Matcher other = OR_OTHER.matcher(type);
            boolean orOther = other.matches();
            String rest = orOther ? other.group(1) : type;
            int space = rest.lastIndexOf(' ');
            String command = space < 0 ? "" : rest.substring(0, space);
            String known = COMMANDS.get(command);
            return known == null
                    ? null
                    : new SelectType(new Command(command, known), rest.substring(space + 1), orOther);
        }

        String extension() {
            int dot = list.lastIndexOf('.');
            String extension = dot < 0 ? "" : list.substring(dot);
            return FILE_TYPES.contains(extension) ? extension : "";
        }
    }

    private final Columns columns;
    private final Map<String, ChoiceList> lists;
    private final Set<String> externalLists;
    private final Problems problems;

    /** The group that shows its selects as a table, and the list they share once the first is read. */
    private @Nullable SurveyElement table;

    private String tableList = "";

    SelectReader(Columns columns, Map<String, ChoiceList> lists, Set<String> externalLists, Problems problems) {
        this.columns = columns;
        this.lists = lists;
        this.externalLists = externalLists;
        this.problems = problems;
    }

    /** Notes a group that shows its selects as a table; its label becomes a note of its own. */
    void beginTable(SurveyElement group) {
        List<String> appearance = new ArrayList<>(Arrays.asList(
                group.control.getOrDefault("appearance", "").strip().split("\\s+", -1)));
        if (!appearance.remove("table-list")) {
            return;
        }
        table = group;
        tableList = "";
        appearance.add(0, "field-list");
        group.control.put("appearance", String.join(" ", appearance).strip());
        if (group.hasLabelOrHint()) {
            var note = new SurveyElement(
                    SurveyElement.Kind.QUESTION, "note", "generated_table_list_label_" + group.row, group.row);
            note.tag = "input";
            note.bind.put("readonly", Phrase.of("true()"));
            note.bind.put("type", Phrase.of("string"));
            note.label = group.label;
            note.hint = group.hint;
            group.label = null;
            group.hint = null;
            group.add(note);
        }
    }

    void endTable() {
        table = null;
    }

    List<SurveyElement> read(SurveyElement question, SelectType type, Map<String, Phrase> values) {
        question.list = type.list();
        checkList(question, type);
        if (type.command().type().equals("select one external")) {
            question.query = type.list();
            question.list = "";
        }
        ChoiceList list = lists.get(type.list());
        if (SEARCH.matcher(question.control.getOrDefault("appearance", "")).find() && list != null) {
            list.usedBySearch = true;
        }
        var made = new ArrayList<SurveyElement>();
        if (table != null) {
            addToTable(question, type, made);
        }
        made.add(question);
        if (type.orOther()) {
            made.add(other(question, list));
        }
        return made;
    }

    private void checkList(SurveyElement question, SelectType type) {
        boolean external = type.command().type().equals("select one external");
        boolean known = external
                ? externalLists.contains(type.list())
                : lists.containsKey(type.list()) || !type.extension().isEmpty() || Reference.isIn(type.list());
        boolean fromFile = type.command().name().contains("file");
        if (!known && !fromFile) {
            Set<String> there = external ? externalLists : lists.keySet();
            String names = there.isEmpty() ? "-" : String.join(", ", there);
            problem(question, "type", type.list(), "list.unknown", names);
        }
        if (fromFile && type.extension().isEmpty()) {
            problem(question, "type", type.list(), "list.fileType");
        }
        ChoiceList list = lists.get(type.list());
        if (list != null && question.tag.equals("select")) {
            list.choices.stream()
                    .filter(choice -> choice.name().contains(" "))
                    .forEach(choice -> problem(question, "type", choice.name(), "choice.space", type.list()));
        }
        if (type.orOther() && known && list == null) {
            problem(question, "type", type.list(), "list.other");
        }
        if (type.orOther() && !question.choiceFilter.isEmpty()) {
            problem(question, "choice_filter", question.choiceFilter, "select.otherFiltered");
        }
    }

    private void problem(SurveyElement question, String column, String got, String code, String... arguments) {
        problems.add(SurveyReader.SHEET, question.row, columns.heading(column), got, code, arguments);
    }

    private void addToTable(SurveyElement question, SelectType type, List<SurveyElement> made) {
        if (tableList.isEmpty()) {
            tableList = type.list();
            if (!question.choiceFilter.isEmpty()) {
                problem(question, "choice_filter", question.choiceFilter, "table.filtered");
            }
            var header = new SurveyElement(
                    SurveyElement.Kind.QUESTION,
                    question.type,
                    "reserved_name_for_field_list_labels_" + question.row,
                    question.row);
            header.tag = question.tag;
            header.bind.put("type", Phrase.of("string"));
            header.control.put("appearance", "label");
            header.label = Phrase.of(" ");
            header.list = type.list();
            made.add(header);
        } else if (!tableList.equals(type.list())) {
            problem(question, "type", type.list(), "table.otherList", tableList);
        }
        question.control.put("appearance", "list-nolabel");
    }

    private static SurveyElement other(SurveyElement question, @Nullable ChoiceList list) {
        if (list != null) {
            list.addOther();
        }
        var other = new SurveyElement(SurveyElement.Kind.QUESTION, "text", question.name + "_other", question.row);
        other.tag = "input";
        other.label = Phrase.of("Specify other.");
        other.bind.put("type", Phrase.of("string"));
        other.bind.put("relevant", Phrase.of("selected(../" + question.name + ", 'other')"));
        return other;
    }
}
