package org.suzhi.web.division;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.TableFile;

/** Which action is to raise which priority group's rate: the actions with their groups. */
record GroupFile(List<Action> actions, List<FileProblem> problems) {
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "code", List.of("code", "代码", "编号"),
            "annex_row", List.of("annex_row", "序号"),
            "lead_unit", List.of("lead_unit", "牵头单位"));

    static GroupFile read(byte[] bytes, List<Action> actions, Set<String> groups) {
        PlanTable table = new PlanTable(bytes, HEADINGS, "code", "annex_row");
        Map<Integer, List<String>> byAction = new HashMap<>();
        for (TableFile.Line line : table.rows()) {
            String code = table.text(line, "code");
            boolean known = table.check(line, "code", groups.contains(code), "division-unknown-group");
            Integer row = table.optionalWhole(line, "annex_row", 1, 999);
            if (row == null || actions.isEmpty()) {
                continue;
            }
            List<Action> of =
                    actions.stream().filter(action -> action.number() == row).toList();
            if (!table.check(line, "annex_row", !of.isEmpty(), "division-unknown-row")) {
                continue;
            }
            String lead = table.cell(line, "lead_unit");
            if (!lead.isEmpty() && !of.get(0).lead().contains(lead)) {
                table.differ(line, "lead_unit", lead, String.join("、", of.get(0).lead()), "division-lead");
            }
            List<String> codes = byAction.computeIfAbsent(row, r -> new ArrayList<>());
            if (known && table.check(line, "code", !codes.contains(code), "twice")) {
                codes.add(code);
            }
        }
        return new GroupFile(
                actions.stream()
                        .map(action -> action.ofGroups(byAction.getOrDefault(action.number(), List.of())))
                        .toList(),
                table.problems());
    }
}
