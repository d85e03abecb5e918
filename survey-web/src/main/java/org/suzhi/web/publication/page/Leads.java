package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.suzhi.analysis.indicator.Direction;
import org.suzhi.analysis.indicator.ProgressWords;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.SeriesProgress;
import org.suzhi.web.publication.WaveChange;

/**
 * The sentences above a topic's chart. A domain is called above or below the target only where its whole interval is;
 * ranks are not told, since intervals of small domains overlap.
 */
public record Leads(SeriesReading reading, Texts texts) {
    /** So many domains that the sample cannot place are named; more are counted. */
    private static final int NAMED = 3;

    public String lead(Topic topic) {
        return switch (topic) {
            case TREND -> trend();
            case GROUPS, TOWNS -> domains(topic);
            case BREAKDOWN -> texts.of("topic.breakdown.lead", newestYear());
        };
    }

    /** Where the waves lead: pace, deadline, later years; verdict and newest change stand elsewhere. */
    public List<String> outlook() {
        return ProgressWords.of(SeriesProgress.of(reading.series())).outlook().stream()
                .map(sentence -> sentence.text(texts.locale()))
                .toList();
    }

    private String trend() {
        if (reading.oneWave()) {
            return texts.of("topic.trend.lead.one", newestYear());
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.of(
                "topic.trend.lead",
                Integer.toString(reading.first().year()),
                Texts.percent(reading.first().overall().estimate()),
                newestYear(),
                Texts.percent(reading.newest().overall().estimate()),
                Integer.toString(reading.series().waves().size())));
        sentences.add(change(reading.first()));
        if (reading.series().waves().size() > 2) {
            sentences.add(change(reading.previous()));
        }
        return String.join(texts.of("sentence.separator"), sentences);
    }

    private String change(PublishedWave earlier) {
        return change(WaveChange.of(List.of(earlier, reading.newest())).get(0), texts);
    }

    /** A rise or a fall is said only where the interval of the difference leaves out zero. */
    public static String change(WaveChange change, Texts texts) {
        String from = Integer.toString(change.from());
        if (!change.hasError()) {
            return texts.of("change.unknown", from, Texts.points(change.difference()));
        }
        Direction direction = change.direction();
        return texts.of(
                "change." + direction.name().toLowerCase(Locale.ROOT),
                from,
                direction == Direction.OPEN
                        ? Texts.points(change.difference())
                        : Texts.number("0.00", 100 * Math.abs(change.difference())),
                Texts.points(change.ciLower()),
                Texts.points(change.ciUpper()));
    }

    private String domains(Topic topic) {
        List<Figure> shown = SeriesReading.figures(reading.newest(), topic).stream()
                .filter(Figure::publishable)
                .toList();
        if (shown.isEmpty()) {
            return texts.of("topic.lead.suppressed", newestYear());
        }
        double target = reading.series().target().value();
        List<String> above = names(shown, figure -> figure.lower() > target);
        List<String> below = names(shown, figure -> figure.upper() < target);
        List<String> open = names(shown, figure -> figure.lower() <= target && target <= figure.upper());
        if (open.size() == shown.size()) {
            return texts.of("topic.lead.open.all", newestYear(), Integer.toString(open.size()));
        }
        List<String> sentences = new ArrayList<>();
        if (!above.isEmpty()) {
            sentences.add(texts.of("topic.lead.above", listed(above)));
        }
        if (!below.isEmpty()) {
            sentences.add(texts.of("topic.lead.below", listed(below)));
        }
        if (open.size() > NAMED) {
            sentences.add(texts.of("topic.lead.open", Integer.toString(open.size())));
        } else if (!open.isEmpty()) {
            sentences.add(texts.of("topic.lead.open.named", listed(open)));
        }
        return String.join(texts.of("sentence.separator"), sentences);
    }

    private String listed(List<String> names) {
        return String.join(texts.of("list.comma"), names);
    }

    private List<String> names(List<Figure> figures, Predicate<Figure> which) {
        return figures.stream()
                .filter(which)
                .map(figure -> texts.level(figure.dimension(), figure.level()))
                .toList();
    }

    private String newestYear() {
        return Integer.toString(reading.newest().year());
    }
}
