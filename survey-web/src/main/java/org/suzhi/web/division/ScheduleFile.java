package org.suzhi.web.division;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.TableFile;

/** The phases of the plan. */
record ScheduleFile(List<Phase> phases, List<FileProblem> problems) {
    private static final int FIRST = 1990;
    private static final int LAST = 2100;
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "phase", List.of("phase", "no", "阶段", "序号"),
            "name_zh", List.of("name_zh", "name", "名称"),
            "name_en", List.of("name_en"),
            "start_year", List.of("start_year", "起始年"),
            "end_year", List.of("end_year", "结束年"),
            "quote", List.of("quote", "原文"));

    static ScheduleFile read(byte[] bytes) {
        PlanTable table = new PlanTable(bytes, HEADINGS, "phase", "name_zh", "start_year", "end_year");
        Set<Integer> numbers = new HashSet<>();
        List<Phase> phases = new ArrayList<>();
        for (TableFile.Line line : table.rows()) {
            int number = table.whole(line, "phase", 1, 99);
            table.check(line, "phase", numbers.add(number), "twice");
            int start = table.whole(line, "start_year", FIRST, LAST);
            int end = table.whole(line, "end_year", FIRST, LAST);
            table.check(line, "end_year", end >= start, "division-phase-order");
            phases.add(new Phase(
                    number,
                    new Name(table.text(line, "name_zh"), table.cell(line, "name_en")),
                    start,
                    end,
                    table.cell(line, "quote")));
        }
        phases.sort(Comparator.comparing(Phase::number));
        return new ScheduleFile(List.copyOf(phases), table.problems());
    }
}
