package org.suzhi.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suzhi.analysis.indicator.Direction;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.WaveChange;
import org.suzhi.web.publication.page.SeriesReading;
import org.suzhi.web.publication.page.Table;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.publication.page.Topic;
import org.suzhi.web.report.Report.Grid;

/**
 * Domains of the newest wave beside those of an earlier one. A change is called one only where its interval leaves out
 * zero; a cell that is not published in either wave has none.
 */
record DomainTable(SeriesReading reading, Texts texts) {
    /** The table of a topic; of one wave without the comparison. */
    Grid against(Topic topic, PublishedWave earlier) {
        boolean compared = earlier.year() != reading.newest().year();
        List<String> head = new ArrayList<>(List.of(
                texts.of("table.domain"), texts.of("table.n"), texts.of("table.rate"), texts.of("table.interval")));
        if (compared) {
            head.add(texts.of("report.column.earlier", Integer.toString(earlier.year())));
            head.add(texts.of("report.column.change"));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(texts.of("chart.whole"), reading.newest().overall(), Optional.of(earlier.overall()), compared));
        for (Figure figure : SeriesReading.figures(reading.newest(), topic)) {
            rows.add(row(name(figure), figure, same(figure, earlier), compared));
        }
        String year = Integer.toString(reading.newest().year());
        return new Grid(
                texts.of("topic." + topic.slug() + ".chart", year),
                new Table(head, rows),
                compared ? texts.of("report.note.change", Integer.toString(earlier.year())) : "");
    }

    /** Names those whose rate rose or fell since an earlier wave. */
    String changed(PublishedWave earlier) {
        List<String> risen = changed(earlier, Direction.UP);
        List<String> fallen = changed(earlier, Direction.DOWN);
        String year = Integer.toString(earlier.year());
        List<String> sentences = new ArrayList<>();
        if (!risen.isEmpty()) {
            sentences.add(texts.of("report.risen", year, listed(risen)));
        }
        if (!fallen.isEmpty()) {
            sentences.add(texts.of("report.fallen", year, listed(fallen)));
        }
        sentences.add(texts.of(sentences.isEmpty() ? "report.unchanged.all" : "report.unchanged.rest", year));
        return String.join(texts.of("sentence.separator"), sentences);
    }

    private List<String> changed(PublishedWave earlier, Direction direction) {
        return Topic.DOMAINS.stream()
                .flatMap(topic -> SeriesReading.figures(reading.newest(), topic).stream())
                .filter(figure -> change(figure, same(figure, earlier))
                        .filter(change -> change.direction() == direction)
                        .isPresent())
                .map(this::name)
                .toList();
    }

    private String listed(List<String> names) {
        return String.join(texts.of("list.comma"), names);
    }

    private String name(Figure figure) {
        return texts.level(figure.dimension(), figure.level());
    }

    private List<String> row(String name, Figure figure, Optional<Figure> earlier, boolean compared) {
        List<String> cells = new ArrayList<>();
        cells.add(name);
        if (figure.publishable()) {
            cells.add(Texts.count(figure.n()));
            cells.add(Texts.percent(figure.estimate()));
            cells.add(texts.interval(figure.lower(), figure.upper()));
        } else {
            cells.addAll(List.of("–", texts.of("table.suppressed"), "–"));
        }
        if (compared) {
            cells.add(earlier.filter(Figure::publishable)
                    .map(f -> Texts.percent(f.estimate()))
                    .orElse("–"));
            cells.add(change(figure, earlier)
                    .map(change ->
                            Texts.points(change.difference()) + (change.direction() == Direction.OPEN ? "" : " *"))
                    .orElse("–"));
        }
        return cells;
    }

    /** The same domain's figure in another wave. */
    static Optional<Figure> same(Figure figure, PublishedWave wave) {
        return wave.figures().stream()
                .filter(f ->
                        f.dimension().equals(figure.dimension()) && f.level().equals(figure.level()))
                .findFirst();
    }

    private Optional<WaveChange> change(Figure figure, Optional<Figure> earlier) {
        return earlier.filter(before -> before.publishable() && figure.publishable())
                .map(before -> WaveChange.between(0, before, reading.newest().year(), figure));
    }
}
