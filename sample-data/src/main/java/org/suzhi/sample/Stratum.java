package org.suzhi.sample;

import java.util.List;

/**
 * A stratum of the first stage: a town, or the urban or the rural part of a big one.
 *
 * @param sampledVillages villages drawn at stage one
 * @param invitedPerVillage adults drawn at stage two in each of them
 */
public record Stratum(String code, String nameZh, String nameEn, int sampledVillages, int invitedPerVillage) {

    static List<Stratum> all() {
        CsvTable table = CsvTable.ofResource("domain/strata.csv");
        return table.rows().stream()
                .map(row -> new Stratum(
                        row.get(0), row.get(1), row.get(2), Integer.parseInt(row.get(3)), Integer.parseInt(row.get(4))))
                .toList();
    }
}
