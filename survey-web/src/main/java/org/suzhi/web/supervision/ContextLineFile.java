package org.suzhi.web.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.TableFile;
import org.suzhi.web.publication.ContextLine;
import org.suzhi.web.publication.ContextLine.Point;
import org.suzhi.web.publication.ContextLine.Status;
import org.suzhi.web.publication.page.Csv;

/**
 * Lines beside the trend as a table: {@code series_zh, series_en, year, percent, status, criterion, source, note}; English
 * name, status, criterion and note may be left out.
 *
 * @param problems everything that is wrong, in the order of the rows
 */
record ContextLineFile(List<ContextLine> lines, List<FileProblem> problems) {
    private static final int LONGEST_NAME = 24;
    private static final int LONGEST_NOTE = 200;
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "series_zh", List.of("series_zh", "name_zh", "名称", "系列", "地区"),
            "series_en", List.of("series_en", "name_en", "英文名", "英文名称"),
            "year", List.of("year", "年份", "年"),
            "percent", List.of("percent", "rate_percent", "rate", "比例", "百分比"),
            "status", List.of("status", "状态", "性质"),
            "criterion", List.of("criterion", "标准"),
            "source", List.of("source", "来源"),
            "note", List.of("note", "备注"));
    private static final Map<String, Status> CHINESE =
            Map.of("", Status.PUBLISHED, "已公布", Status.PUBLISHED, "初步", Status.PRELIMINARY, "目标", Status.TARGET);

    /**
     * Reads a file; nothing is stored.
     *
     * @param thisYear the last that a result can be of
     */
    static ContextLineFile read(byte[] bytes, int thisYear) {
        ElsewhereTable table = new ElsewhereTable(bytes, HEADINGS, "series_zh", "year", "percent", "source");
        Map<String, String> english = new LinkedHashMap<>();
        Map<String, List<Point>> points = new LinkedHashMap<>();
        for (TableFile.Line line : table.rows()) {
            String zh = table.text(line, "series_zh", LONGEST_NAME);
            String en = table.optional(line, "series_en", LONGEST_NAME);
            String known = english.merge(zh, en.isEmpty() ? zh : en, (old, fresh) -> old);
            table.check(line, "series_en", en.isEmpty() || en.equals(known), "line-renamed");
            Status status = status(table, line);
            int year = year(table, line, status, thisYear);
            List<Point> ofLine = points.computeIfAbsent(zh, z -> new ArrayList<>());
            if (ofLine.stream().anyMatch(p -> p.year() == year)) {
                table.tell(line, "year", zh + " " + year, "figure-twice");
            }
            ofLine.add(new Point(
                    year,
                    table.percent(line, "percent"),
                    status,
                    table.optional(line, "criterion", LONGEST_NAME),
                    table.text(line, "source", ElsewhereTable.LONGEST_SOURCE),
                    table.optional(line, "note", LONGEST_NOTE)));
        }
        List<ContextLine> lines = points.entrySet().stream()
                .map(e -> new ContextLine(
                        e.getKey(),
                        english.getOrDefault(e.getKey(), e.getKey()),
                        e.getValue().stream()
                                .sorted(Comparator.comparing(Point::year))
                                .toList()))
                .toList();
        return new ContextLineFile(lines, table.problems());
    }

    private static Status status(ElsewhereTable table, TableFile.Line line) {
        String cell = table.optional(line, "status", LONGEST_NOTE).toLowerCase(Locale.ROOT);
        Optional<Status> status = Optional.ofNullable(CHINESE.get(cell))
                .or(() -> Arrays.stream(Status.values())
                        .filter(s -> s.code().equals(cell))
                        .findFirst());
        table.check(line, "status", status.isPresent(), "line-status");
        return status.orElse(Status.PUBLISHED);
    }

    private static int year(ElsewhereTable table, TableFile.Line line, Status status, int thisYear) {
        String cell = table.text(line, "year", LONGEST_NAME);
        boolean number = cell.matches("(19|20)\\d\\d");
        if (!cell.isEmpty()) {
            table.check(line, "year", number, "line-year");
        }
        int year = number ? Integer.parseInt(cell) : 0;
        table.check(line, "year", status == Status.TARGET || year <= thisYear, "result-ahead");
        return year;
    }

    /** The same table, to be changed and imported again. */
    static String csv(List<ContextLine> lines) {
        Csv csv = new Csv();
        csv.line(List.of("series_zh", "series_en", "year", "percent", "status", "criterion", "source", "note"));
        lines.forEach(line -> line.points()
                .forEach(point -> csv.line(List.of(
                        line.nameZh(),
                        line.nameEn(),
                        String.valueOf(point.year()),
                        ItemReferenceFile.number(point.percent()),
                        point.status().code(),
                        point.criterion(),
                        point.source(),
                        point.note()))));
        return csv.text();
    }
}
