package org.suzhi.sample;

import java.util.List;

/** A town of the county. */
public record Town(String code, String nameZh, String nameEn) {

    static List<Town> all() {
        CsvTable table = CsvTable.ofResource("domain/towns.csv");
        int code = table.column("code");
        int nameZh = table.column("town_zh");
        int nameEn = table.column("town_en");
        return table.rows().stream()
                .map(row -> new Town(row.get(code), row.get(nameZh), row.get(nameEn)))
                .toList();
    }
}
