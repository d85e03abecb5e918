package org.suzhi.web.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.HeadedTable;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.TableFile;

/**
 * A sampling frame as a table: one unit a row with its code, town and size (persons of the target population); names,
 * stratum, residence and coordinates may be left out. Without a stratum, a town's urban and rural units make one each.
 *
 * @param synthetic whether a row says so of itself
 * @param newTowns towns that the survey does not have yet; only where it has none at all
 * @param problems everything that is wrong, in the order of the rows
 */
public record FrameFile(
        List<FrameUnit> units, boolean synthetic, List<NamedCode> newTowns, List<FileProblem> problems) {
    private static final String CODE = "[A-Za-z0-9._-]{1,40}";
    private static final int LONGEST_NAME = 100;

    private static final Map<String, List<String>> HEADINGS = Map.ofEntries(
            Map.entry(
                    "unit",
                    List.of("unit", "village", "psu", "code", "村居代码", "村代码", "单位代码", "代码", "编号", "村", "村居", "单位")),
            Map.entry("town", List.of("town", "town_code", "township", "乡镇代码", "乡镇", "乡镇街道", "镇")),
            Map.entry("name_zh", List.of("name_zh", "name", "村居名称", "村名", "单位名称", "名称", "中文名")),
            Map.entry("name_en", List.of("name_en", "英文名")),
            Map.entry("stratum", List.of("stratum", "strata", "层", "抽样层", "分层")),
            Map.entry("residence", List.of("residence", "urban_rural", "城乡", "居住地", "城乡类型")),
            Map.entry("size", List.of("size", "adults", "mos", "population", "规模", "成人数", "成年人数", "人口数", "人口")),
            Map.entry("synthetic", List.of("synthetic", "合成", "合成数据")),
            Map.entry("latitude", List.of("latitude", "lat", "纬度")),
            Map.entry("longitude", List.of("longitude", "lon", "lng", "经度")));

    private static final Map<String, String> RESIDENCES = Map.of(
            "urban", "urban", "rural", "rural", "城镇", "urban", "城市", "urban", "城", "urban", "农村", "rural", "乡村",
            "rural", "乡", "rural", "", "");

    public FrameFile {
        units = List.copyOf(units);
        newTowns = List.copyOf(newTowns);
        problems = List.copyOf(problems);
    }

    /** Reads a file; nothing is stored. Towns may be named by code or by name. */
    public static FrameFile read(byte[] bytes, List<NamedCode> towns) {
        return new Reading(new HeadedTable(bytes, HEADINGS), towns).read();
    }

    private static final class Reading {
        private final HeadedTable table;
        private final Map<String, String> townCodes = new HashMap<>();
        private final boolean anyTown;
        private final Map<String, NamedCode> newTowns = new LinkedHashMap<>();
        private final List<FrameUnit> units = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private boolean synthetic;

        Reading(HeadedTable table, List<NamedCode> towns) {
            this.table = table;
            anyTown = towns.isEmpty();
            for (NamedCode town : towns) {
                townCodes.put(town.nameZh(), town.code());
                townCodes.put(town.nameEn(), town.code());
            }
            towns.forEach(town -> townCodes.put(town.code(), town.code()));
        }

        FrameFile read() {
            table.require("unit", "town", "size");
            if (table.problems().isEmpty()) {
                table.rows().forEach(this::read);
            }
            return new FrameFile(units, synthetic, List.copyOf(newTowns.values()), table.problems());
        }

        private void read(TableFile.Line line) {
            String code = table.cell(line, "unit");
            String town = town(table.cell(line, "town"));
            String residence = RESIDENCES.get(table.cell(line, "residence").toLowerCase(Locale.ROOT));
            @Nullable Integer size = size(table.cell(line, "size"));
            boolean holds = table.check(line, "unit", code.matches(CODE), "code");
            holds &= table.check(line, "unit", seen.add(code), "unit-twice");
            holds &= table.check(line, "town", !town.isEmpty(), "unknown-town");
            holds &= table.check(line, "residence", residence != null, "residence");
            holds &= table.check(line, "size", size != null, "size");
            holds &= table.check(line, "name_zh", name(line, "name_zh", code).length() <= LONGEST_NAME, "too-long");
            @Nullable Double latitude = coordinate(line, "latitude", 90);
            @Nullable Double longitude = coordinate(line, "longitude", 180);
            synthetic |= List.of("true", "1", "yes", "是")
                    .contains(table.cell(line, "synthetic").toLowerCase(Locale.ROOT));
            if (holds && size != null && residence != null) {
                units.add(new FrameUnit(
                        code,
                        name(line, "name_zh", code),
                        name(line, "name_en", name(line, "name_zh", code)),
                        town,
                        stratum(line, town, residence),
                        residence,
                        size,
                        longitude == null ? null : latitude,
                        latitude == null ? null : longitude));
            }
        }

        /** Its code; empty where it is not known. */
        private String town(String given) {
            if (anyTown && given.matches(CODE)) {
                newTowns.putIfAbsent(given, new NamedCode(given, given, given));
                return given;
            }
            if (anyTown && !given.isEmpty()) {
                String code = "t%02d".formatted(newTowns.size() + 1);
                return newTowns.computeIfAbsent(given, name -> new NamedCode(code, name, name))
                        .code();
            }
            return townCodes.getOrDefault(given, "");
        }

        private String name(TableFile.Line line, String column, String otherwise) {
            String name = table.cell(line, column);
            return name.isEmpty() ? otherwise : name;
        }

        private String stratum(TableFile.Line line, String town, String residence) {
            String stratum = table.cell(line, "stratum");
            return !stratum.isEmpty() ? stratum : residence.isEmpty() ? town : town + "-" + residence;
        }

        private static @Nullable Integer size(String cell) {
            String digits = cell.replace(",", "");
            return digits.matches("\\d{1,9}") && Integer.parseInt(digits) > 0 ? Integer.valueOf(digits) : null;
        }

        private @Nullable Double coordinate(TableFile.Line line, String column, double most) {
            String cell = table.cell(line, column);
            if (cell.isEmpty()) {
                return null;
            }
            boolean number = cell.matches("-?\\d{1,3}(\\.\\d+)?");
            double degrees = number ? Double.parseDouble(cell) : Double.NaN;
            return table.check(line, column, Math.abs(degrees) <= most, "coordinate") ? degrees : null;
        }
    }
}
