package org.suzhi.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the units of a frame from a table and lists everything that is wrong with them. */
final class FrameReader {
    private static final Map<String, List<String>> HEADINGS = Map.ofEntries(
            Map.entry(
                    "unit",
                    List.of(
                            "unit", "psu", "code", "village", "单元", "抽样单元", "单位代码", "村居代码", "村代码", "代码", "编号", "村居",
                            "单位", "村")),
            Map.entry("name", List.of("name_zh", "name", "名称", "村居名称", "村名", "单位名称", "中文名")),
            Map.entry("name_en", List.of("name_en", "英文名")),
            Map.entry("town", List.of("town", "town_code", "township", "乡镇代码", "乡镇", "乡镇街道", "镇")),
            Map.entry("stratum", List.of("stratum", "strata", "层", "抽样层", "分层")),
            Map.entry("residence", List.of("residence", "urban_rural", "城乡", "居住地", "城乡类型")),
            Map.entry("size", List.of("size", "mos", "adults", "population", "规模", "成人数", "成年人数", "人口数", "人口", "人数")),
            Map.entry("households", List.of("households", "户数", "家庭户数")),
            Map.entry("latitude", List.of("latitude", "lat", "纬度")),
            Map.entry("longitude", List.of("longitude", "lon", "lng", "经度")),
            Map.entry("synthetic", List.of("synthetic", "合成数据", "合成")));
    private static final List<String> NEEDED = List.of("unit", "town", "size");
    private static final List<String> YES = List.of("true", "1", "yes", "是");
    private static final Map<String, String> RESIDENCES = Map.of(
            "", "", "urban", "urban", "rural", "rural", "城镇", "urban", "城市", "urban", "城", "urban", "农村", "rural", "乡村",
            "rural", "乡", "rural");

    private final TableHeadings headings;
    private final FrameRules rules;
    private final List<SamplingProblem> problems;
    private final Map<String, Integer> rowOf = new HashMap<>();

    private FrameReader(TableHeadings headings, FrameRules rules, List<SamplingProblem> problems) {
        this.headings = headings;
        this.rules = rules;
        this.problems = problems;
    }

    static Frame read(List<TableRow> table, FrameRules rules) {
        List<SamplingProblem> problems = new ArrayList<>();
        TableHeadings headings = TableHeadings.of("frame", table, HEADINGS, NEEDED, problems);
        List<Unit> units = new ArrayList<>();
        boolean synthetic = false;
        if (problems.isEmpty()) {
            FrameReader reader = new FrameReader(headings, rules, problems);
            for (TableRow row : table.subList(1, table.size())) {
                reader.unit(row).ifPresent(units::add);
                synthetic |= YES.contains(reader.cell(row, "synthetic").toLowerCase(Locale.ROOT));
            }
        }
        return new Frame(units, problems, synthetic);
    }

    static Frame check(List<Unit> units) {
        List<TableRow> table = new ArrayList<>();
        table.add(new TableRow(1, List.of("unit", "town", "stratum", "residence", "size", "households")));
        for (Unit unit : units) {
            table.add(new TableRow(
                    table.size() + 1,
                    List.of(
                            unit.code(),
                            unit.town(),
                            unit.stratum(),
                            unit.residence(),
                            String.valueOf(unit.size()),
                            String.valueOf(unit.households()))));
        }
        Frame read = read(table, FrameRules.NONE);
        return read.problems().isEmpty() ? new Frame(units, List.of()) : read;
    }

    private Optional<Unit> unit(TableRow row) {
        int before = problems.size();
        String code = text(row, "unit");
        Integer first = code.isEmpty() ? null : rowOf.putIfAbsent(code, row.number());
        if (first != null) {
            problem(row, "unit", "duplicate-unit", first);
        } else if (!code.isEmpty() && !rules.code().test(code)) {
            problem(row, "unit", "unit-code");
        }
        String townName = text(row, "town");
        String town = rules.town().apply(townName);
        if (town.isEmpty() && !townName.isEmpty()) {
            problem(row, "town", "unknown-town");
        }
        String residence = RESIDENCES.getOrDefault(cell(row, "residence").toLowerCase(Locale.ROOT), "?");
        if (residence.equals("?")) {
            problem(row, "residence", "residence");
        }
        int size = size(row);
        int households = households(row);
        Unit.Place centre = centre(row);
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Unit(
                        code,
                        cell(row, "name"),
                        cell(row, "name_en"),
                        town,
                        stratum(row, town, residence),
                        residence,
                        size,
                        households,
                        centre));
    }

    private String stratum(TableRow row, String town, String residence) {
        String stratum = cell(row, "stratum");
        return !stratum.isEmpty() ? stratum : residence.isEmpty() ? town : town + "-" + residence;
    }

    /** A place needs both; one of them alone is wrong. */
    private Unit.@Nullable Place centre(TableRow row) {
        String north = cell(row, "latitude");
        String east = cell(row, "longitude");
        if (north.isEmpty() && east.isEmpty()) {
            return null;
        }
        return new Unit.Place(degrees(row, "latitude", 90), degrees(row, "longitude", 180));
    }

    private double degrees(TableRow row, String column, double most) {
        String cell = cell(row, column);
        double degrees = cell.matches("-?\\d{1,3}(\\.\\d+)?") ? Double.parseDouble(cell) : Double.NaN;
        if (!(Math.abs(degrees) <= most)) {
            problem(row, column, "coordinate");
        }
        return degrees;
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
