package org.suzhi.sampling;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The list of primary sampling units that a sample is drawn from.
 *
 * @param units in the order of the file, which systematic selection follows; those that could be read
 * @param problems everything that is wrong, in the order of the rows; a sample is drawn only when there is none
 */
public record Frame(List<Unit> units, List<SamplingProblem> problems) {
    public Frame {
        units = List.copyOf(units);
        problems = List.copyOf(problems);
    }

    /** A frame of units from elsewhere, checked as those of a file; the row of a problem is the unit's place plus one. */
    public static Frame of(List<Unit> units) {
        return FrameReader.check(units);
    }

    /**
     * Reads a table: the first row holds the headings {@code unit, town, stratum, size} and, if known, {@code name,
     * residence, households}; Chinese headings and some synonyms are understood ({@link FrameReader}).
     */
    public static Frame read(List<TableRow> table) {
        return FrameReader.read(table);
    }

    /** The strata in the order in which they appear. */
    public Set<String> strata() {
        Set<String> strata = new LinkedHashSet<>();
        units.forEach(unit -> strata.add(unit.stratum()));
        return strata;
    }

    /** The units of a stratum in the order of the frame. */
    public List<Unit> units(String stratum) {
        return units.stream().filter(unit -> unit.stratum().equals(stratum)).toList();
    }

    /** The number of people in the units of a stratum. */
    public long population(String stratum) {
        return units.stream()
                .filter(unit -> unit.stratum().equals(stratum))
                .mapToLong(Unit::size)
                .sum();
    }
}
