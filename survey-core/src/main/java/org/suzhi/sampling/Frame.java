package org.suzhi.sampling;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The list of primary sampling units that a sample is drawn from.
 *
 * @param units in the order of the file, which systematic selection follows; those that could be read
 * @param problems everything that is wrong, in the order of the rows; a sample is drawn only when there is none
 * @param synthetic whether a row says so of itself
 */
public record Frame(List<Unit> units, List<SamplingProblem> problems, boolean synthetic) {
    public Frame {
        units = List.copyOf(units);
        problems = List.copyOf(problems);
    }

    public Frame(List<Unit> units, List<SamplingProblem> problems) {
        this(units, problems, false);
    }

    /** A frame of units from elsewhere, checked as those of a file; the row of a problem is the unit's place plus one. */
    public static Frame of(List<Unit> units) {
        return FrameReader.check(units);
    }

    /**
     * Reads a table: the first row holds the headings {@code unit, town, size} and, if known, {@code stratum, name, name_en,
     * residence, households, latitude, longitude, synthetic}; Chinese headings and some synonyms are understood
     * ({@link FrameReader}). Where no stratum is given, a town's urban and rural units make one each.
     */
    public static Frame read(List<TableRow> table) {
        return read(table, FrameRules.NONE);
    }

    /** Reads a table as {@link #read(List)} does, and holds its towns and codes against what the survey has. */
    public static Frame read(List<TableRow> table, FrameRules rules) {
        return FrameReader.read(table, rules);
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
