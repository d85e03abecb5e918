package org.suzhi.sampling;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Drawn units as CSV, one a row, with the columns that the import of a wave's sample reads first. A list within a cell is
 * separated by blanks. The same draw gives the same bytes.
 */
public final class SampleTable {
    private static final List<String> UNITS = List.of(
            "psu",
            "town",
            "stratum",
            "residence",
            "inclusion_probability",
            "population",
            "invited",
            "name",
            "size",
            "certainty",
            "reserve_rank",
            "method",
            "second_stage",
            "second_inclusion_probability",
            "design_weight",
            "visits",
            "kish_tables",
            "reserve_visits",
            "reserve_kish_tables");
    private static final List<String> VISITS =
            List.of("psu", "psu_reserve_rank", "line", "reserve_rank", "kish_table", "probability");

    private SampleTable() {}

    /** The units of {@link Draw#sample} or {@link Draw#reserves}. */
    public static String units(Draw draw, List<DrawnPsu> psus) {
        StringBuilder csv = new StringBuilder();
        line(csv, UNITS);
        for (DrawnPsu psu : psus) {
            Unit unit = psu.unit();
            Method method =
                    Objects.requireNonNull(draw.designs().get(unit.stratum())).method();
            line(
                    csv,
                    List.of(
                            unit.code(),
                            unit.town(),
                            unit.stratum(),
                            unit.residence(),
                            Numbers.text(psu.inclusionProbability()),
                            String.valueOf(psu.population()),
                            String.valueOf(psu.invited()),
                            unit.name(),
                            String.valueOf(unit.size()),
                            psu.certain() ? "1" : "0",
                            String.valueOf(psu.reserveRank()),
                            method.code(),
                            draw.plan().secondStage().code(),
                            Numbers.text(psu.secondInclusionProbability()),
                            Numbers.text(psu.designWeight()),
                            lines(psu.visits()),
                            tables(psu.visits()),
                            lines(psu.reserveVisits()),
                            tables(psu.reserveVisits())));
        }
        return csv.toString();
    }

    /** The persons or households to visit, one a row; those in reserve with the rank in which they are called upon. */
    public static String visits(List<DrawnPsu> psus) {
        StringBuilder csv = new StringBuilder();
        line(csv, VISITS);
        for (DrawnPsu psu : psus) {
            psu.visits().forEach(visit -> line(csv, visit(psu, visit, 0)));
            for (int rank = 1; rank <= psu.reserveVisits().size(); rank++) {
                line(csv, visit(psu, psu.reserveVisits().get(rank - 1), rank));
            }
        }
        return csv.toString();
    }

    private static List<String> visit(DrawnPsu psu, Visit visit, int rank) {
        return List.of(
                psu.unit().code(),
                String.valueOf(psu.reserveRank()),
                String.valueOf(visit.line()),
                String.valueOf(rank),
                name(visit.kish()),
                Numbers.text(psu.inclusionProbability() * psu.secondInclusionProbability()));
    }

    private static String lines(List<Visit> visits) {
        return visits.stream().map(visit -> String.valueOf(visit.line())).collect(Collectors.joining(" "));
    }

    private static String tables(List<Visit> visits) {
        return visits.stream()
                .map(visit -> name(visit.kish()))
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static String name(@Nullable KishTable table) {
        return table == null ? "" : table.name();
    }

    static void line(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(SampleTable::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
