package org.suzhi.web.division;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suzhi.web.division.PlanTarget.Aspiration;
import org.suzhi.web.division.PlanTarget.Comparison;
import org.suzhi.web.division.PlanTarget.Measure;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.TableFile;

/** The targets of the plan. Without a column that says so, a target is aspirational where its quote says 力争. */
record TargetFile(List<PlanTarget> targets, List<FileProblem> problems) {
    private static final String STRIVE = "力争";

    private static final Map<String, List<String>> HEADINGS = Map.ofEntries(
            Map.entry("id", List.of("id", "编号")),
            Map.entry("key", List.of("key", "代码")),
            Map.entry("name_zh", List.of("name_zh", "name", "目标", "名称")),
            Map.entry("name_en", List.of("name_en")),
            Map.entry("op", List.of("op", "operator", "比较")),
            Map.entry("value", List.of("value", "目标值", "值")),
            Map.entry("unit", List.of("unit", "单位")),
            Map.entry("deadline", List.of("deadline", "期限")),
            Map.entry("quote", List.of("quote", "原文")),
            Map.entry("section", List.of("section", "章节")),
            Map.entry("note", List.of("note", "备注")),
            Map.entry("annex_row", List.of("annex_row", "序号")),
            Map.entry("aspirational", List.of("aspirational", "力争")),
            Map.entry("measured_by", List.of("measured_by", "来源")));

    static TargetFile read(byte[] bytes, List<Action> actions) {
        PlanTable table = new PlanTable(bytes, HEADINGS, "id", "key", "name_zh", "op", "value", "unit");
        Set<String> ids = new HashSet<>();
        Set<String> keys = new HashSet<>();
        List<PlanTarget> targets = new ArrayList<>();
        for (TableFile.Line line : table.rows()) {
            String id = code(table, line, "id", ids);
            String key = code(table, line, "key", keys);
            Measure measure = measure(table, line);
            String measuredBy = measuredBy(table, line, actions);
            String op = table.cell(line, "op");
            @Nullable Comparison comparison = Comparison.of(op).orElse(null);
            table.check(line, "op", op.isEmpty() || comparison != null, "division-op");
            @Nullable Double value = value(table, line, measure);
            boolean numberless = measure == Measure.UNQUANTIFIED;
            table.check(line, "op", numberless == op.isEmpty(), numberless ? "division-no-number" : "missing");
            targets.add(new PlanTarget(
                    id,
                    key,
                    new Name(table.text(line, "name_zh"), table.cell(line, "name_en")),
                    comparison,
                    value,
                    measure,
                    table.optionalWhole(line, "deadline", 1990, 2100),
                    table.cell(line, "quote"),
                    table.cell(line, "section"),
                    table.cell(line, "note"),
                    action(table, line, actions),
                    aspiration(table, line),
                    measuredBy));
        }
        return new TargetFile(targets, table.problems());
    }

    private static String code(PlanTable table, TableFile.Line line, String column, Set<String> seen) {
        String code = table.text(line, column);
        if (!code.isEmpty() && table.check(line, column, code.matches(PlanTable.CODE), "code")) {
            table.check(line, column, seen.add(code), "twice");
        }
        return code;
    }

    private static Measure measure(PlanTable table, TableFile.Line line) {
        String unit = table.text(line, "unit");
        Optional<Measure> measure = Measure.of(unit);
        table.check(line, "unit", unit.isEmpty() || measure.isPresent(), "division-measure");
        return measure.orElse(Measure.COUNT);
    }

    private static @Nullable Double value(PlanTable table, TableFile.Line line, Measure measure) {
        String cell = table.cell(line, "value");
        if (measure == Measure.UNQUANTIFIED) {
            table.check(line, "value", cell.isEmpty(), "division-no-number");
            return null;
        }
        Optional<Double> value = Values.of(cell, measure);
        table.check(line, "value", value.isPresent(), "division-value-" + Values.rule(measure));
        return value.orElse(0.0);
    }

    private static @Nullable Integer action(PlanTable table, TableFile.Line line, List<Action> actions) {
        Integer row = table.optionalWhole(line, "annex_row", 1, 999);
        if (row != null && !actions.isEmpty()) {
            boolean known = actions.stream().anyMatch(action -> action.number() == row);
            table.check(line, "annex_row", known, "division-unknown-row");
        }
        return row;
    }

    private static Aspiration aspiration(PlanTable table, TableFile.Line line) {
        if (!table.has("aspirational")) {
            return table.cell(line, "quote").contains(STRIVE) ? Aspiration.YES : Aspiration.NO;
        }
        String cell = table.cell(line, "aspirational");
        Optional<Aspiration> aspiration = Aspiration.of(cell);
        table.check(line, "aspirational", aspiration.isPresent(), "division-aspirational");
        return aspiration.orElse(Aspiration.NO);
    }

    private static String measuredBy(PlanTable table, TableFile.Line line, List<Action> actions) {
        String cell = table.cell(line, "measured_by");
        if (cell.isEmpty() || cell.equals(PlanTarget.ENTERED) || cell.equals(PlanTarget.SURVEY)) {
            return cell.isEmpty() ? PlanTarget.ENTERED : cell;
        }
        boolean known = actions.isEmpty()
                || actions.stream().anyMatch(action -> action.category().zh().equals(cell));
        table.check(line, "measured_by", known, "division-measured-by");
        return cell;
    }
}
