package org.suzhi.web.division;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.TableFile;

/** The list of units: those of the division, all of them and no others, and what each leads and shares where it says so. */
record UnitFile(List<Unit> units, List<FileProblem> problems) {
    private static final Map<String, List<String>> HEADINGS = Map.ofEntries(
            Map.entry("code", List.of("code", "代码", "编号")),
            Map.entry("unit_zh", List.of("unit_zh", "unit", "name_zh", "单位", "单位名称")),
            Map.entry("unit_en", List.of("unit_en", "name_en", "英文名")),
            Map.entry("town", List.of("town", "乡镇", "镇", "乡镇代码")),
            Map.entry("lead_rows", List.of("lead_rows")),
            Map.entry("responsible_rows", List.of("responsible_rows")),
            Map.entry("n_lead", List.of("n_lead")),
            Map.entry("n_responsible", List.of("n_responsible")));

    static UnitFile read(byte[] bytes, WorkFile work, Set<String> towns) {
        PlanTable table = new PlanTable(bytes, HEADINGS, "unit_zh");
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> printed = Set.copyOf(work.unitNames());
        List<Unit> units = new ArrayList<>();
        for (TableFile.Line line : table.rows()) {
            String code = table.has("code") ? table.text(line, "code") : "u%02d".formatted(units.size() + 1);
            table.check(line, "code", code.isEmpty() || code.matches(PlanTable.CODE), "code");
            table.check(line, "code", code.isEmpty() || codes.add(code), "twice");
            String name = table.text(line, "unit_zh");
            table.check(line, "unit_zh", names.add(name), "twice");
            // Where the division itself could not be read, nothing can be held against it.
            boolean known = work.actions().isEmpty() || printed.contains(name);
            table.check(line, "unit_zh", known, "division-unit-not-in-work");
            String town = table.cell(line, "town");
            table.check(
                    line,
                    "town",
                    town.isEmpty() || town.equals(Unit.EVERY_TOWN) || towns.contains(town),
                    "unknown-town");
            Unit unit = new Unit(code, new Name(name, table.cell(line, "unit_en")), town);
            if (known && !work.actions().isEmpty()) {
                rows(table, line, "lead_rows", "n_lead", work, action -> action.isLedBy(unit));
                rows(table, line, "responsible_rows", "n_responsible", work, action -> action.isSharedBy(unit));
            }
            units.add(unit);
        }
        if (!table.rows().isEmpty()) {
            TableFile.Line last = table.rows().get(table.rows().size() - 1);
            work.unitNames().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> table.tell(last, "unit_zh", name, "division-unit-missing"));
        }
        return new UnitFile(units, table.problems());
    }

    private static void rows(
            PlanTable table, TableFile.Line line, String rows, String count, WorkFile work, Predicate<Action> of) {
        List<Integer> numbers =
                work.actions().stream().filter(of).map(Action::number).toList();
        String counted = numbers.stream().map(String::valueOf).collect(Collectors.joining(";"));
        if (table.has(rows) && !table.cell(line, rows).equals(counted)) {
            table.differ(line, rows, table.cell(line, rows), counted, "division-rows");
        }
        table.count(line, count, numbers.size());
    }
}
