package org.suzhi.web.fieldwork;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Towns as a table: {@code code 代码} is asked for, {@code name_zh 名称} and {@code name_en} may be left out. A sampling
 * frame will do: its towns are taken, each once.
 *
 * @param problems everything that is wrong, in the order of the rows
 */
public record TownFile(List<NamedCode> towns, List<FileProblem> problems) {
    private static final String CODE = "[A-Za-z0-9._-]{1,40}";
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "town", List.of("town", "town_code", "乡镇", "乡镇代码", "镇"),
            "code", List.of("code", "代码", "编码"),
            "name_zh", List.of("town_zh", "name_zh", "name", "乡镇名称", "名称", "中文名"),
            "name_en", List.of("town_en", "name_en", "英文名"));

    public TownFile {
        towns = List.copyOf(towns);
        problems = List.copyOf(problems);
    }

    /** Reads a file; nothing is stored. */
    public static TownFile read(byte[] bytes) {
        HeadedTable table = new HeadedTable(bytes, HEADINGS);
        boolean frame = table.has("town");
        String code = frame ? "town" : "code";
        table.require(code);
        Map<String, NamedCode> towns = new LinkedHashMap<>();
        if (table.problems().isEmpty()) {
            for (TableFile.Line line : table.rows()) {
                String town = table.cell(line, code);
                table.check(line, code, town.matches(CODE), "code");
                table.check(line, code, frame || !towns.containsKey(town), "twice");
                String zh = frame ? "" : table.cell(line, "name_zh");
                String en = frame ? "" : table.cell(line, "name_en");
                towns.putIfAbsent(town, new NamedCode(town, zh.isEmpty() ? town : zh, en.isEmpty() ? town : en));
            }
        }
        return new TownFile(List.copyOf(towns.values()), table.problems());
    }
}
