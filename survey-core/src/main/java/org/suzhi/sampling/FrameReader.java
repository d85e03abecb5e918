package org.suzhi.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the units of a frame from a table and lists everything that is wrong with them. */
final class FrameReader {
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "unit", List.of("unit", "psu", "code", "village", "单元", "抽样单元", "代码", "村代码"),
            "name", List.of("name", "name_zh", "name_en", "名称", "村名"),
            "town", List.of("town", "乡镇", "镇", "乡镇代码"),
            "stratum", List.of("stratum", "层"),
            "residence", List.of("residence", "城乡"),
            "size", List.of("size", "adults", "population", "规模", "人口", "人数"),
            "households", List.of("households", "户数"));
    private static final List<String> NEEDED = List.of("unit", "town", "stratum", "size");
    private static final Map<String, String> RESIDENCES = Map.of(
            "", "", "urban", "urban", "rural", "rural", "城镇", "urban", "城市", "urban", "农村", "rural", "乡村", "rural");

    private final TableHeadings headings;
    private final List<SamplingProblem> problems;
    private final Map<String, Integer> rowOf = new HashMap<>();

    private FrameReader(TableHeadings headings, List<SamplingProblem> problems) {
        this.headings = headings;
        this.problems = problems;
    }

    static Frame read(List<TableRow> table) {
        List<SamplingProblem> problems = new ArrayList<>();
        TableHeadings headings = TableHeadings.of("frame", table, HEADINGS, NEEDED, problems);
        List<Unit> units = new ArrayList<>();
        if (problems.isEmpty()) {
            FrameReader reader = new FrameReader(headings, problems);
            table.subList(1, table.size()).forEach(row -> reader.unit(row).ifPresent(units::add));
        }
        return new Frame(units, problems);
    }

    static Frame check(List<Unit> units) {
        List<TableRow> table = new ArrayList<>();
        table.add(new TableRow(1, List.of("unit", "name", "town", "stratum", "residence", "size", "households")));
        for (Unit unit : units) {
            table.add(new TableRow(
                    table.size() + 1,
                    List.of(
                            unit.code(),
                            unit.name(),
                            unit.town(),
                            unit.stratum(),
                            unit.residence(),
                            String.valueOf(unit.size()),
                            String.valueOf(unit.households()))));
        }
        return read(table);
    }

    private Optional<Unit> unit(TableRow row) {
        int before = problems.size();
        String code = text(row, "unit");
        Integer first = code.isEmpty() ? null : rowOf.putIfAbsent(code, row.number());
        if (first != null) {
            problem(row, "unit", "duplicate-unit", first);
        }
        String town = text(row, "town");
        String stratum = text(row, "stratum");
        String residence = RESIDENCES.getOrDefault(cell(row, "residence"), "?");
        if (residence.equals("?")) {
            problem(row, "residence", "residence");
        }
        int size = size(row);
        int households = households(row);
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Unit(code, cell(row, "name"), town, stratum, residence, size, households));
    }

    private int size(TableRow row) {
        String cell = cell(row, "size");
        Optional<Integer> number = Numbers.whole(cell);
        if (cell.isEmpty()) {
            problem(row, "size", "missing");
        } else if (number.isEmpty()) {
            problem(row, "size", "not-whole");
        } else if (number.get() <= 0) {
            problem(row, "size", number.get() == 0 ? "zero-size" : "negative-size");
        }
        return number.orElse(0);
    }

    private int households(TableRow row) {
        String cell = cell(row, "households");
        Optional<Integer> number = Numbers.whole(cell);
        if (!cell.isEmpty() && (number.isEmpty() || number.get() < 0)) {
            problem(row, "households", "not-whole");
        }
        return number.orElse(0);
    }

    private String text(TableRow row, String column) {
        String cell = cell(row, column);
        if (cell.isEmpty()) {
            problem(row, column, "missing");
        }
        return cell;
    }

    private String cell(TableRow row, String column) {
        return headings.cell(row, column);
    }

    private void problem(TableRow row, String column, String code, Object... arguments) {
        problems.add(new SamplingProblem(
                "frame",
                row.number(),
                headings.shown(column),
                cell(row, column),
                code,
                SamplingProblem.texts(arguments)));
    }
}
