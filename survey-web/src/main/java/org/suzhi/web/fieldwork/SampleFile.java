package org.suzhi.web.fieldwork;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A drawn sample as a table with the columns {@code psu, town, stratum, residence, inclusion_probability, population,
 * invited}, one sampled unit a row.
 *
 * @param problems everything that is wrong, in the order of the rows
 */
public record SampleFile(List<SampledPsu> sample, List<FileProblem> problems) {
    private static final List<String> COLUMNS =
            List.of("psu", "town", "stratum", "residence", "inclusion_probability", "population", "invited");

    public SampleFile {
        sample = List.copyOf(sample);
        problems = List.copyOf(problems);
    }

    /** Reads a file; nothing is stored. */
    public static SampleFile read(byte[] bytes, Set<String> towns) {
        Optional<List<TableFile.Line>> lines = TableFile.read(bytes);
        if (lines.isEmpty() || lines.get().size() < 2) {
            return new SampleFile(
                    List.of(), List.of(new FileProblem(1, "", "", lines.isEmpty() ? "unreadable" : "empty")));
        }
        List<FileProblem> problems = new ArrayList<>();
        List<String> headings = lines.get().get(0).cells().stream()
                .map(h -> h.strip().toLowerCase(Locale.ROOT))
                .toList();
        COLUMNS.stream()
                .filter(c -> !headings.contains(c))
                .forEach(c -> problems.add(new FileProblem(lines.get().get(0).number(), c, "", "no-column")));
        List<SampledPsu> sample = new ArrayList<>();
        if (problems.isEmpty()) {
            Set<String> seen = new HashSet<>();
            for (TableFile.Line line : lines.get().subList(1, lines.get().size())) {
                read(new Cells(line, headings, problems), towns, seen).ifPresent(sample::add);
            }
        }
        return new SampleFile(sample, problems);
    }

    private static Optional<SampledPsu> read(Cells cells, Set<String> towns, Set<String> seen) {
        int before = cells.problems.size();
        String psu = cells.text("psu", "missing", !cells.of("psu").isEmpty());
        cells.text("psu", "twice", seen.add(psu));
        String town = cells.text("town", "unknown-town", towns.contains(cells.of("town")));
        String stratum = cells.text("stratum", "missing", !cells.of("stratum").isEmpty());
        double probability = cells.number("inclusion_probability", "probability", 1);
        int population = (int) cells.number("population", "population", Integer.MAX_VALUE);
        int invited = (int) cells.number("invited", "invited", Math.max(1, population));
        return cells.problems.size() > before
                ? Optional.empty()
                : Optional.of(
                        new SampledPsu(psu, town, stratum, cells.of("residence"), probability, population, invited));
    }

    private record Cells(TableFile.Line line, List<String> headings, List<FileProblem> problems) {
        String of(String column) {
            return line.cell(headings.indexOf(column));
        }

        String text(String column, String rule, boolean holds) {
            if (!holds) {
                problems.add(new FileProblem(line.number(), column, of(column), rule));
            }
            return of(column);
        }

        /** A number above 0, not above a bound. */
        double number(String column, String rule, double most) {
            try {
                double number = Double.parseDouble(of(column));
                if (number > 0 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below, as is a number out of bounds.
            }
            problems.add(new FileProblem(line.number(), column, of(column), rule));
            return 1;
        }
    }
}
