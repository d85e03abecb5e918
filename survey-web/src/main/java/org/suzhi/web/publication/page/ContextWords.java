package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.suzhi.analysis.chart.TrendChart;
import org.suzhi.web.publication.ContextLine;
import org.suzhi.web.publication.ContextLine.Point;
import org.suzhi.web.publication.ContextLine.Status;

/** The lines beside the trend, as they are drawn and told. */
record ContextWords(List<ContextLine> lines, Texts texts) {
    /** A line is broken where its criterion changes, and about a target, which nobody has measured. */
    List<TrendChart.Series> series() {
        return lines.stream().map(this::series).toList();
    }

    private TrendChart.Series series(ContextLine line) {
        List<TrendChart.Break> breaks = new ArrayList<>();
        Map<Integer, String> notes = new LinkedHashMap<>();
        boolean target = false;
        for (Point point : line.points()) {
            boolean isTarget = point.status() == Status.TARGET;
            if (isTarget || target || line.breaks().contains(point.year())) {
                breaks.add(new TrendChart.Break(point.year(), ""));
            }
            if (point.status() != Status.PUBLISHED) {
                notes.put(point.year(), status(point));
            }
            target = isTarget;
        }
        return new TrendChart.Series(
                line.name(texts.locale()),
                line.points().stream()
                        .map(point -> TrendChart.Point.exact(point.year(), point.percent() / 100))
                        .toList(),
                breaks,
                notes);
    }

    /** The lines in plain words, each with its years and where its criterion changes. */
    String told() {
        return lines.stream()
                .map(line -> texts.of(
                        "alt.context",
                        line.name(texts.locale()),
                        line.points().stream()
                                .map(point -> told(line, point))
                                .collect(Collectors.joining(texts.of("list.separator")))))
                .collect(Collectors.joining());
    }

    private String told(ContextLine line, Point point) {
        return texts.of(
                "alt.value",
                line.breaks().contains(point.year())
                        ? texts.of("context.break", Integer.toString(point.year()))
                        : Integer.toString(point.year()),
                value(point));
    }

    /** A figure and, where it is no result, what it is. */
    String value(Point point) {
        String percent = Texts.percent(point.percent() / 100);
        return point.status() == Status.PUBLISHED ? percent : texts.of("context.value", status(point), percent);
    }

    private String status(Point point) {
        return texts.of("context." + point.status().code());
    }

    /** Where the figures are from: a line for each source of each line. */
    List<String> sources() {
        List<String> all = new ArrayList<>();
        for (ContextLine line : lines) {
            line.points().stream()
                    .collect(Collectors.groupingBy(Point::source, LinkedHashMap::new, Collectors.toList()))
                    .forEach((source, points) -> all.add(texts.of(
                            "table.source",
                            line.name(texts.locale()),
                            points.stream()
                                    .map(point -> Integer.toString(point.year()))
                                    .collect(Collectors.joining(texts.of("list.comma"))),
                            source)));
        }
        return all;
    }
}
