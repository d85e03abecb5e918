package org.suzhi.web.fieldwork;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cases as a table: a heading row, then one case a row. Columns, by English or Chinese heading: {@code code 编号} and
 * {@code psu 村居代码} are asked for; {@code address 地址}, {@code contact_name 姓名}, {@code contact_phone 电话} and
 * {@code surveyor 调查员} (a user name) may be left out.
 *
 * @param cases the cases of the file; complete only without problems
 * @param surveyors user name by case code, for those that are to be assigned
 * @param problems everything that is wrong, in the order of the rows
 */
public record CaseFile(List<NewCase> cases, Map<String, String> surveyors, List<FileProblem> problems) {
    static final int LONGEST_TEXT = 200;
    static final int MOST_CASES = 100_000;
    private static final String CODE = "[A-Za-z0-9._-]{1,40}";

    private static final Map<String, List<String>> HEADINGS = Map.of(
            "code", List.of("code", "编号", "样本编号"),
            "psu", List.of("psu", "village", "村居代码", "村代码"),
            "address", List.of("address", "地址", "住址"),
            "contact_name", List.of("contact_name", "name", "姓名"),
            "contact_phone", List.of("contact_phone", "phone", "电话", "联系电话"),
            "surveyor", List.of("surveyor", "assigned_to", "调查员"));

    public CaseFile {
        cases = List.copyOf(cases);
        surveyors = Map.copyOf(surveyors);
        problems = List.copyOf(problems);
    }

    /** What the rows are held against: the towns of the PSUs, the codes in use, the surveyors by name. */
    public record Known(Map<String, String> psuTowns, Set<String> towns, Set<String> codes, Set<String> surveyors) {
        public Known {
            psuTowns = Map.copyOf(psuTowns);
            towns = Set.copyOf(towns);
            codes = Set.copyOf(codes);
            surveyors = Set.copyOf(surveyors);
        }
    }

    /** Reads a file; nothing is stored. */
    public static CaseFile read(byte[] bytes, Known known) {
        Optional<List<TableFile.Line>> lines = TableFile.read(bytes);
        if (lines.isEmpty() || lines.get().isEmpty()) {
            return refused(new FileProblem(1, "", "", lines.isEmpty() ? "unreadable" : "empty"));
        }
        return new Reading(known, columns(lines.get().get(0))).read(lines.get());
    }

    private static CaseFile refused(FileProblem problem) {
        return new CaseFile(List.of(), Map.of(), List.of(problem));
    }

    private static Map<String, Integer> columns(TableFile.Line headings) {
        Map<String, Integer> columns = new HashMap<>();
        for (int c = 0; c < headings.cells().size(); c++) {
            String heading = headings.cell(c).toLowerCase(Locale.ROOT);
            for (var entry : HEADINGS.entrySet()) {
                if (entry.getValue().contains(heading)) {
                    columns.putIfAbsent(entry.getKey(), c);
                }
            }
        }
        return columns;
    }

    private static final class Reading {
        private final Known known;
        private final Map<String, Integer> columns;
        private final List<NewCase> cases = new ArrayList<>();
        private final Map<String, String> surveyors = new HashMap<>();
        private final List<FileProblem> problems = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        Reading(Known known, Map<String, Integer> columns) {
            this.known = known;
            this.columns = columns;
        }

        CaseFile read(List<TableFile.Line> lines) {
            for (String asked : List.of("code", "psu")) {
                if (!columns.containsKey(asked)) {
                    problems.add(new FileProblem(lines.get(0).number(), asked, "", "no-column"));
                }
            }
            if (lines.size() > MOST_CASES + 1) {
                problems.add(new FileProblem(lines.size(), "", String.valueOf(lines.size() - 1), "too-many"));
            }
            if (problems.isEmpty()) {
                lines.subList(1, lines.size()).forEach(this::read);
            }
            if (cases.isEmpty() && problems.isEmpty()) {
                problems.add(new FileProblem(1, "", "", "empty"));
            }
            return new CaseFile(cases, surveyors, problems);
        }

        private void read(TableFile.Line line) {
            int before = problems.size();
            String code = cell(line, "code");
            String psu = cell(line, "psu");
            String surveyor = cell(line, "surveyor");
            check(line, "code", code, code.matches(CODE), "code");
            check(line, "code", code, seen.add(code), "twice");
            check(line, "code", code, !known.codes().contains(code), "in-use");
            String town = known.psuTowns().get(psu);
            check(line, "psu", psu, town != null, "unknown-psu");
            check(line, "psu", psu, town == null || known.towns().contains(town), "other-town");
            check(
                    line,
                    "surveyor",
                    surveyor,
                    surveyor.isEmpty() || known.surveyors().contains(surveyor),
                    "surveyor");
            for (String text : List.of("address", "contact_name", "contact_phone")) {
                check(line, text, "…", cell(line, text).length() <= LONGEST_TEXT, "too-long");
            }
            if (problems.size() == before && town != null) {
                cases.add(new NewCase(
                        code,
                        psu,
                        town,
                        new SurveyCase.Contact(
                                cell(line, "address"), cell(line, "contact_name"), cell(line, "contact_phone"))));
                if (!surveyor.isEmpty()) {
                    surveyors.put(code, surveyor);
                }
            }
        }

        private String cell(TableFile.Line line, String column) {
            return line.cell(columns.getOrDefault(column, -1));
        }

        private void check(TableFile.Line line, String column, String got, boolean holds, String rule) {
            if (!holds) {
                problems.add(new FileProblem(line.number(), column, got, rule));
            }
        }
    }
}
