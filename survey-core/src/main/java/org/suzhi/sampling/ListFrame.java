package org.suzhi.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A second frame: a list of persons of whom more are wanted than the sample of areas brings.
 *
 * @param list its name, as in the plan
 * @param members in the order of the file; those that could be read
 * @param problems everything that is wrong, in the order of the rows
 */
public record ListFrame(String list, List<ListMember> members, List<SamplingProblem> problems) {
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "member", List.of("member", "id", "code", "成员", "编号", "代码"),
            "stratum", List.of("stratum", "层"),
            "unit", List.of("unit", "psu", "village", "单元", "抽样单元", "村代码"));

    public ListFrame {
        members = List.copyOf(members);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a table with the columns {@code member, stratum} and, if known, {@code unit}: the primary sampling unit of the
     * frame of areas where the person lives, empty for a person whom that frame does not cover. Without the column everybody
     * is taken to be covered.
     */
    public static ListFrame read(String list, List<TableRow> table) {
        List<SamplingProblem> problems = new ArrayList<>();
        TableHeadings headings = TableHeadings.of("list", table, HEADINGS, List.of("member", "stratum"), problems);
        List<ListMember> members = new ArrayList<>();
        Map<String, Integer> rowOf = new HashMap<>();
        for (TableRow row : problems.isEmpty() ? table.subList(1, table.size()) : List.<TableRow>of()) {
            String member = headings.cell(row, "member");
            String stratum = headings.cell(row, "stratum");
            String unit = headings.cell(row, "unit");
            for (String needed : List.of("member", "stratum")) {
                if (headings.cell(row, needed).isEmpty()) {
                    problems.add(problem(headings, row, needed, "missing"));
                }
            }
            Integer first = member.isEmpty() ? null : rowOf.putIfAbsent(member, row.number());
            if (first != null) {
                problems.add(problem(headings, row, "member", "duplicate-member", first));
            }
            members.add(new ListMember(list, member, stratum, unit, !headings.has("unit") || !unit.isEmpty()));
        }
        return new ListFrame(list, members, problems);
    }

    private static SamplingProblem problem(
            TableHeadings headings, TableRow row, String column, String code, Object... arguments) {
        return new SamplingProblem(
                "list",
                row.number(),
                headings.shown(column),
                headings.cell(row, column),
                code,
                SamplingProblem.texts(arguments));
    }

    /** The strata in the order in which they appear. */
    public Set<String> strata() {
        Set<String> strata = new LinkedHashSet<>();
        members.forEach(member -> strata.add(member.stratum()));
        return strata;
    }

    /** The members of a stratum in the order of the file. */
    public List<ListMember> members(String stratum) {
        return members.stream()
                .filter(member -> member.stratum().equals(stratum))
                .toList();
    }
}
