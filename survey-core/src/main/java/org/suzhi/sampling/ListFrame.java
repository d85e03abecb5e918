package org.suzhi.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
            "unit", List.of("unit", "psu", "village", "单元", "抽样单元", "村代码"),
            "town", List.of("town", "town_code", "township", "乡镇代码", "乡镇", "乡镇街道", "镇"));

    /** A number that says nothing of the person: no name, no identity card (18 places), no mobile phone (11 from 1). */
    private static final Pattern MEMBER = Pattern.compile("(?!\\d{17}[\\dXx]$)(?!1\\d{10}$)[A-Za-z0-9._-]{1,40}");

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
        return of(list, table, null, UnaryOperator.identity());
    }

    /**
     * Reads a table that is to be kept: members go by numbers that tell nobody who they are, units are those of the frame of
     * areas, and each member has a town, that of the unit or one that the table tells.
     *
     * @param towns the code of the town of that code or name; empty if there is none
     */
    public static ListFrame read(String list, List<TableRow> table, Frame areas, UnaryOperator<String> towns) {
        Map<String, Unit> units = new HashMap<>();
        areas.units().forEach(unit -> units.put(unit.code(), unit));
        return of(list, table, units, towns);
    }

    private static ListFrame of(
            String list, List<TableRow> table, @Nullable Map<String, Unit> units, UnaryOperator<String> towns) {
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
            String given = headings.cell(row, "town");
            String town = towns.apply(given);
            if (units != null) {
                Optional<Unit> home = Optional.ofNullable(units.get(unit));
                town = home.map(Unit::town).orElse(town);
                if (!member.isEmpty() && !MEMBER.matcher(member).matches()) {
                    problems.add(problem(headings, row, "member", "member-number"));
                }
                if (!unit.isEmpty() && home.isEmpty()) {
                    problems.add(problem(headings, row, "unit", "no-such-unit"));
                } else if (town.isEmpty()) {
                    problems.add(
                            problem(headings, row, "town", given.isEmpty() ? "member-without-town" : "unknown-town"));
                }
            }
            members.add(new ListMember(list, member, stratum, unit, town, !headings.has("unit") || !unit.isEmpty()));
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
