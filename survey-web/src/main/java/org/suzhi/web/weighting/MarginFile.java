package org.suzhi.web.weighting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.HeadedTable;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.fieldwork.TableFile;

/**
 * Population totals as a table: one cell a row with its variables ({@code sex:age_band}), their levels
 * ({@code female:30-39}) and the total. A column {@code year} picks the rows of one wave; source, date and synthetic mark
 * may stand in every row.
 *
 * @param problems everything that is wrong, in the order of the rows
 */
public record MarginFile(List<MarginCell> cells, List<FileProblem> problems) {
    private static final String SEPARATORS = "\\s*[:：×*]\\s*";
    private static final int LONGEST_SOURCE = 200;
    private static final int MOST_ROWS = 20_000;

    private static final Map<String, List<String>> HEADINGS = Map.of(
            "year", List.of("year", "年份", "年"),
            "variables", List.of("variables", "variable", "变量", "指标"),
            "levels", List.of("levels", "level", "类别", "水平", "取值"),
            "total", List.of("total", "adults", "population", "persons", "人数", "总数", "合计", "成人数"),
            "source", List.of("source", "来源"),
            "as_of", List.of("as_of", "as of", "数据截至", "截至"),
            "synthetic", List.of("synthetic", "合成数据", "合成"));

    /** What holds for rows that do not tell themselves; a source of "" must be told by every row. */
    public record Defaults(String source, LocalDate asOf, boolean synthetic) {}

    public MarginFile {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }

    /** Reads the rows of a year; nothing is stored. Variables and levels may be given by code or name. */
    public static MarginFile read(byte[] bytes, int year, Map<String, WeightingVariable> variables, Defaults defaults) {
        return new Reading(new HeadedTable(bytes, HEADINGS), year, variables, defaults).read();
    }

    private static final class Reading {
        private final HeadedTable table;
        private final int year;
        private final Map<String, WeightingVariable> variables;
        private final Defaults defaults;
        private final List<MarginCell> cells = new ArrayList<>();
        private final List<FileProblem> whole = new ArrayList<>();
        private final Set<List<List<String>>> seen = new HashSet<>();

        Reading(HeadedTable table, int year, Map<String, WeightingVariable> variables, Defaults defaults) {
            this.table = table;
            this.year = year;
            this.variables = variables;
            this.defaults = defaults;
        }

        MarginFile read() {
            table.require("variables", "levels", "total");
            if (table.problems().isEmpty()) {
                List<TableFile.Line> ours =
                        table.rows().stream().filter(this::isOurs).toList();
                if (ours.isEmpty()) {
                    whole.add(new FileProblem(1, "year", String.valueOf(year), "no-year"));
                } else if (ours.size() > MOST_ROWS) {
                    whole.add(new FileProblem(1, "", String.valueOf(ours.size()), "too-many-cells"));
                } else {
                    ours.forEach(this::read);
                }
            }
            List<FileProblem> problems = new ArrayList<>(table.problems());
            problems.addAll(whole);
            return new MarginFile(cells, problems);
        }

        private boolean isOurs(TableFile.Line line) {
            return !table.has("year") || table.cell(line, "year").equals(String.valueOf(year));
        }

        private void read(TableFile.Line line) {
            List<WeightingVariable> named = new ArrayList<>();
            boolean known = true;
            for (String given : table.cell(line, "variables").split(SEPARATORS, -1)) {
                Optional<WeightingVariable> variable = variables.values().stream()
                        .filter(v -> v.isCalled(given))
                        .findFirst();
                known &= table.check(line, "variables", variable.isPresent(), "unknown-variable");
                variable.ifPresent(named::add);
            }
            String[] given = table.cell(line, "levels").split(SEPARATORS, -1);
            boolean holds = known && table.check(line, "levels", given.length == named.size(), "level-count");
            List<String> levels = new ArrayList<>();
            for (int i = 0; holds && i < given.length; i++) {
                Optional<String> code =
                        given[i].isEmpty() ? Optional.empty() : named.get(i).code(given[i]);
                holds = table.check(line, "levels", code.isPresent(), "unknown-level");
                code.ifPresent(levels::add);
            }
            List<String> names = named.stream().map(WeightingVariable::name).toList();
            holds = holds && table.check(line, "variables", Set.copyOf(names).size() == names.size(), "variable-twice");
            holds = holds && table.check(line, "levels", seen.add(List.of(names, levels)), "cell-twice");
            @Nullable Double total = total(table.cell(line, "total"));
            holds &= table.check(line, "total", total != null, "cell-total");
            String source = table.cell(line, "source").isEmpty() ? defaults.source() : table.cell(line, "source");
            holds &= table.check(line, "source", !source.isEmpty(), "no-source");
            holds &= table.check(line, "source", source.length() <= LONGEST_SOURCE, "too-long");
            @Nullable LocalDate asOf = asOf(table.cell(line, "as_of"));
            holds &= table.check(line, "as_of", asOf != null, "cell-date");
            if (holds && total != null && asOf != null) {
                boolean synthetic = defaults.synthetic()
                        || List.of("true", "1", "yes", "是")
                                .contains(table.cell(line, "synthetic").toLowerCase(Locale.ROOT));
                cells.add(new MarginCell(names, levels, total, source, asOf, synthetic));
            }
        }

        private static @Nullable Double total(String cell) {
            String digits = cell.replace(",", "");
            return digits.matches("\\d{1,12}(\\.\\d{1,9})?") ? Double.valueOf(digits) : null;
        }

        private @Nullable LocalDate asOf(String cell) {
            try {
                return cell.isEmpty() ? defaults.asOf() : LocalDate.parse(cell);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
