package org.suzhi.sample;

import java.util.List;

/** A stratum of the first stage, a group of towns by urban or rural, with the number of villages drawn from it. */
public record Stratum(String code, String nameZh, String nameEn, int sampledVillages) {

    static List<Stratum> all() {
        CsvTable table = CsvTable.ofResource("domain/strata.csv");
        return table.rows().stream()
                .map(row -> new Stratum(row.get(0), row.get(1), row.get(2), Integer.parseInt(row.get(3))))
                .toList();
    }
}
