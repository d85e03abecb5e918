package org.suzhi.sample;

import java.util.List;
import java.util.Locale;

/**
 * A fictional village or urban community, the primary sampling unit.
 *
 * @param adults residents aged 18 to 69
 */
public record Village(
        String code, String town, String nameZh, String nameEn, String stratum, Residence residence, int adults) {

    /** The frame, ordered by town. */
    static List<Village> all() {
        return CsvTable.ofResource("domain/villages.csv").rows().stream()
                .map(row -> new Village(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        row.get(4),
                        Residence.valueOf(row.get(5).toUpperCase(Locale.ROOT)),
                        Integer.parseInt(row.get(6))))
                .toList();
    }
}
