package org.suzhi.web.division;

import java.util.List;
import java.util.Map;
import org.suzhi.web.fieldwork.FileProblem;

/** What the plan asks for in survey, evaluation and assessment. */
record ObligationFile(List<Obligation> obligations, List<FileProblem> problems) {
    private static final Map<String, List<String>> HEADINGS =
            Map.of("id", List.of("id", "编号"), "quote", List.of("quote", "原文"), "use", List.of("use", "用途"));

    static ObligationFile read(byte[] bytes) {
        PlanTable table = new PlanTable(bytes, HEADINGS, "id", "quote");
        List<Obligation> obligations = table.rows().stream()
                .map(line -> new Obligation(table.text(line, "id"), table.text(line, "quote"), table.cell(line, "use")))
                .toList();
        return new ObligationFile(obligations, table.problems());
    }
}
