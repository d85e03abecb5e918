package org.suzhi.web.division;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.TableFile;

/**
 * The rows of the division of work. Units are listed as the plan prints them, set apart by {@code 、}, {@code ；} or
 * {@code ;} outside brackets; where the file also tells how many there are, the list must have so many.
 */
record WorkFile(List<Action> actions, List<FileProblem> problems) {
    private static final Map<String, List<String>> HEADINGS = Map.ofEntries(
            Map.entry("no", List.of("no", "number", "序号", "编号")),
            Map.entry("category", List.of("category", "类别", "分类")),
            Map.entry("category_en", List.of("category_en")),
            Map.entry("action_zh", List.of("action_zh", "action", "工作任务", "任务", "项目")),
            Map.entry("action_en", List.of("action_en")),
            Map.entry("lead_units", List.of("lead_units", "牵头单位")),
            Map.entry("responsible_units", List.of("responsible_units", "责任单位")),
            Map.entry("n_responsible_listed", List.of("n_responsible_listed", "责任单位数")),
            Map.entry("n_responsible_distinct", List.of("n_responsible_distinct")),
            Map.entry("note", List.of("note", "备注")),
            Map.entry("source", List.of("source", "来源")));

    static WorkFile read(byte[] bytes) {
        PlanTable table = new PlanTable(bytes, HEADINGS, "no", "category", "action_zh", "lead_units");
        List<Action> actions = new ArrayList<>();
        Set<Integer> numbers = new LinkedHashSet<>();
        Map<String, String> categories = new HashMap<>();
        for (TableFile.Line line : table.rows()) {
            int number = table.whole(line, "no", 1, 999);
            table.check(line, "no", numbers.add(number), "twice");
            String category = table.text(line, "category");
            String translated = table.cell(line, "category_en");
            categories.putIfAbsent(category, translated);
            table.check(
                    line, "category_en", translated.equals(categories.get(category)), "division-category-translation");
            List<String> lead = units(table.text(line, "lead_units"));
            List<String> responsible = units(table.cell(line, "responsible_units"));
            table.checkUnits(line, "lead_units", lead);
            table.checkUnits(line, "responsible_units", responsible);
            table.count(line, "n_responsible_listed", responsible.size());
            table.count(line, "n_responsible_distinct", Set.copyOf(responsible).size());
            actions.add(new Action(
                    number,
                    new Name(category, translated),
                    new Name(table.text(line, "action_zh"), table.cell(line, "action_en")),
                    lead,
                    responsible,
                    List.of(),
                    table.cell(line, "note"),
                    table.cell(line, "source")));
        }
        return new WorkFile(actions, table.problems());
    }

    WorkFile {
        actions = List.copyOf(actions);
        problems = List.copyOf(problems);
    }

    /** The units in the order in which the plan first prints them, each once. */
    List<String> unitNames() {
        Set<String> names = new LinkedHashSet<>();
        for (Action action : actions) {
            names.addAll(action.lead());
            names.addAll(action.responsible());
        }
        return List.copyOf(names);
    }

    /** The units with codes of their order, for a plan without a list of units. */
    List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        for (String name : unitNames()) {
            units.add(new Unit("u%02d".formatted(units.size() + 1), new Name(name, ""), ""));
        }
        return units;
    }

    /** What a list names, in its order. */
    private static List<String> units(String list) {
        List<String> units = new ArrayList<>();
        int open = 0;
        int start = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i < list.length() ? list.charAt(i) : ';';
            open += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
            if (i == list.length() || (open <= 0 && "、；;".indexOf(c) >= 0)) {
                String unit = list.substring(start, i).strip();
                if (!unit.isEmpty()) {
                    units.add(unit);
                }
                start = i + 1;
            }
        }
        return units;
    }
}
