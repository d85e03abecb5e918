package org.suzhi.web.fieldwork;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Visits as a table, one a row: {@code case 样本编号}, {@code at 时间} and {@code outcome 结果} (AAPOR code) are asked for,
 * {@code note 备注} and {@code final 终了} (yes or no) may be left out. Where {@code final} is, a case ends with its last
 * visit unless it has a response.
 *
 * @param visits in the order of the file; complete only without problems
 * @param problems everything that is wrong, in the order of the rows
 */
public record OutcomeFile(List<Visit> visits, List<FileProblem> problems) {
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "case", List.of("case", "case_code", "code", "样本编号", "编号", "样本"),
            "at", List.of("at", "time", "date", "时间", "日期", "访问时间"),
            "outcome", List.of("outcome", "disposition", "结果", "结果代码", "访问结果"),
            "note", List.of("note", "备注", "说明"),
            "final", List.of("final", "终了", "最终", "结束"));
    private static final List<String> YES = List.of("yes", "true", "1", "是");
    private static final List<String> NO = List.of("no", "false", "0", "否", "");

    public OutcomeFile {
        visits = List.copyOf(visits);
        problems = List.copyOf(problems);
    }

    /**
     * A visit of the file.
     *
     * @param ends whether the case ends with it
     */
    public record Visit(long caseId, ContactAttempt attempt, Outcome outcome, boolean ends) {
        Visit ending(boolean does) {
            return new Visit(caseId, attempt, outcome, does);
        }
    }

    /** Reads a file; nothing is stored. Times without an offset are those of the zone. */
    public static OutcomeFile read(byte[] bytes, Map<String, SurveyCase> cases, ZoneId zone, Instant now) {
        return new Reading(new HeadedTable(bytes, HEADINGS), cases, zone, now).read();
    }

    private record Reading(HeadedTable table, Map<String, SurveyCase> cases, ZoneId zone, Instant now) {
        OutcomeFile read() {
            table.require("case", "at", "outcome");
            List<Visit> visits = new ArrayList<>();
            if (table.problems().isEmpty()) {
                table.rows().forEach(row -> visit(row).ifPresent(visits::add));
            }
            return new OutcomeFile(table.has("final") ? visits : lastOnesEnd(visits), table.problems());
        }

        private Optional<Visit> visit(TableFile.Line row) {
            String code = table.cell(row, "case");
            SurveyCase visited = cases.get(code);
            Optional<Instant> at = time(table.cell(row, "at"));
            Optional<Outcome> outcome = Outcome.of(table.cell(row, "outcome")).filter(Outcome::isOfAVisit);
            String last = table.cell(row, "final").toLowerCase(Locale.ROOT);
            boolean ends = YES.contains(last);
            boolean holds = table.check(row, "case", visited != null, "unknown-case");
            holds &= table.check(row, "at", at.isPresent(), "time");
            holds &= table.check(row, "at", at.isEmpty() || !at.get().isAfter(now), "in-future");
            holds &= table.check(row, "outcome", outcome.isPresent(), "outcome");
            holds &= table.check(row, "final", ends || NO.contains(last), "yes-or-no");
            holds &= table.check(
                    row, "case", !ends || visited == null || visited.status() != CaseStatus.DONE, "has-response");
            holds &= table.check(row, "note", table.cell(row, "note").length() <= CaseWork.LONGEST_NOTE, "too-long");
            if (!holds || visited == null || at.isEmpty() || outcome.isEmpty()) {
                return Optional.empty();
            }
            // The same row gives the same id, so that the file can be loaded again.
            String key = visited.id() + "/" + at.get() + "/" + outcome.get().code();
            UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
            ContactAttempt attempt =
                    new ContactAttempt(id, at.get(), outcome.get().code(), table.cell(row, "note"), null);
            return Optional.of(new Visit(visited.id(), attempt, outcome.get(), ends));
        }

        private List<Visit> lastOnesEnd(List<Visit> visits) {
            Map<Long, Visit> last = new HashMap<>();
            visits.forEach(visit -> last.merge(
                    visit.caseId(),
                    visit,
                    (a, b) -> b.attempt().at().isBefore(a.attempt().at()) ? a : b));
            Map<Long, CaseStatus> states = new HashMap<>();
            cases.values().forEach(c -> states.put(c.id(), c.status()));
            return visits.stream()
                    .map(v -> v.ending(v.equals(last.get(v.caseId())) && states.get(v.caseId()) != CaseStatus.DONE))
                    .toList();
        }

        private Optional<Instant> time(String text) {
            String iso = text.replace('/', '-').replaceFirst("(?<=\\d) +(?=\\d)", "T");
            try {
                if (iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
                    return Optional.of(
                            LocalDate.parse(iso).atTime(12, 0).atZone(zone).toInstant());
                }
                return Optional.of(
                        iso.matches(".*T.*(Z|[+-]\\d{2}:?\\d{2})")
                                ? OffsetDateTime.parse(iso).toInstant()
                                : LocalDateTime.parse(iso).atZone(zone).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
