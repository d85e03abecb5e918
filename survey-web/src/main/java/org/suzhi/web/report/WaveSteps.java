package org.suzhi.web.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.suzhi.analysis.indicator.Direction;
import org.suzhi.analysis.indicator.Trend.Estimated;
import org.suzhi.web.publication.Contributions;
import org.suzhi.web.publication.Contributions.Split;
import org.suzhi.web.publication.PartsOfWaves;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.WaveChange;
import org.suzhi.web.publication.page.SeriesReading;
import org.suzhi.web.publication.page.Table;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.report.Report.Block;
import org.suzhi.web.report.Report.Grid;
import org.suzhi.web.report.Report.Paragraph;

/**
 * How the rate of the whole came from the first wave to the newest, over all waves of the newest one's criterion: each step, then
 * the whole way, with what the population's make-up did of it. A rise or a fall is told only where its interval leaves out zero.
 */
record WaveSteps(SeriesReading reading, PartsOfWaves parts, Texts texts) {
    /** The change between two waves, and by dimension what its make-up did; none of a dimension that is not taken apart. */
    private record Step(WaveChange change, Map<String, Estimated> makeUp) {}

    /** Nothing of fewer than three waves: their only step is the whole change. */
    List<Block> blocks() {
        List<PublishedWave> waves = reading.comparable().stream()
                .filter(wave -> wave.overall().publishable())
                .toList();
        if (waves.size() < 3) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < waves.size(); i++) {
            steps.add(step(waves.get(i - 1), waves.get(i)));
        }
        String told = String.join(
                texts.of("sentence.separator"),
                steps.stream().map(this::sentence).toList());
        steps.add(step(waves.get(0), waves.get(waves.size() - 1)));
        return List.of(new Paragraph(told), grid(steps));
    }

    private Step step(PublishedWave from, PublishedWave to) {
        Map<String, Estimated> makeUp = new LinkedHashMap<>();
        Contributions.of(Optional.of(from), to, parts).stream()
                .flatMap(contributions -> contributions.dimensions().stream())
                .forEach(split -> makeUp.put(split.dimension(), composition(split)));
        return new Step(WaveChange.between(from.year(), from.overall(), to.year(), to.overall()), makeUp);
    }

    private static Estimated composition(Split split) {
        return split.change().orElseThrow().composition();
    }

    private String sentence(Step step) {
        WaveChange change = step.change();
        Direction direction = change.direction();
        return texts.of(
                "report.step." + (change.hasError() ? direction.name().toLowerCase(Locale.ROOT) : "unknown"),
                Integer.toString(change.from()),
                Integer.toString(change.to()),
                direction == Direction.OPEN
                        ? Texts.points(change.difference())
                        : Texts.number("0.00", 100 * Math.abs(change.difference())),
                Texts.points(change.ciLower()),
                Texts.points(change.ciUpper()));
    }

    private Grid grid(List<Step> steps) {
        List<String> dimensions = steps.stream()
                .map(Step::makeUp)
                .map(Map::keySet)
                .flatMap(Set::stream)
                .distinct()
                .toList();
        List<String> head = Stream.concat(
                        Stream.of(
                                texts.of("report.column.step"),
                                texts.of("report.column.change"),
                                texts.of("table.interval")),
                        dimensions.stream()
                                .map(dimension -> texts.of("report.column.make-up", texts.dimension(dimension))))
                .toList();
        return new Grid(
                texts.of("report.steps.table"),
                new Table(
                        head, steps.stream().map(step -> row(step, dimensions)).toList()),
                texts.of("report.steps.note"));
    }

    private List<String> row(Step step, List<String> dimensions) {
        WaveChange change = step.change();
        List<String> cells = new ArrayList<>(List.of(
                change.from() + "–" + change.to(),
                starred(change.difference(), change.direction()),
                change.hasError()
                        ? texts.of(
                                "contributions.interval",
                                Texts.points(change.ciLower()),
                                Texts.points(change.ciUpper()))
                        : "–"));
        for (String dimension : dimensions) {
            cells.add(Optional.ofNullable(step.makeUp().get(dimension))
                    .map(part -> starred(part.value(), part.direction()))
                    .orElse("–"));
        }
        return cells;
    }

    /** What rounds to nothing has no star. */
    private static String starred(double difference, Direction direction) {
        String points = Texts.points(difference);
        return direction == Direction.OPEN || points.equals("0.00") ? points : points + " *";
    }
}
